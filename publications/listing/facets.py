"""What the list may be narrowed by, with the number of papers that each choice gives."""

from dataclasses import dataclass
from heapq import nsmallest

from publications.listing.address import FACETS
from publications.names import make_slug

HEADINGS = {
    "year": "Year",
    "type": "Type",
    "venue": "Venue",
    "person": "Member",
    "topic": "Topic",
    "status": "Status",
    "has": "With",
}
SHOWN = 10
FOLDED = 40
OPEN = {"person", "type", "has"}
WORDS = {"type", "status"}  # the other facets have names, written as they are


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    count: int
    is_chosen: bool = False

    @property
    def number(self):
        return f"{self.count:,}"


@dataclass(frozen=True)
class Facet:
    """`options` are shown, `rest` folds; `all_address` shows the ones left out."""

    name: str
    options: list[Option]
    rest: list[Option]
    number: int
    all_address: str = ""

    @property
    def heading(self):
        return HEADINGS[self.name]

    @property
    def chosen(self):
        return [option for option in self.options if option.is_chosen]

    def tells_apart(self, papers):
        if self.number != 1 or self.chosen:
            return self.number > 0
        return self.options[0].count < papers

    @property
    def is_open(self):
        return bool(self.name in OPEN or self.chosen or self.rest_is_open)

    @property
    def rest_is_open(self):
        return len(self.options) + len(self.rest) > SHOWN + FOLDED


def facets(address, counts, papers, label=lambda name, value: value):
    """A Facet for each name of `counts`, which gives its (value, label, count)s.

    `label(name, value)` is what a value is called that no paper has now.

    A facet that tells nothing apart, as all the papers have the same, is left out. A
    thousand members are too many for every page: the address says which facet is
    shown whole.
    """
    made = (
        _facet(address, name, counts[name], label) for name in FACETS if name in counts
    )
    return [facet for facet in made if facet.tells_apart(papers)]


def _facet(address, name, values, label):
    """Only what is shown is put in order: this is done for a thousand members a page."""
    asked = {key for each in address.facets.get(name, ()) for key in keys(name, each)}
    is_whole = address.more == name or len(values) <= SHOWN + FOLDED
    key = _newest if name == "year" else _most
    ordered = sorted(values, key=key) if is_whole else nsmallest(SHOWN, values, key)
    first = ordered[:SHOWN]
    first += [each for each in values if each.value in asked and each not in first]
    rest = [each for each in ordered[SHOWN:] if each.value not in asked]
    if name != "year":
        rest.sort(key=lambda each: each.label.casefold())
    gone = _gone(address, name, values, label)
    return Facet(
        name,
        [_option(name, each, each.value in asked) for each in first] + gone,
        [_option(name, each) for each in rest],
        len(values) + len(gone),
        "" if is_whole else str(address.showing_all(name)),
    )


def _gone(address, name, values, label):
    """Choices that no paper has, or no longer: they stay in sight."""
    chosen = address.facets.get(name, ())
    known = {each.value for each in values} if chosen else set()
    return [
        Option(value, _called(name, label(name, value)), 0, is_chosen=True)
        for value in chosen
        if known.isdisjoint(keys(name, value))
    ]


def _newest(value):
    return -int(value.value)


def _most(value):
    return -value.count, value.label.casefold()


def _option(name, value, is_chosen=False):
    return Option(value.value, _called(name, value.label), value.count, is_chosen)


def keys(name, value):
    """A venue may stand in the address as its badge says it: "ICLR"."""
    return (value,) if name == "year" else (value, make_slug(value, 100))


def _called(name, label):
    return label[:1].upper() + label[1:] if name in WORDS else label
