"""Those outside the lab with whom a member writes again and again."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Max, Min

from people.joint import span
from publications.models import Author, Authorship

FEWEST_PAPERS = 2
MOST_SHOWN = 20
# On the paper of a collaboration of hundreds nobody writes with anybody.
MOST_AUTHORS = 50


@dataclass(frozen=True, slots=True)
class Outsider:
    name: str
    count: int
    years: str
    search: str


def outside_coauthors(papers, slug):
    """Authors without a member's page on two or more of these papers, given by id.

    The papers are those that the member's page shows. Their ids are given, for SQLite
    began with everybody's authorships when it was given a query for them instead.
    """
    crowded = Authorship.objects.filter(
        publication__among=papers, position__gte=MOST_AUTHORS
    )
    places = Authorship.objects.filter(
        publication__among=papers,
        role="author",
        author__person_page=None,
        author__is_group=False,
    ).exclude(publication__in=crowded.values("publication"))
    counted = (
        places.order_by()
        .values("author")
        .annotate(
            count=Count("publication", distinct=True),
            first=Min("publication__listed__year"),
            last=Max("publication__listed__year"),
        )
        .filter(count__gte=FEWEST_PAPERS)
        .order_by("-count", "author")[:MOST_SHOWN]
    )
    counted = list(counted)
    known = Author.objects.in_bulk([each["author"] for each in counted])
    return [_outsider(known[each["author"]], each, slug) for each in counted]


def _outsider(author, counted, slug):
    name = author.display_name
    words = urlencode({"q": f'author:"{name}"', "person": slug})
    return Outsider(
        name=name,
        count=counted["count"],
        years=span(counted["first"], counted["last"]),
        search=f"/publications/?{words}",
    )
