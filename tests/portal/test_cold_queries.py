"""A page asks the database little even where nothing is cached and no picture is drawn."""

from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
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
EVERYWHERE = [*ADDRESSES, *FURTHER, *FILES]
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


def cold_queries(client, addresses):
    """{address: how often it asks the database}"""
    asked = {}
    for address in addresses:
        forget_everything()
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        read(response)
        assert response.status_code == 200, address
        asked[address] = len(captured)
    return asked


def as_visitor():
    return cold_queries(Client(), EVERYWHERE)


def as_reader():
    return cold_queries(reader(), EVERYWHERE)


def with_restricted(place, kind):
    """What a reader asks who is let in."""
    client, page = reader(), place.objects.get()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    restriction.groups.set(Group.objects.filter(name="Readers"))
    session = client.session
    session[PageViewRestriction.passed_view_restrictions_session_key] = [restriction.pk]
    session.save()
    return cold_queries(client, RESTRICTED[place])


def reader():
    user = get_user_model().objects.create_user("reader", password="x")
    user.groups.add(Group.objects.create(name="Readers"))
    client = Client()
    client.force_login(user)
    return client


ASKED = {
    "visitor": as_visitor,
    "reader": as_reader,
    **{
        f"{place.__name__} {kind}": partial(with_restricted, place, kind)
        for place in RESTRICTED
        for kind in ("groups", "password", "login")
        if kind == "groups" or place is PublicationIndexPage
    },
}


def asked():
    """{who: {address: how often it asks the database}}, leaving nothing behind."""
    found = {}
    for who, ask in ASKED.items():
        with transaction.atomic():
            found[who] = ask()
            transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def lab(until_the_module_ends):
    """What is asked in a small lab, and in a large one, which is left."""
    SiteSettings.objects.create(site=Site.objects.get(), logo=make_picture())
    grow(0, 4)
    Client().get("/search/?q=x")  # Wagtail looks once a process for its own index
    few = asked()
    grow(4, 8)
    return few, asked()


@pytest.mark.parametrize("who", ASKED)
def test_number_of_queries_is_small_with_nothing_cached(lab, who):
    few, many = (asked[who] for asked in lab)

    assert many == few
    assert {address: count for address, count in few.items() if count > MOST} == {}


@pytest.mark.parametrize("address", ["/", "/publications/", "/people/member-0/"])
def test_page_that_draws_what_an_import_left_needs_no_more(client, lab, address):
    ListedPaper.objects.update(html="")
    drawing._kept.clear()

    with CaptureQueriesContext(connection) as captured:
        page = client.get(address).content.decode()

    assert "Paper 0" in page
    assert len(captured) <= MOST
