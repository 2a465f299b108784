"""The papers of a large import: in no list and found by no search until its end.

To make rows of lists and words for searching takes longer than all else that an import
does for a paper. Many papers are therefore left alone while they come in, and are seen
to meanwhile (`listed_meanwhile`) or at the end, by two processes at once. An import that
was stopped in between does so when it is resumed.
"""

from operator import attrgetter

from django.db import connection, transaction

from portal.bulk_rows import light, write
from portal.imports.second_process import shared
from publications import drawing, renewal, search
from publications.models import ListedPaper, Publication, SearchText
from publications.querysets import batched, each_among
from publications.search.documents import search_texts
from publications.tasks import draw_rows

MAKE = "publications.unlisted:made_of"
AT_A_TIME, AHEAD = 500, 10
COLUMNS = {
    model: tuple(each.attname for each in model._meta.concrete_fields)
    for model in (ListedPaper, SearchText)
}


def list_the_unlisted(pause=lambda: None):
    """Renew the public papers that are in no list, chunk by chunk."""
    papers = unlisted().order_by("pk").values_list("pk", flat=True)
    chunks = batched(list(papers), AT_A_TIME)
    # What a transaction has not yet committed no other process can see.
    alone = connection.in_atomic_block
    made = map(made_of, chunks) if alone else shared(MAKE, chunks, AHEAD, site=True)
    for rows in made:
        write_listed(*rows)
        pause()
    if drawing.are_left():
        draw_rows.enqueue()


def made_of(ids):
    """What lists and searches hold of some papers: values by COLUMNS, of either model."""
    return (
        _values(ListedPaper, renewal.listed_rows(ids, version=0, draw=_not_now)),
        _values(SearchText, search_texts(ids)),
    )


def _not_now(row):
    """The worker draws it after the run."""
    return ""


def unlisted():
    return Publication.objects.public().filter(listed__isnull=True)


def _values(model, rows):
    return list(map(attrgetter(*COLUMNS[model]), rows))


@transaction.atomic
def write_listed(listed, texts, still=None):
    """Without the papers that somebody has written since: theirs are newer.

    `still`: of which papers this is still true, as far as the caller knows.
    """
    version = renewal.next_version()
    wanted = [values[0] for values in listed if still is None or values[0] in still]
    keys = set(each_among(unlisted().values_list("pk", flat=True), "pk", wanted))
    listed, texts = _rows(ListedPaper, listed, keys), _rows(SearchText, texts, keys)
    for row in listed:
        row.changed = version
    search.forget(keys)
    write(listed)
    write(texts)


def _rows(model, values, keys):
    rows = (dict(zip(COLUMNS[model], each, strict=True)) for each in values)
    return [light(model, **row) for row in rows if row["publication_id"] in keys]
