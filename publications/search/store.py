"""Keeping the index in step. Whoever changes papers calls this in the same transaction."""

from contextlib import contextmanager, suppress

from django.db import connection, transaction

from portal.bulk_rows import write
from portal.imports.outages import OUTAGES, patiently
from portal.imports.serving import is_serving
from publications.models.publication import Publication
from publications.models.search_text import SearchText
from publications.paper_tables import PaperTables
from publications.querysets import batched
from publications.search import schema
from publications.search.documents import search_texts

BATCH = 500


def index(ids):
    """Make these papers findable as they are now; what is not public, no longer."""
    for batch in batched(dict.fromkeys(ids), BATCH):
        with transaction.atomic(savepoint=False):
            forget(batch)
            write(search_texts(PaperTables(batch)))


def forget(ids):
    """Let these papers be found no more."""
    for batch in batched(ids, BATCH):
        SearchText.objects.filter(publication__among=batch).delete()


def rebuild(progress=lambda done, total: None):
    """Make the whole index anew, the database's part of it too.

    Each batch is a transaction of its own: the site stays searchable meanwhile, and
    an import waits for a moment only.
    """
    with transaction.atomic():
        schema.drop(connection)
        schema.create(connection)
        schema.fill(connection)
    ids = list(Publication.objects.order_by("pk").values_list("pk", flat=True))
    for done, batch in enumerate(batched(ids, BATCH)):
        index(batch)
        progress(min((done + 1) * BATCH, len(ids)), len(ids))
    settle()


@contextmanager
def in_bulk():
    """While many texts are written: the index is put in order once, at the end.

    SQLite lets nobody write meanwhile: not while visitors are there, who may have come
    since it began.
    """
    # Searches find the same without any of it. Where the database is gone, or somebody
    # keeps it locked, what comes next says so.
    if _others_would_wait():
        with suppress(*OUTAGES):
            as_usual()
        yield
        return
    with suppress(*OUTAGES):
        schema.begin_bulk(connection)
    try:
        yield
    finally:
        with suppress(*OUTAGES):
            schema.end_bulk(connection)
    with suppress(*OUTAGES):
        _settle_if_alone()


def as_usual():
    """After an import that may have been killed while it wrote in bulk."""
    if schema.is_in_bulk(connection):
        patiently(schema.end_bulk, connection)
        _settle_if_alone()


def _settle_if_alone():
    # Else the index is merged bit by bit, as papers are written.
    if not _others_would_wait():
        settle()


def _others_would_wait():
    return connection.vendor == "sqlite" and is_serving()


def settle():
    """Put the index in order after much was written: searches are faster then."""
    schema.settle(connection)
