"""Who wrote with whom, and how often, counted from papers."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Pair:
    """Two members, by number, and their joint papers; years None when none is known."""

    one: int
    two: int
    count: int
    first: int | None = None
    last: int | None = None

    @property
    def years(self) -> str:
        if self.first == self.last:
            return str(self.first or "")
        return f"{self.first}–{self.last}"

    def other(self, member: int) -> int:
        return self.two if member == self.one else self.one


class Tally:
    """The joint papers of every two members, year by year.

    `papers`: of each its year (or None) and the members who wrote it.
    """

    def __init__(self, papers: Iterable[tuple[int | None, Iterable[int]]]) -> None:
        self._by_year: dict[tuple[int, int], Counter] = defaultdict(Counter)
        for year, members in papers:
            for two in combinations(sorted(set(members)), 2):
                self._by_year[two][year] += 1
        self.years = sorted(
            {year for each in self._by_year.values() for year in each if year}
        )

    @property
    def members(self) -> set[int]:
        return {member for two in self._by_year for member in two}

    def pairs(self, first: int | None = None, last: int | None = None) -> list[Pair]:
        """The pairs with a joint paper in these years, the most joint papers first."""
        counted = (self._pair(two, first, last) for two in self._by_year)
        found = [pair for pair in counted if pair]
        return sorted(found, key=lambda pair: (-pair.count, pair.one, pair.two))

    def _pair(self, two, first, last) -> Pair | None:
        by_year = self._by_year[two]
        if first or last:
            low, high = first or 0, last or 9999
            by_year = {
                year: count
                for year, count in by_year.items()
                if year and low <= year <= high
            }
        if not by_year:
            return None
        known = [year for year in by_year if year] or [None]
        return Pair(*two, sum(by_year.values()), min(known), max(known))
