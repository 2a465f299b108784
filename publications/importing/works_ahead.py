"""The held works that a run's may be, looked up while those before them are matched."""

import secrets
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter

from django.db import connection

from portal.imports.second_process import shared
from publications.importing.held_works import Crowds, works_like
from publications.importing.match import Work, shelf_of
from publications.models import Publication

LOOK_UP = "publications.importing.works_ahead:look_up"
# Chunks; their entries are in memory.
AHEAD = 5

# A dataclass with slots would be packed field by field, which takes long.
_values_of = attrgetter(*(each.name for each in fields(Work)))


def load_ahead(chunks):
    """(shelf of held works, what people decided about them) for each chunk of works."""
    run = secrets.token_hex(8)
    asked = ((run, list(map(_values_of, works))) for works in chunks)
    # What a transaction has not yet committed no other process can see.
    if connection.in_atomic_block or not Publication.objects.exists():
        return map(look_up, asked)
    return shared(LOOK_UP, asked, AHEAD, site=True)


def look_up(asked):
    """What the works, as the values of their fields, may be; `asked` by which run."""
    run, works = asked
    found, decided = works_like([Work(*values) for values in works], _crowds_of(run))
    return shelf_of(found), decided


@lru_cache(maxsize=1)
def _crowds_of(run):
    return Crowds()
