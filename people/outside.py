"""Those outside the lab with whom a member writes again and again."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from people.joint import span
from publications.models import Author, Authorship

FEWEST_PAPERS = 2
MOST_SHOWN = 20
# On the paper of a collaboration of hundreds nobody writes with anybody. Positions
# count from 0, without gaps.
MOST_AUTHORS = 50


@dataclass(frozen=True, slots=True)
class Outsider:
    name: str
    count: int
    years: str
    search: str


def outside_coauthors(papers, slug):
    """Authors without a member's page on two or more of these papers: {id: year or None}.

    The papers are those that the member's page shows. Counted here, for PostgreSQL took
    the one query that does it all for an invitation to go through every author.
    """
    years = defaultdict(list)
    for paper, author in _places(papers):
        years[author].append(papers[paper])
    often = [each for each in years if len(years[each]) >= FEWEST_PAPERS]
    outside = Author.objects.filter(
        pk__among=often, person_page=None, is_group=False
    ).order_by("pk")
    first = sorted(outside, key=lambda author: -len(years[author.pk]))[:MOST_SHOWN]
    return [_outsider(author, years[author.pk], slug) for author in first]


def _places(papers):
    """(paper's id, author's id), each once; nobody of a crowded paper.

    One plain query: where PostgreSQL has no statistics yet, one with the crowded papers
    inside took a second for a thousand papers.
    """
    places = Authorship.objects.filter(
        publication__among=papers, position__lte=MOST_AUTHORS
    ).order_by()
    places = list(places.values_list("publication_id", "author_id", "role", "position"))
    crowded = {paper for paper, _, _, position in places if position == MOST_AUTHORS}
    return {
        (paper, author)
        for paper, author, role, _ in places
        if author and role == "author" and paper not in crowded
    }


def _outsider(author, years, slug):
    name = author.display_name
    words = urlencode({"q": f'author:"{name}"', "person": slug})
    known = [year for year in years if year] or [None]
    return Outsider(
        name=name,
        count=len(years),
        years=span(min(known), max(known)),
        search=f"/publications/?{words}",
    )
