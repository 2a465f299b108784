"""Papers in the read-only API, as `export_publications --format json` gives them."""

from typing import Annotated, Literal

from django.http import Http404
from ninja import Field, Query, Router, Schema

from portal.api_answers import Problem, page_of, refuse_unknown
from portal.metadata import absolute
from publications.full_json import full_objects
from publications.listing import Listing
from publications.models import Publication
from publications.public_list import require_list, shown_papers
from publications.whole import whole_papers

router = Router(tags=["publications"])

Texts = Annotated[list[str], Field(default_factory=list)]


class PaperQuery(Schema):
    """The parameters of the list of publications; each may stand there several times."""

    q: str = Field("", description="Words, “phrases”, author:, venue:, year:2018-2021.")
    year: Annotated[list[int], Field(default_factory=list)]
    type: Texts
    venue: Texts
    person: Annotated[
        list[str], Field(default_factory=list, description="A member's slug.")
    ]
    topic: Texts
    status: Texts
    has: Annotated[
        list[str], Field(default_factory=list, description="For example code or pdf.")
    ]
    sort: Literal["", "date", "relevance"] = ""
    limit: int = Field(50, ge=1, le=500)
    offset: int = Field(0, ge=0, le=10_000_000)


class Person(Schema):
    name: str
    printed: str = Field(description="As the paper prints it.")
    person: str | None = Field(description="The slug of the member's page.")
    equal_contribution: bool
    corresponding: bool


class Appearance(Schema):
    venue: str
    venue_short: str
    label: str
    kind: str
    status: str
    presentation: str
    award: str
    date: str
    volume: str
    number: str
    pages: str
    publisher: str
    title: str


class PaperLink(Schema):
    kind: str
    label: str
    url: str


class Notice(Schema):
    """A retraction, an erratum and the like."""

    kind: str
    date: str
    doi: str
    url: str
    text: str


class Paper(Schema):
    slug: str
    url: str
    key: str
    type: str
    title: str
    year: int | None
    month: int | None
    status: str
    doi: str
    arxiv: str
    venue: str
    identifiers: dict[str, str]
    authors: list[Person]
    editors: list[Person]
    authors_truncated: bool
    appearances: list[Appearance]
    links: list[PaperLink]
    notices: list[Notice]
    topics: list[str]
    abstract: str
    note: str
    featured: bool
    updated: str


class Papers(Schema):
    count: int
    next: str | None
    previous: str | None
    results: list[Paper]


@router.get("", response={200: Papers, 404: Problem, 422: Problem}, summary="Papers")
def papers(request, query: Query[PaperQuery]):
    """What the list of publications shows for the same parameters."""
    refuse_unknown(request, PaperQuery.model_fields)
    require_list()
    listing = Listing(request.GET)
    ids = listing.ids[query.offset : query.offset + query.limit]
    papers = whole_papers(Publication.objects.public().filter(pk__in=ids))
    found = {paper.pk: paper for paper in papers}
    shown = [found[pk] for pk in ids if pk in found]
    return page_of(request, _objects(shown), listing.count, query.limit, query.offset)


@router.get("{slug}/", response={200: Paper, 404: Problem}, summary="One paper")
def paper(request, slug: str):
    refuse_unknown(request, ())
    found = whole_papers(shown_papers().filter(slug=slug.replace("\x00", "")))
    if not found:
        raise Http404("There is no public paper of this name.")
    return _objects(found)[0]


def _objects(papers):
    objects = full_objects(papers)
    for each, paper in zip(objects, papers, strict=True):
        each["url"] = absolute(paper.get_absolute_url())
        each["updated"] = paper.updated_at.isoformat(timespec="seconds")
        for link in each["links"]:
            if link["url"].startswith("/"):
                link["url"] = absolute(link["url"])
    return objects
