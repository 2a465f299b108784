"""A page asks the database a fixed number of questions, however much it shows."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents.models import Document
from wagtail.models import Site

from people.models import ContactPoint, PersonPage, Role
from portal.models import ContentPage, HomePage, SiteSettings
from publications.models import Authorship, Link, Publication
from publications.renewal import renew_all
from tests.factories import make_member, make_paper
from tests.factories.pictures import make_picture
from tests.factories.stories import make_news, make_project

pytestmark = pytest.mark.django_db

MOST = 12
ADDRESSES = [
    "/",
    "/people/",
    "/people/?name=member&topic=graphs",
    "/people/member-0/",
    "/people/member-0/with/member-1/",
    "/network/",
    "/news/",
    "/news/story-0/",
    "/news/feed/",
    "/projects/",
    "/projects/project-0/",
    "/pictures/",
    "/publications/",
    "/publications/?q=paper&year=2020&person=member-0&type=paper-conference",
    "/publications/?q=paper&sort=date",
    "/publications/feed/",
    "/search/?q=member",
    "/publications/paper-0/",
    "/publications/paper-0/paper.pdf",
    "/publications.bib",
    "/publications.json",
    "/publications/paper-0.bib",
    "/sitemap.xml",
]


def grow(start, end):
    """Members `start` to `end`, and a paper a member that all of them wrote."""
    role = Role.objects.create(name=f"Role {start}", position=start)
    contact = {"kind": "website", "visibility": "public"}
    for number in range(start, end):
        url = ContactPoint(value=f"https://{number}.example.org/", **contact)
        make_member(
            f"Member {number}",
            role=role,
            contacts=[url],
            interests="Graphs",
            photo=make_picture(),
        )
    names = [f"Member {number}" for number in range(end)]
    for number in range(start, end):
        paper = make_paper(
            f"Paper {number}",
            [*names, f"Stranger {number}"],
            featured=True,
            venue=f"Venue {number}",
            topics=("Graphs", f"Topic {number}"),
            identifiers=(("doi", f"10.1000/{number}"),),
            links=[("code", "https://code.example.org/")],
        )
        Publication.objects.filter(pk=paper.pk).update(thumbnail=make_picture())
        pdf = Document.objects.create(title="x", file=ContentFile(b"x", "x.pdf"))
        Link.objects.create(publication=paper, kind="pdf", document=pdf, position=9)
        authors = PersonPage.objects.all()
        named = {"people": authors, "papers": [paper], "picture": make_picture()}
        make_news(f"Story {number}", **named)
        make_project(f"Project {number}", **named)
    make_page_of_pictures(end)
    link_names()


def make_page_of_pictures(count):
    page = ContentPage.objects.first() or HomePage.objects.get().add_child(
        instance=ContentPage(title="Pictures")
    )
    link = f'<p><a linktype="page" id="{page.pk}">Here</a></p>'
    page.body = [("picture", {"image": make_picture()}) for _ in range(count)]
    page.body += [("text", link) for _ in range(count)]
    page.save()


def link_names():
    """The factory makes a new author a name; the members' own ones are meant."""
    for page in PersonPage.objects.all():
        Authorship.objects.filter(printed_name=page.title).update(author=page.author)
    renew_all()


def queries(client, address):
    read(client.get(address))
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    read(response)
    assert response.status_code == 200
    return len(captured)


def read(response):
    """A file is open until then; closing it by hand would close PostgreSQL, too."""
    for _ in response:
        pass


def queries_of_all(client):
    return {address: queries(client, address) for address in ADDRESSES}


def test_number_of_queries_does_not_grow(client, settings):
    SiteSettings.objects.create(site=Site.objects.get(), logo=make_picture())
    grow(0, 3)
    usual = queries_of_all(client)
    # A cache of pictures has an end, and a new process has nothing in it.
    nothing = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = {**settings.CACHES, "renditions": nothing}
    few = queries_of_all(client)
    grow(3, 7)

    assert queries_of_all(client) == few
    assert {address: count for address, count in usual.items() if count > MOST} == {}
