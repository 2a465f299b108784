"""What the list is narrowed to, each with the address of the list without it."""

from dataclasses import dataclass

from publications.listing.address import Address
from publications.listing.facets import HEADINGS, keys


@dataclass(frozen=True, slots=True)
class Chip:
    name: str
    text: str
    address: Address

    @property
    def heading(self):
        return HEADINGS.get(self.name, "Words")


def chips(address, facets):
    labels = {
        (facet.name, option.value): option.label
        for facet in facets
        for option in facet.chosen
    }
    return [
        Chip(name, _label(labels, name, value), address.without(name, value))
        for name, value in address.pairs
    ]


def _label(labels, name, value):
    found = (labels.get((name, key)) for key in keys(name, value))
    return next(filter(None, found), value)
