"""What every vocabulary says of a paper, taken from its rows once.

Needs a paper loaded `with_rows()`; asks the database nothing.
"""

import re
from dataclasses import dataclass

from publications.identifiers import url_for
from publications.metadata.languages import language_tag

# XML and HTML can hold none of these; names and titles come from anywhere.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)
# What a page's number is not: "e0815 (12 pages)" is no first page.
PAGE = r"[^\s–-]+"
PAGES = re.compile(rf"({PAGE})(?:\s*(?:–|-{{1,3}})\s*({PAGE}))?")


def printable(text: str) -> str:
    return UNPRINTABLE.sub("", text)


def in_one_line(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(printable(text).split())


def inverted(name) -> str:
    """ "King, Martin Luther Jr.": what comes before the comma is the family name."""
    if name.literal:
        return in_one_line(name.literal)
    given = " ".join(filter(None, (name.given, name.suffix)))
    return in_one_line(", ".join(filter(None, (name.family, given))))


@dataclass(frozen=True, slots=True)
class PageRange:
    first: str = ""
    last: str = ""

    @classmethod
    def of(cls, text):
        found = PAGES.fullmatch(text.strip())
        return cls(found[1], found[2] or "") if found else cls()


@dataclass(frozen=True, slots=True)
class CitedWork:
    """The paper with its primary appearance in plain texts, empty where nothing is known."""

    type: str
    title: str
    venue: str = ""
    acronym: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    date: str = ""
    highwire_date: str = ""
    language: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, paper):
        primary = paper.primary
        texts = dict.fromkeys(("volume", "number", "pages", "publisher"), "")
        if primary:
            texts = {name: in_one_line(getattr(primary, name)) for name in texts}
        start = primary.date.start if primary else None
        return cls(
            type=paper.type,
            title=in_one_line(paper.title),
            venue=in_one_line(primary.venue_name) if primary else "",
            acronym=in_one_line(primary.venue.acronym)
            if primary and primary.venue
            else "",
            date=start.iso if start else "",
            highwire_date=primary.date.highwire if primary else "",
            language=language_tag(paper.extra),
            identifiers=tuple(
                (each.scheme, each.value) for each in paper.identifiers.all()
            ),
            **texts,
        )

    def values_of(self, scheme):
        return [value for kind, value in self.identifiers if kind == scheme]

    @property
    def doi(self):
        return next(iter(self.values_of("doi")), "")

    @property
    def addresses(self):
        """Where the identifiers lead; an ISSN or ISBN leads to no paper's page."""
        return [
            url_for(scheme, value)
            for scheme, value in self.identifiers
            if scheme not in {"isbn", "issn"}
        ]
