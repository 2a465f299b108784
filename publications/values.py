"""A work as files state it: the values that readers make and writers write."""

from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import TypeVar

from portal.dates import PartialDate
from publications.names import PersonName

Value = TypeVar("Value")


def changed(value: Value, **changes) -> Value:
    """As `dataclasses.replace` of a value with slots, in a third of the time."""
    kind = type(value)
    parts = list(_parts_of(kind)(value))
    for name, part in changes.items():
        parts[kind.__slots__.index(name)] = part
    return kind(*parts)


@cache
def _parts_of(kind):
    return attrgetter(*kind.__slots__)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that the reader found wrong, as a sentence for the person who sent the file.

    `line` and `column` count from 1; a column of 0 is not known.
    """

    line: int
    text: str
    field: str = ""
    column: int = 0


@dataclass(frozen=True, slots=True)
class Contributor:
    """A name in its place in the list of authors or editors.

    `namesake`: the number by which the source tells people of one name apart (DBLP).
    """

    name: PersonName
    role: str = "author"
    equal_group: int | None = None
    corresponding: bool = False
    orcid: str = ""
    namesake: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its file states it.

    `line` is the 1-based physical line of the entry's first character. `fields` maps
    lower-case field names to their text: for BibTeX after macros, `#` and crossref,
    with braces and LaTeX still in place. `raw` is the verbatim source. `error` is a
    sentence when the entry cannot be used; such an entry is reported as rejected.
    `contributors` are those whom the format itself takes apart (CSL-JSON, RIS), and
    `truncated` says that it names more; a field "author" or "editor" goes before them.
    `marks` are the signs on names that mean something else than usual in this file.
    """

    file: str
    line: int
    format: str
    key: str = ""
    type: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    raw: str = ""
    problems: tuple[Problem, ...] = ()
    error: str = ""
    inherited: frozenset[str] = frozenset()
    contributors: tuple[Contributor, ...] = ()
    truncated: bool = False
    marks: dict[str, str] = field(default_factory=dict)

    def __reduce__(self):
        """A dataclass with slots would be packed field by field, which takes long."""
        return Entry, _parts_of(Entry)(self)


@dataclass(frozen=True, slots=True)
class LinkRecord:
    kind: str
    url: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class AppearanceRecord:
    """Where and when a work came out, or is meant to."""

    venue: str = ""
    venue_short: str = ""
    label: str = ""
    kind: str = ""
    status: str = ""
    presentation: str = ""
    award: str = ""
    date: PartialDate = PartialDate()
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A work as we understood it; empty means that the file does not say.

    `appearances` is never empty: the first one is the primary. `visibility` is
    "public", "private" or "" (decided by the status). `extra` keeps what has no field.
    """

    key: str = ""
    type: str = ""
    title: str = ""
    abstract: str = ""
    note: str = ""
    contributors: tuple[Contributor, ...] = ()
    truncated: bool = False
    appearances: tuple[AppearanceRecord, ...] = (AppearanceRecord(),)
    identifiers: tuple[tuple[str, str], ...] = ()
    links: tuple[LinkRecord, ...] = ()
    topics: tuple[str, ...] = ()
    visibility: str = ""
    featured: bool | None = None
    extra: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
