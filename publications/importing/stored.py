"""Records as JSON and back, for the plan that a run keeps. What is empty is left out.

An import does it for every entry more than once, so that it is made to be quick.
"""

from dataclasses import MISSING, fields
from functools import lru_cache
from operator import attrgetter

from portal.dates import date_of
from publications.names import PersonName
from publications.values import (
    AppearanceRecord,
    Contributor,
    LinkRecord,
    Problem,
    Record,
)


def record_to_json(record: Record) -> dict:
    return _stated(record) | {
        name: [write(each) for each in values]
        for name, write in _WRITE.items()
        if (values := getattr(record, name))
    }


def record_from_json(stored: dict) -> Record:
    return Record(
        **stored
        | {
            name: tuple([read(each) for each in stored[name]])
            for name, read in _READ.items()
            if name in stored
        }
    )


def _stated(value):
    """The plain fields that are not as they are when nothing is said."""
    names, values_of, usual = _PLAIN[type(value)]
    return {
        name: stated
        for name, stated, silent in zip(names, values_of(value), usual, strict=True)
        if stated != silent
    }


def _appearance_to_json(appearance):
    return _stated(appearance) | {"date": appearance.date.text}


def _contributor_to_json(contributor):
    return _stated(contributor) | {"name": _stated(contributor.name)}


def _appearance_from_json(stored):
    return AppearanceRecord(**stored | {"date": date_of(stored["date"])})


def _contributor_from_json(stored):
    return Contributor(**stored | {"name": _name(**stored["name"])})


def name_of(given: str, family: str, suffix: str, literal: str) -> PersonName:
    return _name(given, family, suffix, literal)


# Many works are by the same people.
_name = lru_cache(maxsize=32_768)(PersonName)
_WRITE = {
    "contributors": _contributor_to_json,
    "appearances": _appearance_to_json,
    "identifiers": list,
    "links": _stated,
    "topics": str,
    "problems": _stated,
}
_READ = {
    "contributors": _contributor_from_json,
    "appearances": _appearance_from_json,
    "identifiers": tuple,
    "links": lambda stored: LinkRecord(**stored),
    "topics": str,
    "problems": lambda stored: Problem(**stored),
}
_WRITTEN_APART = {*_WRITE, "date", "name"}


def _plain_fields(kind):
    """Their names, what gives their values, and what these are when nothing is said."""
    plain = [each for each in fields(kind) if each.name not in _WRITTEN_APART]
    usual = [{} if each.default is MISSING else each.default for each in plain]
    names = [each.name for each in plain]
    return names, attrgetter(*names), usual


_PLAIN = {
    kind: _plain_fields(kind)
    for kind in (PersonName, AppearanceRecord, Contributor, LinkRecord, Problem, Record)
}
