"""The papers of an author, in groups that are likely to be by one human being each.

Whoever writes with the same people is the same; of papers that share nobody the same
venue within a few years tells something. It is a hint for the eye, no proof.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from publications.models import Appearance, Authorship

# Everybody has signed the papers of a collaboration; its first names tell enough.
MOST_NAMES = 50
YEARS = 3
SHOWN = 3


@dataclass(frozen=True)
class Place:
    """One place of the author in a list of authors; `beside` are names by key."""

    pk: int
    title: str
    printed: str
    year: int | None
    venue: str
    beside: dict[str, str]


@dataclass(frozen=True)
class Camp:
    places: list[Place]

    @property
    def about(self) -> str:
        """ "with Bo Li and Cy Wu, 2015–2019, at KDD"."""
        names = Counter(name for each in self.places for name in each.beside.values())
        venues = Counter(each.venue for each in self.places if each.venue)
        years = sorted({each.year for each in self.places if each.year})
        parts = [
            f"with {_first(names)}" if names else "alone",
            "–".join(str(year) for year in dict.fromkeys((*years[:1], *years[-1:]))),
            f"at {_first(venues)}" if venues else "",
        ]
        return ", ".join(part for part in parts if part)


def camps_of(author) -> list[Camp]:
    """The largest group first; in three queries."""
    places = _places(author)
    groups = _joined(places, lambda each: each.beside)
    alone = [group[0] for group in groups if len(group) == 1]
    groups = [group for group in groups if len(group) > 1]
    groups += _joined(alone, _venue_about)
    return [Camp(group) for group in sorted(groups, key=len, reverse=True)]


def _places(author):
    rows = list(
        author.authorships.select_related("publication").order_by("-publication_id")
    )
    papers = author.authorships.values("publication")
    beside = defaultdict(dict)
    names = Authorship.objects.filter(publication__in=papers, position__lt=MOST_NAMES)
    for paper, key, name in names.exclude(author=author).values_list(
        "publication", "name_key", "printed_name"
    ):
        beside[paper][key] = name
    first = Appearance.objects.filter(publication__in=papers, position=0)
    primary = {each.publication_id: each for each in first}
    return [_place(row, beside, primary.get(row.publication_id)) for row in rows]


def _place(row, beside, primary):
    venue = primary.venue if primary else None
    return Place(
        pk=row.pk,
        title=row.publication.title,
        printed=row.printed_name,
        year=primary.date.year if primary else None,
        venue=venue.short_name if venue else primary.venue_name if primary else "",
        beside=beside[row.publication_id],
    )


def _joined(places, marks_of):
    """Groups of places that are tied by a common mark, directly or through others."""
    group_of = {place.pk: [place] for place in places}
    bearers = defaultdict(list)
    for place in places:
        for mark in marks_of(place):
            bearers[mark].append(place)
    for tied in bearers.values():
        for one, other in zip(tied, tied[1:], strict=False):
            ours, theirs = group_of[one.pk], group_of[other.pk]
            if ours is not theirs:
                ours += theirs
                group_of.update((each.pk, ours) for each in theirs)
    return list({id(group): group for group in group_of.values()}.values())


def _venue_about(place):
    """The venue in each of the years around this one, so that near years meet."""
    if not (place.venue and place.year):
        return []
    return [(place.venue, place.year + more) for more in range(YEARS)]


def _first(counted):
    names = [name for name, _ in counted.most_common(SHOWN)]
    more = len(counted) - len(names)
    return f"{', '.join(names)} and {more} more" if more else ", ".join(names)
