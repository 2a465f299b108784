"""What the values of a facet are called, in the address and for readers."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import F, Value

from publications import members
from publications.listed.facets import HAS
from publications.models import Appearance, Topic, Venue
from publications.models.publication import PublicationType
from publications.names import make_slug

LONGEST_VALUE = 100
# Facets whose values have names in tables of their own.
NAMED = ("venue", "topic")
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
    return _Facets(keys)


class _Facets:
    """Names are read once a facet is asked for: files and the home page need none."""

    def __init__(self, keys):
        self._present, self._made = defaultdict(list), {}
        for key in keys:
            facet, _, value = key.partition(":")
            self._present[facet].append(value)

    def __contains__(self, facet):
        return facet in _FACETS

    def __getitem__(self, facet):
        if facet not in self._made:
            asked = NAMED if facet in NAMED else (facet,)
            self._made |= _FACETS[facet](*(self._present[each] for each in asked))
        return self._made[facet]


def _plain(facet, labels=None):
    def values(present):
        found, names = Values(), labels or {}
        for value in present:
            found.add(value, names.get(value, value), f"{facet}:{value}")
        return {facet: found}

    return values


def _people(present):
    found, present = Values(), set(present)
    for member in members.everyone():
        if member.url and str(member.author_id) in present:
            found.add(member.slug, member.name, f"person:{member.author_id}")
    return {"person": found}


def _venues_and_topics(*present):
    """Both in one query, each in the order in which they came in."""
    columns = ("pk", "short", "name")
    venues = Venue.objects.order_by().annotate(facet=Value("venue"), short=F("acronym"))
    topics = Topic.objects.order_by().annotate(facet=Value("topic"), short=F("slug"))
    rows = venues.values_list("facet", *columns).union(
        topics.values_list("facet", *columns), all=True
    )
    present = dict(zip(NAMED, map(set, present), strict=True))
    found = {facet: Values() for facet in NAMED}
    for facet, pk, short, name in rows.order_by("pk"):
        if str(pk) in present[facet]:
            found[facet].add(*_called[facet](short, name), f"{facet}:{pk}")
    return found


def _venue(acronym, name):
    """Venues of one acronym are one value, which addresses without it cannot tell apart."""
    label = acronym or name
    return make_slug(label, LONGEST_VALUE), label


def _topic(slug, name):
    return slug, name


_called = {"venue": _venue, "topic": _topic}
_FACETS = {
    "year": _plain("year"),
    "type": _plain("type", TYPES),
    "venue": _venues_and_topics,
    "person": _people,
    "topic": _venues_and_topics,
    "status": _plain("status", STATUSES),
    "has": _plain("has", HAS),
}
