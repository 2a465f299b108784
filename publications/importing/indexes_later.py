"""Where an import brings most of the papers, their indexes are made at its end."""

from django.db import connection

from portal import dropped_indexes
from portal.imports.outages import patiently
from portal.imports.serving import is_serving
from portal.models import ImportRow
from publications.models import Appearance, Authorship, Identifier, Publication

# What an import writes its rows without: nothing that it asks for meanwhile is found by
# one of their `Meta.indexes`.
MODELS = (Publication, Authorship, Appearance, Identifier)
MANY = 5000


def indexes_later(run, chunks):
    """The chunks as they are; the indexes are there again when the last one is done."""
    alone = not (connection.in_atomic_block or is_serving())
    if alone and _is_most(run):
        dropped_indexes.drop(MODELS)
    yield from chunks
    put_back()


def put_back():
    """Also after an import that was killed."""
    patiently(dropped_indexes.put_back)


def _is_most(run):
    """All papers stand in an index that is made anew, those that were there as well."""
    left = run.rows.filter(state=ImportRow.State.PLANNED)
    new = left.filter(action=ImportRow.Action.CREATED).count()
    return new > MANY and 2 * new > Publication.objects.count()
