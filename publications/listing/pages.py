"""The pages of the list: the numbers to choose from, and the years to jump to."""

from dataclasses import dataclass

PER_PAGE = 50
AROUND = 2


@dataclass(frozen=True)
class PageLink:
    """`number` is None for a gap between numbers."""

    number: int | None
    address: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Jump:
    """Where a year begins: its anchor, on this page or on another."""

    year: int | None
    count: int
    address: str


@dataclass(frozen=True)
class Pages:
    """`address` is what was asked; a page past the last one is the last."""

    count: int
    address: object

    @property
    def last(self):
        return max(1, -(-self.count // PER_PAGE))

    @property
    def number(self):
        return min(self.address.page, self.last)

    @property
    def canonical(self):
        """The end of the address that this page is to be known by."""
        return str(self.address.on_page(self.number))

    @property
    def start(self):
        return (self.number - 1) * PER_PAGE

    @property
    def end(self):
        return min(self.start + PER_PAGE, self.count)

    @property
    def previous(self):
        return self._address(self.number - 1) if self.number > 1 else ""

    @property
    def next(self):
        return self._address(self.number + 1) if self.number < self.last else ""

    @property
    def links(self):
        """1 … 4 5 6 … 20; a gap of one page is that page."""
        around = range(self.number - AROUND, self.number + AROUND + 1)
        shown = sorted({1, self.last, *around} & set(range(1, self.last + 1)))
        links = []
        for number in shown:
            before = links[-1].number if links else 0
            if number == before + 2:
                links.append(self._link(number - 1))
            elif number > before + 2:
                links.append(PageLink(None))
            links.append(self._link(number))
        return links

    def jumps(self, years):
        """`years`: (year or None, count, place of its first paper), newest first."""
        return [
            Jump(year, count, f"{self._page_of(first)}#{anchor(year)}")
            for year, count, first in years
        ]

    def _page_of(self, place):
        """The page's address, or nothing where it is this page."""
        number = place // PER_PAGE + 1
        return "" if number == self.number else self._address(number)

    def _link(self, number):
        return PageLink(number, self._address(number), number == self.number)

    def _address(self, number):
        return f"/publications/{self.address.on_page(number)}"


def anchor(year):
    return f"year-{year or 'undated'}"
