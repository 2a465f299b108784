"""Papers per year as a picture of bars, each of them a link.

Places are parts of the whole width in per cent: the picture is as wide as the page has
room for, while its writing keeps its size.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

HEIGHT = 64
LONGEST_GAP = 8
FEWEST_SLOTS = 10
MOST_LABELS = 10
MOST_COUNTS = 16
STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Bar:
    """`left`, `width` and `middle` in per cent; `top` and `height` in pixels."""

    year: int
    count: int
    href: str
    left: float
    width: float
    middle: float
    height: float
    is_chosen: bool = False

    @property
    def top(self):
        return round(HEIGHT - self.height, 1)


@dataclass(frozen=True, slots=True)
class YearChart:
    """`ticks`: (place in per cent, year); `breaks`: where the years make a leap."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    breaks: tuple[float, ...]
    axis: float
    counts_fit: bool
    height: int = HEIGHT

    @property
    def total(self):
        return sum(bar.count for bar in self.bars)


def year_chart(
    counts: Iterable[tuple[int | None, int]],
    link: Callable[[int], str],
    chosen: frozenset[int] = frozenset(),
) -> YearChart | None:
    """The chart of (year, papers) in any order; None when no paper has a year."""
    papers = {year: count for year, count in counts if year and count}
    if not papers:
        return None
    slots = _slots(sorted(papers))
    width = 100 / max(len(slots), FEWEST_SLOTS)
    middles = [round((place + 0.5) * width, 3) for place in range(len(slots))]
    most, labelled = max(papers.values()), _labelled(slots)
    bars = tuple(
        Bar(
            year=year,
            count=papers[year],
            href=link(year),
            left=round(place * width, 3),
            width=round(width, 3),
            middle=middles[place],
            height=round(max(2, HEIGHT * papers[year] / most), 1),
            is_chosen=year in chosen,
        )
        for place, year in enumerate(slots)
        if year in papers
    )
    return YearChart(
        bars=bars,
        ticks=tuple(
            (middle, year)
            for middle, year in zip(middles, slots, strict=True)
            if year in labelled
        ),
        breaks=tuple(
            middle for middle, year in zip(middles, slots, strict=True) if year is None
        ),
        axis=round(len(slots) * width, 3),
        counts_fit=len(slots) <= MOST_COUNTS and most < 1000,
    )


def _slots(years):
    """Every year from the first to the last; a long gap is a single None.

    Collections have a paper of 1843, and slips such as 20222.
    """
    slots = [years[0]]
    for before, year in zip(years, years[1:], strict=False):
        leap = year - before > LONGEST_GAP
        slots += [None] if leap else range(before + 1, year)
        slots.append(year)
    return slots


def _labelled(slots):
    """The years that are written under the axis: so many as a telephone has room for."""
    years = [year for year in slots if year]
    for step in STEPS:
        fitting = {year for year in years if year % step == 0}
        if 0 < len(fitting) <= MOST_LABELS:
            return fitting
    return {years[0], years[-1]}
