"""Some papers of the listing, and how they would be narrowed further."""

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from publications.listed.bits import Papers


@dataclass(frozen=True, slots=True)
class FacetValue:
    """`value` as the address has it."""

    value: str
    label: str
    count: int


class Selection:
    """`narrowed`: {facet: bits of the papers that its chosen values leave}.

    `found`: bits of the papers that the words find, and `hits` their ids in the order
    of relevance, which is None where no words were given.
    """

    def __init__(self, index, narrowed, found, hits=None):
        self._index, self._narrowed = index, narrowed
        self._found, self._hits = found, hits

    @cached_property
    def _papers(self):
        return self._without("")

    def _without(self, facet):
        """The papers that all other facets leave."""
        left = self._found
        for name, narrowed in self._narrowed.items():
            if name != facet:
                left &= narrowed
        return Papers(left, len(self._index.ids))

    @property
    def count(self):
        return self._papers.count

    def ids(self, start, stop, by_relevance=False):
        if by_relevance and self._hits is not None:
            return list(islice(self._relevant(), start, stop))
        ids = self._index.ids
        return [ids[place] for place in self._papers.places(start, stop)]

    def all_ids(self):
        return self.ids(0, self.count)

    def _relevant(self):
        flags, places = self._papers.flags, self._index.places
        return (pk for pk in self._hits if pk in places and flags[places[pk]])

    def counts(self, facet):
        """A FacetValue for each value that some paper has, were this facet not narrowed."""
        narrowed = facet in self._narrowed
        papers = self._without(facet) if narrowed else self._papers
        return [
            FacetValue(value, label, count)
            for value, label, held in self._index.values(facet)
            if (count := held.count_in(papers))
        ]

    def years(self):
        """(year or None, papers, how many stand before them), newest first."""
        found, before = [], 0
        for year, held in self._index.years:
            if count := held.count_in(self._papers):
                found.append((year, count, before))
                before += count
        return found
