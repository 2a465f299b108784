"""What an address asks of the list, and the addresses that ask for something near it.

Whatever is typed is taken as it is: a value that nobody knows selects nothing, a page
that is no number is the first.
"""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

FACETS = ("year", "type", "venue", "person", "topic", "status", "has")
SORTS = ("relevance", "date")
LONGEST_VALUE = 200
MOST_VALUES = 50


@dataclass(frozen=True)
class Address:
    q: str = ""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    page: int = 1
    more: str = ""

    @classmethod
    def of(cls, parameters):
        """From a QueryDict."""
        chosen = {name: _values(parameters, name) for name in FACETS}
        sort, more = parameters.get("sort", ""), parameters.get("more", "")
        return cls(
            q=_clean(parameters.get("q", "")),
            facets={name: values for name, values in chosen.items() if values},
            sort=sort if sort in SORTS else "",
            page=_number(parameters.get("page", "")),
            more=more if more in FACETS else "",
        )

    @property
    def narrows(self):
        return bool(self.q or self.facets)

    @property
    def by_relevance(self):
        """The best first where words are asked for, unless the address wants the newest."""
        return bool(self.q) and self.sort != "date"

    @property
    def sets(self):
        return {name: frozenset(values) for name, values in self.facets.items()}

    @property
    def number_chosen(self):
        return sum(map(len, self.facets.values()))

    @property
    def pairs(self):
        """All that selects papers, as (parameter, value)."""
        words = [("q", self.q)] if self.q else []
        return words + [
            (name, value) for name, values in self.facets.items() for value in values
        ]

    @property
    def selection(self):
        """The end of an address that selects and orders the same papers, on all pages."""
        return str(replace(self, page=1, more=""))

    def on_page(self, number):
        return replace(self, page=number, more="")

    @property
    def by_date(self):
        return replace(self, sort="date", page=1)

    @property
    def best_first(self):
        return replace(self, sort="", page=1)

    def showing_all(self, facet):
        return replace(self, more=facet)

    def with_only(self, name, value):
        """This one value of the facet, whatever else was chosen of it."""
        return replace(self, facets=self._facets(name, (value,)), page=1, more="")

    def without(self, name, value):
        if name == "q":
            return replace(self, q="", sort="", page=1, more="")
        kept = tuple(each for each in self.facets.get(name, ()) if each != value)
        return replace(self, facets=self._facets(name, kept), page=1, more="")

    def _facets(self, name, values):
        """In the order of FACETS: one selection has one address."""
        facets = {**self.facets, name: values}
        return {name: facets[name] for name in FACETS if facets.get(name)}

    def __str__(self):
        """The end of the address ("?year=2020&page=2"), or "" for the whole list."""
        pairs = list(self.pairs)
        pairs += [("sort", self.sort)] if self.sort and self.q else []
        pairs += [("page", self.page)] if self.page > 1 else []
        pairs += [("more", self.more)] if self.more else []
        return f"?{urlencode(pairs)}" if pairs else ""


def _values(parameters, name):
    values = map(_clean, parameters.getlist(name)[:MOST_VALUES])
    return tuple(dict.fromkeys(filter(None, values)))


def _clean(text):
    return text.replace("\x00", "\ufffd")[: LONGEST_VALUE + 1].strip()[:LONGEST_VALUE]


def _number(text):
    """Nine digits at most: more of them are no page, and Python refuses thousands."""
    text = text.strip()[:9]
    return max(1, int(text)) if text.isascii() and text.isdigit() else 1
