"""Points and spans of time that are known to the year, the month or the day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1400, 2200

# Not calendar.month_name, which speaks the language of the process.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month of a year or a day; what is unknown is None.

    Raises ValueError for what no calendar has, and outside 1400..2200.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"The year {self.year} is not in 1400..2200.")
        if self.day is not None and self.month is None:
            raise ValueError("A day needs its month.")
        date(self.year, self.month or 1, self.day or 1)

    @property
    def iso(self) -> str:
        """ISO 8601 of what is known: 2018, 2018-08 or 2018-08-03."""
        known = [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join([str(self.year), *known])

    @property
    def digits(self) -> str:
        """Eight digits YYYYMMDD, with zeros for what is unknown."""
        return f"{self.year}{self.month or 0:02}{self.day or 0:02}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        month = MONTHS[self.month - 1] if self.month else None
        words = (self.day, month, self.year)
        return " ".join(str(word) for word in words if word)


@dataclass(frozen=True, slots=True)
class Span:
    """From start to end, both included; a single date has the same point twice.

    `end` None is open ("June 2021 – present"), `start` None unknown ("until 2019").
    Raises ValueError when the end lies before the start.
    """

    start: Point | None
    end: Point | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start.first_day > self.end.last_day:
            raise ValueError(f"{self.end} is before {self.start}.")

    @property
    def iso(self) -> str:
        """EDTF: 2018, 2015-08/2019-12, 2021-06/.. or ../2019."""
        if self.start == self.end and self.start:
            return self.start.iso
        return "/".join(p.iso if p else ".." for p in (self.start, self.end))

    @property
    def sort_digits(self) -> tuple[str, str]:
        """Start and end as digits; an open end comes after every other."""
        start = self.start.digits if self.start else "00000000"
        return start, self.end.digits if self.end else "99999999"

    def __str__(self) -> str:
        if self.start is None:
            return f"until {self.end}" if self.end else "present"
        if self.start == self.end:
            return str(self.start)
        return f"{self.start} – {self.end or 'present'}"
