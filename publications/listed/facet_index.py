"""The listing in memory: which papers have which facets, in the order of lists.

What it answers asks the database nothing.
"""

from array import array
from collections import OrderedDict, defaultdict
from functools import cached_property

from publications.listed.bits import PlaceSet, of_many
from publications.listed.facets import FEATURED
from publications.listed.labels import values_of
from publications.listed.selection import Selection
from publications.names import make_slug

EMPTY = PlaceSet([])
# Searches of which the hits are kept; a word of every paper takes 8 bytes for each.
SEARCHES = 16


class Hits:
    """The ids of papers that words found, the best first, and the same as bits."""

    def __init__(self, ids, index):
        self.ids = array("q", ids)
        self.bits = of_many(map(index.places.get, self.ids), len(index.ids))

    def __iter__(self):
        return iter(self.ids)


class ListingIndex:
    """`papers`: {id: (sort date, year, facet keys as text)}; never changed afterwards."""

    def __init__(self, papers):
        self.papers = papers
        # Newest first, within one date in the order in which they came in.
        self.ids = sorted(papers)
        self.ids.sort(key=lambda pk: papers[pk][0], reverse=True)
        self.places = {pk: place for place, pk in enumerate(self.ids)}
        self._all = (1 << len(self.ids)) - 1
        self._held = self._places_of_keys()
        self._values, self._made = values_of(self._held), {}
        self._searches = OrderedDict()

    def select(self, facets, hits=None):
        """Papers with any of the values of each facet, and among the hits (ids).

        `facets`: {facet: values as addresses have them}; unknown values select nothing.
        """
        narrowed = {
            name: self._any_of(name, values)
            for name, values in facets.items()
            if values and name in self._values
        }
        found = self._all
        if hits is not None:
            hits = hits if isinstance(hits, Hits) else Hits(hits, self)
            found = hits.bits
        return Selection(self, narrowed, found, hits)

    def hits_of(self, words, find):
        """The Hits among what `find()` gives, kept as long as the index.

        Who turns the page or narrows a search further asks for the same words again.
        """
        hits = self._searches.get(words)
        if hits is None:
            hits = self._searches[words] = Hits(find(), self)
            while len(self._searches) > SEARCHES:
                self._searches.popitem(last=False)
        return hits

    def featured(self):
        return Selection(self, {}, self._held.get(FEATURED, EMPTY).bits)

    def author_ids(self, slugs):
        """Of the members with these slugs, as far as readers may be told of them."""
        keys = self._values["person"].keys
        named = (key for slug in slugs if slug in keys for key in keys[slug])
        return {int(key.partition(":")[2]) for key in named}

    def values(self, facet):
        """[(value, label, PlaceSet)] of each value that readers may be told of."""
        return self._by_value(facet).values()

    @cached_property
    def years(self):
        """[(year or None, PlaceSet)] in the order of the list."""
        dated = defaultdict(list)
        for place, pk in enumerate(self.ids):
            dated[self.papers[pk][1]].append(place)
        return [(year, PlaceSet(places)) for year, places in dated.items()]

    def _places_of_keys(self):
        places = defaultdict(list)
        for place, pk in enumerate(self.ids):
            for key in self.papers[pk][2].split():
                places[key].append(place)
        return {key: PlaceSet(held) for key, held in places.items()}

    def _any_of(self, facet, values):
        chosen, known = 0, self._by_value(facet)
        for value in values:
            found = known.get(value)
            if not found and facet != "year":
                # A venue may stand there as its badge says it: "ICLR".
                found = known.get(make_slug(value[:200], 100))
            chosen |= found[2].bits if found else 0
        return chosen

    def _by_value(self, facet):
        if facet not in self._made:
            named = self._values[facet]
            self._made[facet] = {
                value: (value, named.labels[value], self._joined(keys))
                for value, keys in named.keys.items()
            }
        return self._made[facet]

    def _joined(self, keys):
        if len(keys) == 1:
            return self._held[keys[0]]
        places = (place for key in keys for place in self._held[key].places)
        return PlaceSet(sorted(set(places)))
