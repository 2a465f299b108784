"""The list of publications as its address asks for it."""

from functools import cached_property
from itertools import chain, groupby

from django.utils.safestring import mark_safe

from publications import emphasis, search
from publications.listed import index, shown
from publications.listing.address import FACETS, Address
from publications.listing.chips import chips
from publications.listing.facets import facets
from publications.listing.pages import Pages
from publications.models.publication import Publication
from publications.public_list import public_rows
from publications.year_chart import year_chart

MOST_CHIPS = 8


class Listing:
    """What ?q= &year= &type= &venue= &person= &topic= &status= &has= select together.

    A parameter may stand there several times: then any of its values will do. Whoever
    makes one has made sure that the reader may see the list.
    """

    def __init__(self, parameters):
        self.address = Address.of(parameters)

    @cached_property
    def selection(self):
        return self._index.select(self.address.sets, self._hits)

    @cached_property
    def _index(self):
        return index.current()

    @cached_property
    def _hits(self):
        """The papers that the words find, the best first; None without any words."""
        if not self.address.q:
            return None
        return self._index.hits_of(self.address.q, self._find)

    def _find(self):
        found = search.find(self.address.q)
        return dict.fromkeys(chain(found.ranked, found.all_ids))

    @property
    def count(self):
        return self.selection.count

    @property
    def number(self):
        return f"{self.count:,} paper{'' if self.count == 1 else 's'}"

    @property
    def summary(self):
        """What is told aloud when the list changes."""
        found, pages = " found" if self.address.narrows else "", self.pages
        page = f", page {pages.number} of {pages.last}" if pages.last > 1 else ""
        return f"{self.number}{found}{page}"

    @property
    def ids(self):
        """Every paper selected, on all pages, in the order of the list."""
        return self._ids(0, self.count)

    @property
    def papers(self):
        """The same as a queryset, or as ids where the order is that of relevance."""
        papers = Publication.objects.public()
        if self.address.narrows:
            papers = papers.filter(pk__among=self.ids)
        if not self.address.by_relevance:
            return papers
        public = set(papers.order_by().values_list("pk", flat=True))
        return [pk for pk in self.ids if pk in public]

    def _ids(self, start, stop):
        by_relevance = self.address.by_relevance
        return self.selection.ids(start, stop, by_relevance=by_relevance)

    @cached_property
    def pages(self):
        return Pages(self.count, self.address)

    @cached_property
    def _rows(self):
        ids = self._ids(self.pages.start, self.pages.end)
        return shown.rows_of(ids, public_rows)

    @property
    def marks(self):
        """Those of all names on the page, for its legend."""
        return "".join(marks for *_, marks in self._rows)

    @cached_property
    def groups(self):
        """(year, its papers as HTML) for the page; a single group when by relevance."""
        if self.address.by_relevance:
            return [(None, self._items(self._rows))]
        years = groupby(self._rows, key=lambda row: row[1])
        return [(year, self._items(group)) for year, group in years]

    def _items(self, rows):
        """The rows as the members see them whose papers are asked for."""
        own = self._index.author_ids(self.address.facets.get("person", ()))
        items = "".join(f"<li>{html}</li>\n" for _, _, html, _ in rows)
        return mark_safe(emphasis.emphasised(items, own))

    @cached_property
    def counts(self):
        return {name: self.selection.counts(name) for name in FACETS}

    @cached_property
    def facets(self):
        return facets(self.address, self.counts, self.count, self._label)

    def _label(self, facet, value):
        labels = (label for key, label, _ in self._index.values(facet) if key == value)
        return next(labels, value)

    @cached_property
    def chips(self):
        return chips(self.address, self.facets)

    @property
    def easings(self):
        """(chip, papers) where something would be found without that one thing."""
        counts = ((chip, self._count_without(chip)) for chip in self.chips[:MOST_CHIPS])
        return [(chip, count) for chip, count in counts if count]

    def _count_without(self, chip):
        hits = None if chip.name == "q" else self._hits
        return self._index.select(chip.address.sets, hits).count

    @cached_property
    def jumps(self):
        """The years of the list; none where it is not in their order."""
        if self.address.by_relevance:
            return []
        jumps = self.pages.jumps(self.selection.years())
        return jumps if len(jumps) > 1 else []

    @cached_property
    def chart(self):
        """Papers per year, other years than the chosen ones too."""
        counts = [(int(each.value), each.count) for each in self.counts["year"]]
        chosen = set(self.address.facets.get("year", ()))
        return year_chart(
            counts,
            lambda year: f"/publications/{self.address.with_only('year', str(year))}",
            frozenset(year for year, _ in counts if str(year) in chosen),
        )
