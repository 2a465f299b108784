"""Entries → what matching and planning need of them, packed.

It depends on nothing but the entries, so that a second process can do it, and what
costs time for each entry is done here rather than where entries wait for each other.
"""

import pickle
from operator import attrgetter
from typing import NamedTuple

from portal.encoded_json import encoded
from publications.facts import digest_of_facts, facts_of
from publications.importing.match import Work, work_of
from publications.importing.name_evidence import Byline
from publications.importing.normalise import normalise
from publications.importing.preparing import draft_of_new
from publications.importing.stored import name_of, record_to_json
from publications.importing.values import author_as_planned
from publications.names import make_slug
from publications.sheets import packed, sheet_of
from publications.values import Entry, Record

LONGEST_SLUG = 100
_WORK = attrgetter(*Work.__slots__)


class Packed(NamedTuple):
    """One entry: `kept` is for `unpacked`; the rest must be known of all at first.

    `names` are those that stand together, as the parts of a PersonName. `sheet` is for
    `kept_sheets`. By its `marks` a work finds others.
    """

    kept: bytes
    digest: str
    line: int
    names: tuple[tuple[str, str, str, str], ...] | None
    orcids: tuple[str, ...] = ()
    year: int | None = None
    sheet: bytes = b""
    marks: tuple[int, ...] = ()

    @property
    def byline(self) -> Byline:
        return Byline(
            tuple([name_of(*parts) for parts in self.names]), self.orcids, self.year
        )


def understand(entries: list[Entry]) -> list[Packed]:
    return [_understood(entry) for entry in entries]


def understand_and_prepare(entries: list[Entry]) -> list[Packed]:
    """For an import that is carried out as soon as it is planned."""
    return [_understood(entry, _sheet) for entry in entries]


def _sheet(entry, record, facts, digest):
    try:
        return packed(sheet_of(draft_of_new(record, facts, digest, entry.format)))
    except Exception:
        # It is said where the row's turn comes.
        return b""


def _no_sheet(entry, record, facts, digest):
    return b""


def _understood(entry, sheet=_no_sheet):
    about = (entry.file, entry.line, entry.format, entry.key, entry.raw, entry.error)
    if entry.error:
        kept = pickle.dumps((about, None), pickle.HIGHEST_PROTOCOL)
        return Packed(kept, "", entry.line, None)
    record = normalise(entry)
    facts, people = facts_of(record), record.contributors
    digest = digest_of_facts(record.key, facts)
    names = tuple([_parts(each.name) for each in people])
    orcids = tuple([each.orcid for each in people])
    orcids = orcids if any(orcids) else ()
    work = work_of(record)
    what = (
        encoded(record_to_json(record)),
        digest,
        _WORK(work),
        make_slug(record.title, LONGEST_SLUG),
        names,
        orcids,
        _namesakes(record),
        tuple([each.name.key for each in people]),
        encoded(_as_strangers(people)),
        [each.text for each in record.problems],
    )
    kept = pickle.dumps((about, what), pickle.HIGHEST_PROTOCOL)
    year = record.appearances[0].date.year
    sheet = sheet(entry, record, facts, digest)
    marks = work.look_ups + work.pairs
    return Packed(kept, digest, entry.line, names, orcids, year, sheet, marks)


def _as_strangers(people):
    return [author_as_planned(each.name.display, each.namesake) for each in people]


def _parts(name):
    return name.given, name.family, name.suffix, name.literal


def _namesakes(record: Record):
    numbers = tuple([each.namesake for each in record.contributors])
    return numbers if any(numbers) else ()
