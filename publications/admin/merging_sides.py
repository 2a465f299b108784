"""Two authors or two venues beside each other: what tells whether they are one."""

from dataclasses import dataclass, replace

from django.urls import reverse

from publications.models import Publication

SHOWN_PAPERS = 8


@dataclass(frozen=True)
class Side:
    """`facts` are (label, text), empty ones left out; `papers` the newest.

    `weight` says which is likelier to stay.
    """

    pk: int
    name: str
    edit_url: str
    facts: list[tuple[str, str]]
    papers: list[Publication]
    count: int
    weight: tuple
    stays: bool = False


def side_of_author(author):
    page = getattr(author, "person_page", None)
    facts = [
        ("Member", page.title if page else ""),
        ("ORCID iD", author.orcid),
        ("Other names", _listed(author.names.all())),
        ("In its own script", author.native_name),
        ("Website", author.website),
    ]
    papers = Publication.objects.filter(pk__in=author.authorships.values("publication"))
    return _side(author, "authors", facts, papers, is_member=page is not None)


def side_of_venue(venue):
    facts = [
        ("Acronym", venue.acronym),
        ("Kind", venue.get_kind_display()),
        ("Other names", _listed(venue.names.all())),
        ("Website", venue.url),
        ("Colour", venue.colour),
    ]
    papers = Publication.objects.filter(pk__in=venue.appearances.values("publication"))
    return _side(venue, "venues", facts, papers)


def sides_of(side_of, one, other):
    """Both, one of them marked to stay: a member, or who has more papers."""
    sides = [side_of(row) for row in (one, other)]
    stays = max(sides, key=lambda side: side.weight)
    return [replace(side, stays=side is stays) for side in sides]


def _side(row, lists, facts, papers, is_member=False):
    shown = papers.newest_first().prefetch_related("appearances")[:SHOWN_PAPERS]
    return Side(
        pk=row.pk,
        name=str(row),
        edit_url=reverse(f"{lists}:edit", args=[row.pk]),
        facts=[(label, text) for label, text in facts if text],
        papers=list(shown),
        count=(count := papers.count()),
        weight=(is_member, count),
    )


def _listed(names):
    return ", ".join(map(str, names))
