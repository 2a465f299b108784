"""Dates that people write, with their words and with as much as they say."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, total_ordering
from typing import Self

from portal.date_patterns import DASH, GAP, MONTH, YEAR, month_number
from portal.date_reader import read_spans
from portal.date_spans import MONTHS, Point, Span

__all__ = ["PartialDate", "Point", "Span", "date_of"]

MONTH_NAME = re.compile(rf"\b{MONTH}(?![a-z])", re.IGNORECASE)
SHORT_PART = re.compile(r"-([0-9])(?![0-9])")
SPACED_DASH = re.compile(rf"(?<=\S) {DASH}(?: |$)")
TIGHT_DASH = re.compile(
    r"(?<=\b[0-9]{4})-{1,3}(?=[0-9]{4}\b(?!-)|[A-Za-z]+\.?(?: [0-9]|$))"  # 2018-2020
    r"|(?:(?<=(?<!-)\b[0-9])|(?<=(?<!-)\b[0-9]{2}))-{1,3}(?=[0-9]{1,2}[ ,])"  # 28-29
    r"|(?<=[a-z.])-{1,3}(?=[A-Z])"  # May-Aug
)
MISSING_DASH = re.compile(rf"({MONTH}{GAP}{YEAR}) (?={MONTH}{GAP}{YEAR}$)", re.I)


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """The words of a date, as given, and the spans of time that they name.

    `spans` follows from `text` and is () where the text is not understood; the text
    is kept whatever it says. Sorts by start, then end, an open end last; the empty
    date comes first.
    """

    text: str = ""
    spans: tuple[Span, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(self.text.split()))
        object.__setattr__(self, "spans", read_spans(self.text))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date as written: "2018, 2020", "June 2021 – present". Never raises."""
        return cls(text)

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """Make a date of numbers; ValueError for one that no calendar has."""
        return cls(Point(year, month, day).iso)

    @classmethod
    def from_year_month(cls, year: str, month: str, day: str = "") -> Self:
        """Read BibTeX's separate fields: "8", "aug", "may/june" or "10~jan".

        Where the month is not understood the year stands alone.
        """
        words = month.replace("~", " ").strip()
        if re.fullmatch(r"0?[1-9]|1[0-2]", words):
            words = MONTHS[int(words) - 1]
        words = MONTH_NAME.sub(_full_month, words)
        whole = cls(f"{day} {words} {year}" if words else year)
        return whole if whole.spans else cls(year)

    @property
    def understood(self) -> bool:
        return bool(self.spans)

    @property
    def start(self) -> Point | None:
        return self.spans[0].start if self.spans else None

    @property
    def end(self) -> Point | None:
        return self.spans[-1].end if self.spans else None

    @property
    def year(self) -> int | None:
        return self.start.year if self.start else None

    @property
    def ongoing(self) -> bool:
        return bool(self.spans) and self.spans[-1].end is None

    @property
    def iso(self) -> str:
        """EDTF: "2018", "2015-08/2019-12", "2021-06/..", "2018,2020"; "" if unknown."""
        return ",".join(span.iso for span in self.spans)

    @property
    def sort_key(self) -> str:
        """The first start as YYYYMMDD, zeros for what is unknown; "" if nothing is."""
        return self.spans[0].sort_digits[0] if self.spans else ""

    @property
    def as_column(self) -> str:
        """ "YYYYMMDD|words", which sorts by time; "|words" of what is not understood."""
        return f"{self.sort_key}|{self.text}" if self else ""

    @property
    def highwire(self) -> str:
        """For citation_publication_date: 2010/5/12, or the year where no day is known.

        Google Scholar documents these two forms only.
        """
        if self.start and self.start.day:
            return f"{self.start.year}/{self.start.month}/{self.start.day}"
        return str(self.year or "")

    def is_past(self, today: date) -> bool:
        """Say whether the whole of the last span lies before today."""
        return self.end is not None and self.end.last_day < today

    def __bool__(self) -> bool:
        return bool(self.text)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order < other._order

    def __str__(self) -> str:
        """Words for readers: numbers of ISO 8601 are spelt out, words stay as given."""
        if self.spans and SHORT_PART.sub(r"-0\1", self.text) == self.iso:
            return ", ".join(str(span) for span in self.spans)
        if all(span.start == span.end for span in self.spans):
            return self.text
        return _with_en_dashes(self.text)

    @property
    def _order(self) -> tuple[tuple[tuple[str, str], ...], str]:
        return tuple(span.sort_digits for span in self.spans), self.text


# Many works are of the same day, month or year.
date_of = lru_cache(maxsize=4096)(PartialDate)


def _full_month(match: re.Match[str]) -> str:
    return MONTHS[month_number(match[1]) - 1]


def _with_en_dashes(text: str) -> str:
    text = MISSING_DASH.sub(r"\1 – ", text)
    text = SPACED_DASH.sub(" – ", text).rstrip()
    return TIGHT_DASH.sub("–", text)
