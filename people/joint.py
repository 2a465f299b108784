"""The papers of a member, or of several together, as their pages list them.

All that a page says of them comes from the stored rows of the list: one query, and no
row is put together again, so that a thousand papers cost little more than twenty.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.utils.safestring import mark_safe

from publications import members
from publications.emphasis import emphasised
from publications.listed.shown import with_html
from publications.members import Member
from publications.models import Authorship
from publications.public_list import shown_rows
from publications.year_chart import year_chart

STORED = ("pk", "year", "html", "marks", "facets", "changed")
FEWEST_FOR_CHART = 4
# Whoever has written with hundreds of members finds them all in the network.
MOST_PARTNERS = 60


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who wrote some of the papers too; years None when none is known."""

    member: Member
    count: int
    first: int | None
    last: int | None

    @property
    def years(self):
        return span(self.first, self.last)


class Chosen(NamedTuple):
    items: str
    marks: str


class PaperList:
    """What all these authors wrote together and anybody may see, newest first."""

    def __init__(self, author_ids):
        self.author_ids = frozenset(author_ids)

    @cached_property
    def rows(self):
        papers = shown_rows().order_by("-sort_date", "pk")
        for author_id in self.author_ids:
            papers = papers.filter(pk__in=written_by(author_id))
        return with_html(papers.values_list(*STORED, named=True))

    @property
    def year_of(self):
        """{id of a paper: its year or None}."""
        return {row.pk: row.year for row in self.rows}

    def __len__(self):
        return len(self.rows)

    @cached_property
    def by_year(self):
        """(year or None, the items of its list as HTML)."""
        return [
            (year, self._items(rows))
            for year, rows in groupby(self.rows, key=attrgetter("year"))
        ]

    def chosen(self, ids):
        """The items of those of these papers that are in the list, in this order."""
        by_id = {row.pk: row for row in self.rows}
        rows = [by_id[pk] for pk in ids if pk in by_id]
        return Chosen(self._items(rows), _marks(rows))

    @property
    def marks(self):
        """What the marks of names in the list are, for its legend."""
        return _marks(self.rows)

    @cached_property
    def years(self):
        """The first and the last year, as a page says them: "2015–2021"."""
        known = [row.year for row in self.rows if row.year] or [None]
        return span(min(known), max(known))

    @property
    def chart(self):
        """Papers per year, each bar leading to its year below; None for a few."""
        if len(self) < FEWEST_FOR_CHART:
            return None
        counts = defaultdict(int)
        for row in self.rows:
            counts[row.year] += 1
        return year_chart(counts.items(), "#year-{}".format)

    @cached_property
    def partners(self):
        """The other members who wrote some of these papers, most papers first."""
        years = defaultdict(list)
        for row in self.rows:
            for author_id in persons(row.facets):
                years[author_id].append(row.year)
        others = sorted(
            years.keys() - self.author_ids, key=lambda each: -len(years[each])
        )
        found = members.of_authors(others[:MOST_PARTNERS])
        partners = [
            _partner(member, years[author_id])
            for author_id, member in found.items()
            if member.url
        ]
        return sorted(partners, key=lambda each: (-each.count, each.member.name))

    def _items(self, rows):
        items = "".join(f"<li>{row.html}</li>\n" for row in rows)
        return mark_safe(emphasised(items, self.author_ids))


def written_by(author_id):
    """The ids of this author's works, as a subquery; edited ones are not theirs."""
    places = Authorship.objects.filter(author_id=author_id, role="author")
    return places.order_by().values("publication")


def persons(facets):
    """The authors with a page among the facets of a stored row."""
    start = "person:"
    keys = facets.split()
    return {int(key[len(start) :]) for key in keys if key.startswith(start)}


def span(first, last):
    if first == last:
        return str(first or "")
    return f"{first}–{last}"


def _marks(rows):
    return "".join({row.marks for row in rows})


def _partner(member, years):
    known = [year for year in years if year] or [None]
    return Partner(member, len(years), min(known), max(known))
