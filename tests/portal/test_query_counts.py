"""A page asks the database a fixed number of questions, however much it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import ContactPoint, PersonPage, Role
from publications.models import Authorship
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db

MOST = 28
ADDRESSES = [
    "/",
    "/people/",
    "/people/?name=member&topic=graphs",
    "/people/member-0/",
    "/people/member-0/with/member-1/",
    "/publications/",
    "/publications/?q=paper&year=2020&person=member-0&type=paper-conference",
    "/publications/paper-0/",
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
        make_member(f"Member {number}", role=role, contacts=[url], interests="Graphs")
    names = [f"Member {number}" for number in range(end)]
    for number in range(start, end):
        make_paper(
            f"Paper {number}",
            [*names, f"Stranger {number}"],
            featured=True,
            venue=f"Venue {number}",
            topics=("Graphs", f"Topic {number}"),
            identifiers=(("doi", f"10.1000/{number}"),),
            links=[("code", "https://code.example.org/")],
        )
    link_names()


def link_names():
    """The factory makes a new author a name; the members' own ones are meant."""
    for page in PersonPage.objects.all():
        Authorship.objects.filter(printed_name=page.title).update(author=page.author)


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", ADDRESSES)
def test_number_of_queries_does_not_grow(client, address):
    grow(0, 2)
    few = queries(client, address)
    grow(2, 7)

    assert queries(client, address) == few
    assert few <= MOST
