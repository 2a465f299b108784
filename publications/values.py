"""A work as files state it: the values that readers make and writers write."""

from dataclasses import dataclass, field

from portal.dates import PartialDate
from publications.names import PersonName


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that the reader found wrong, as a sentence for the person who sent the file."""

    line: int
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its file states it.

    `line` is the 1-based physical line of the entry's first character. `fields` maps
    lower-case field names to their text: for BibTeX after macros, `#` and crossref,
    with braces and LaTeX still in place. `raw` is the verbatim source. `error` is a
    sentence when the entry cannot be used; such an entry is reported as rejected.
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
