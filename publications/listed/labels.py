"""What the values of a facet are called, in the address and for readers."""

from collections import defaultdict
from dataclasses import dataclass, field

from publications import members
from publications.listed.facets import HAS
from publications.models import Appearance, Topic, Venue
from publications.models.publication import PublicationType
from publications.names import make_slug

LONGEST_VALUE = 100
TYPES = dict(PublicationType.choices)
STATUSES = dict(Appearance.Status.choices)


@dataclass
class Values:
    """Of one facet: {value in the address: keys of the stored rows}, and its label."""

    keys: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[str, str] = field(default_factory=dict)

    def add(self, value, label, key):
        self.keys[value].append(key)
        self.labels.setdefault(value, label)


def values_of(keys):
    """{facet: Values} of those keys ("venue:12") that readers may be told of.

    An author whose page nobody may see is no value, whatever the rows say.
    """
    by_facet = defaultdict(list)
    for key in keys:
        facet, _, value = key.partition(":")
        by_facet[facet].append(value)
    return {facet: make(by_facet[facet]) for facet, make in _FACETS.items()}


def _plain(labels, facet):
    def values(present):
        found = Values()
        for value in present:
            found.add(value, labels.get(value, value), f"{facet}:{value}")
        return found

    return values


def _years(present):
    return _plain({}, "year")(present)


def _venues(present):
    """Venues of one acronym are one value, which addresses without it cannot tell apart."""
    found, present = Values(), set(present)
    venues = Venue.objects.order_by("pk").values_list("pk", "acronym", "name")
    for pk, acronym, name in venues:
        if str(pk) in present:
            label = acronym or name
            value = make_slug(label, LONGEST_VALUE)
            found.add(value, label, f"venue:{pk}")
    return found


def _people(present):
    found, present = Values(), set(present)
    for member in members.everyone():
        if member.url and str(member.author_id) in present:
            found.add(member.slug, member.name, f"person:{member.author_id}")
    return found


def _topics(present):
    found, present = Values(), set(present)
    for pk, slug, name in Topic.objects.order_by("pk").values_list(
        "pk", "slug", "name"
    ):
        if str(pk) in present:
            found.add(slug, name, f"topic:{pk}")
    return found


_FACETS = {
    "year": _years,
    "type": _plain(TYPES, "type"),
    "venue": _venues,
    "person": _people,
    "topic": _topics,
    "status": _plain(STATUSES, "status"),
    "has": _plain(HAS, "has"),
}
