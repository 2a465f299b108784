"""The papers of a large import: in no list and found by no search until its end.

To make rows of lists and words for searching takes longer than all else that an import
does for a paper. Many papers are therefore left alone while they come in, and are seen
to meanwhile (`listed_meanwhile`) or at the end, by two processes at once. An import that
was stopped in between does so when it is resumed.
"""

from contextlib import nullcontext

from django.db import connection, transaction

from portal.bulk_rows import ready_rows, write_ready
from portal.imports.second_process import shared
from portal.imports.turns import let_others_write, rows_at_a_time
from publications import drawing, renewal, search
from publications.listed.columns import listed
from publications.models import ListedPaper, Publication, SearchText
from publications.paper_tables import PaperTables
from publications.querysets import batched, each_among
from publications.search.documents import search_texts
from publications.tasks import draw_rows
from publications.undrawn_rows import undrawn_rows

MAKE, LIST = "publications.unlisted:made_of", "publications.unlisted:listed_or_made"
# So many are put in order for searching once, when all are there.
MANY = 1000
# Papers at most. Their tables are read for all of them at once.
AT_A_TIME, AHEAD = 2000, 5
# Columns of a row of lists; the first one is that of a row of words, too.
PAPER, CHANGED = 0, 1


def list_the_unlisted():
    """Renew the public papers that are in no list, chunk by chunk."""
    papers = list(unlisted().order_by("pk").values_list("pk", flat=True))
    chunks = batched(papers, at_a_time())
    # What a transaction has not yet committed no other process can see.
    alone = connection.in_atomic_block
    made = map(made_of, chunks) if alone else shared(MAKE, chunks, AHEAD, site=True)
    with search.in_bulk() if len(papers) > MANY else nullcontext():
        for rows in made:
            write_listed(*rows)
            let_others_write()
    if drawing.are_left():
        draw_rows.enqueue()


def at_a_time() -> int:
    """How many papers are made together, which are written in one transaction."""
    return min(AT_A_TIME, rows_at_a_time())


def made_of(ids):
    """What lists and searches hold of some papers: rows of either, as they are written."""
    tables = PaperTables(ids)
    rows = [listed(row, version=0, html="") for row in undrawn_rows(tables)]
    return ready_rows(ListedPaper, rows), ready_rows(SearchText, search_texts(tables))


def listed_or_made(ids):
    """Write what lists and searches hold of some papers; or the rows, unwritten.

    It writes where nobody has renewed the listing since it began to read: what it made
    of a paper is then true, whoever else changes papers in another process.
    """
    before = renewal.version_now()
    made = made_of(ids)
    with transaction.atomic():
        version = renewal.next_version()
        if version == before + 1:
            _write(*made, version)
            return None
        transaction.set_rollback(True)
    return made


def unlisted():
    return Publication.objects.public().filter(listed__isnull=True)


@transaction.atomic
def write_listed(rows, texts, still=None):
    """Without the papers that somebody has written since: theirs are newer.

    `still`: of which papers this is still true, as far as the caller knows.
    """
    _write(rows, texts, renewal.next_version(), still)


def _write(rows, texts, version, still=None):
    wanted = [row[PAPER] for row in rows if still is None or row[PAPER] in still]
    keys = set(each_among(unlisted().values_list("pk", flat=True), "pk", wanted))
    search.forget(keys)
    rows = [row for row in rows if row[PAPER] in keys]
    write_ready(
        ListedPaper, [(*row[:CHANGED], version, *row[CHANGED + 1 :]) for row in rows]
    )
    write_ready(SearchText, [row for row in texts if row[PAPER] in keys])
