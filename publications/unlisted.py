"""The papers of a large import: in no list and found by no search until its end.

To make rows of lists and words for searching takes longer than all else that an import
does for a paper. Many papers are therefore left alone while they come in, and are seen
to at the end by two processes at once. An import that was stopped in between does so
when it is resumed.
"""

from contextlib import contextmanager
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


@contextmanager
def left_unlisted():
    """New papers of this block are in no list; what stands in one is renewed."""
    with transaction.atomic():
        with renewal.put_off() as ids:
            yield
        listed = ListedPaper.objects.values_list("pk", flat=True)
        if listed := list(each_among(listed, "pk", ids)):
            renewal.renew(ids=listed)


def list_the_unlisted(pause=lambda: None):
    """Renew the public papers that are in no list, chunk by chunk."""
    papers = _unlisted().order_by("pk").values_list("pk", flat=True)
    chunks = batched(list(papers), AT_A_TIME)
    # What a transaction has not yet committed no other process can see.
    alone = connection.in_atomic_block
    made = map(made_of, chunks) if alone else shared(MAKE, chunks, AHEAD, site=True)
    for rows in made:
        _write(*rows)
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


def _unlisted():
    return Publication.objects.public().filter(listed__isnull=True)


def _values(model, rows):
    return list(map(attrgetter(*COLUMNS[model]), rows))


@transaction.atomic
def _write(listed, texts):
    """Without the papers that somebody has written since: theirs are newer."""
    version = renewal.next_version()
    keys = _unlisted().values_list("pk", flat=True)
    keys = set(each_among(keys, "pk", [values[0] for values in listed]))
    listed, texts = _rows(ListedPaper, listed, keys), _rows(SearchText, texts, keys)
    for row in listed:
        row.changed = version
    search.forget(keys)
    write(listed)
    write(texts)


def _rows(model, values, keys):
    rows = (dict(zip(COLUMNS[model], each, strict=True)) for each in values)
    return [light(model, **row) for row in rows if row["publication_id"] in keys]
