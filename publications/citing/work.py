"""What a reference says of a work, whatever the style."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from portal.dates import PartialDate
from publications.names import PersonName

OUT, FORTHCOMING, SUBMITTED, DRAFT, UNPUBLISHED = range(5)
DOCTOR, MASTER, BACHELOR = range(3)
AMERICAN = re.compile(r"US[\s-]*(\d.*)")
REPORT = re.compile(r"\b(?:report|memo|rep|no)\b", re.I)
# Made of its editors' work, so that they stand where authors would.
EDITED = {"book", "report", "dataset", "document"}


@dataclass(frozen=True, slots=True)
class Work:
    """`venue` is the container, the school of a thesis, the institution of a report."""

    type: str
    title: str
    authors: tuple[PersonName, ...] = ()
    editors: tuple[PersonName, ...] = ()
    truncated: bool = False
    stage: int = OUT
    ahead: bool = False
    venue: str = ""
    venue_short: str = ""
    is_serial: bool = False
    date: PartialDate = PartialDate()
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    series: str = ""
    version: str = ""
    degree: int = DOCTOR
    is_poster: bool = False
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    retracted: str | None = None
    withdrawn: str | None = None

    @property
    def year(self) -> str:
        """ "2019", or "2019–2020"; "" when it is not known."""
        start, end = self.date.start, self.date.end
        if not start:
            return str(end.year) if end else ""
        if end and end.year != start.year:
            return f"{start.year}–{end.year}"
        return str(start.year)

    @property
    def is_manuscript(self) -> bool:
        return self.stage not in {OUT, FORTHCOMING}

    @property
    def is_part(self) -> bool:
        """Whether it stands in something that has a title of its own."""
        part = self.type in {"article-journal", "paper-conference", "chapter"}
        return part and not self.is_manuscript

    @property
    def has_editors_first(self) -> bool:
        return not self.authors and bool(self.editors) and self.type in EDITED

    @property
    def marked_title(self) -> str:
        """With the word that publishers put before the title of what is taken back."""
        word = "" if self.withdrawn is None else "WITHDRAWN"
        word = word if self.retracted is None else "RETRACTED"
        says_so = self.title.upper().startswith(word)
        return self.title if says_so else f"{word}: {self.title}"

    @property
    def publishers(self) -> list[str]:
        """Who brought out a whole: its venue and publisher, but no author once more."""
        names = {each.display for each in (*self.authors, *self.editors)}
        shown = dict.fromkeys([self.venue, self.publisher])
        return [each for each in shown if each and each not in names]

    @property
    def numbered_series(self) -> str:
        """ "Lecture Notes in Computer Science 1234": a volume of a series, not of a work."""
        there = self.series and self.volume and not self.is_serial
        return f"{self.series} {self.volume}" if there else ""

    @property
    def imprint(self) -> str:
        """ "Cambridge: MIT Press", or what is known of it."""
        named = self.publisher if self.is_part else ", ".join(self.publishers)
        return ": ".join(filter(None, [self.place, named]))

    def numbered_patent(self, american: str, other: str = "Patent") -> str:
        """The American office has its own words for "US 3,624,125" in every style."""
        match = AMERICAN.fullmatch(self.number)
        return f"{american} {match[1]}" if match else f"{other} {self.number}".strip()

    def numbered_report(self, label: str) -> str:
        """ "Report No. 5"; "Research Report RR-461" says itself what it is."""
        said = not self.number or REPORT.search(self.number)
        return self.number if said else f"{label} {self.number}"

    @property
    def editor_label(self) -> str:
        return "Ed." if len(self.editors) == 1 else "Eds."


def in_words(names: Iterable[str], last: str, between_two: str = "") -> str:
    """ "A", "A and B" (`between_two`, else as three are joined), "A, B, and C"."""
    *first, end = [*names] or [""]
    if len(first) == 1 and between_two:
        return f"{first[0]}{between_two}{end}"
    return f"{', '.join(first)}, {last} {end}" if first else end
