"""A page asks the database little even where nothing is cached and no picture is drawn."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from people.models import PeopleIndexPage
from portal.models import HomePage, NewsIndexPage, ProjectIndexPage, SiteSettings
from portal.models.images import PortalRendition
from publications import drawing
from publications.listed import index
from publications.models import ListedPaper, PublicationIndexPage
from tests.factories.pictures import make_picture
from tests.portal.test_query_counts import ADDRESSES, MOST, grow, read

pytestmark = pytest.mark.django_db

ENDINGS = ("bib", "biblatex", "ris", "json", "csv", "xlsx")
FILES = [f"/publications/paper-0.{ending}" for ending in ENDINGS]
FILES += [f"/people/member-0/publications.{ending}" for ending in ENDINGS]
FILES += [f"/publications.{ending}?q=paper&year=2020" for ending in ENDINGS]
FURTHER = [
    "/people/member-0/with/member-1+member-2/",
    "/people/member-0/with/member-1/publications.json",
    "/people/member-0/feed/",
    "/people/member-0/card.png",
    "/publications/paper-0/card.png",
    "/search/?q=paper",
    "/search/?q=membr",
    "/network.csv",
    "/card.png",
    "/llms.txt",
    "/robots.txt",
    "/api/publications/?q=paper",
    "/api/publications/paper-0/",
    "/api/people/",
    "/api/people/member-0/",
]
PAPERS = [
    "/publications/",
    "/publications/?q=paper",
    "/publications/paper-0/",
    "/publications/paper-0.bib",
    "/publications.bib?q=paper",
]
RESTRICTED = {
    PublicationIndexPage: PAPERS,
    PeopleIndexPage: ["/people/", "/people/member-0/"],
    NewsIndexPage: ["/news/", "/news/story-0/", "/news/feed/"],
    ProjectIndexPage: ["/projects/", "/projects/project-0/"],
    HomePage: ["/", "/pictures/", "/people/member-0/", "/news/story-0/", *PAPERS],
}


def forget_everything():
    for cache in caches.all(initialized_only=True):
        cache.clear()
    ContentType.objects.clear_cache()
    index._held = None
    renditions = PortalRendition.objects.all()
    renditions._raw_delete(renditions.db)


def cold_queries(client, address):
    forget_everything()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    read(response)
    assert response.status_code == 200, address
    return len(captured)


def cold_queries_of_all(client, addresses):
    return {address: cold_queries(client, address) for address in addresses}


def check(client, addresses):
    """Few queries, and as many for a large lab as for a small one."""
    client.get("/search/?q=x")  # Wagtail looks once a process for its own index
    few = cold_queries_of_all(client, addresses)
    grow(4, 8)
    assert cold_queries_of_all(client, addresses) == few
    assert {address: count for address, count in few.items() if count > MOST} == {}


@pytest.fixture
def lab():
    SiteSettings.objects.create(site=Site.objects.get(), logo=make_picture())
    grow(0, 4)


@pytest.mark.parametrize("address", ["/", "/publications/", "/people/member-0/"])
def test_page_that_draws_what_an_import_left_needs_no_more(client, lab, address):
    ListedPaper.objects.update(html="")
    drawing._kept.clear()

    with CaptureQueriesContext(connection) as captured:
        page = client.get(address).content.decode()

    assert "Paper 0" in page
    assert len(captured) <= MOST


@pytest.fixture
def reader(client):
    user = get_user_model().objects.create_user("reader", password="x")
    user.groups.add(Group.objects.create(name="Readers"))
    client.force_login(user)
    return client


@pytest.mark.parametrize("signed_in", [False, True])
def test_number_of_queries_is_small_with_nothing_cached(
    client, lab, signed_in, request
):
    visitor = request.getfixturevalue("reader") if signed_in else client

    check(visitor, [*ADDRESSES, *FURTHER, *FILES])


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        *((place, "groups") for place in RESTRICTED),
        *((PublicationIndexPage, kind) for kind in ("password", "login")),
    ],
)
def test_reader_of_a_restricted_page_needs_no_more(reader, lab, kind, place):
    page = place.objects.get()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    restriction.groups.set(Group.objects.filter(name="Readers"))
    session = reader.session
    session[PageViewRestriction.passed_view_restrictions_session_key] = [restriction.pk]
    session.save()

    check(reader, RESTRICTED[place])
