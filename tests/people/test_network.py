import csv
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from people.models import PeopleIndexPage
from publications.models import PublicationIndexPage
from publications.renewal import renew
from tests.factories import make_author, make_member, make_paper
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db

MOST = 12


@pytest.fixture
def lab():
    ada, bo, cy = (make_member(name).author for name in ("Ada A", "Bo B", "Cy C"))
    make_paper("One", [ada, bo, make_author("A Stranger")], year="2018")
    make_paper("Two", [ada, bo, cy], year="2021")
    make_paper("Alone", [cy], year="2022")
    return {"ada": ada, "bo": bo, "cy": cy}


def pairs(client, **asked):
    """The rows of the file: (member, other, papers, first, last)."""
    text = client.get("/network.csv", asked).content.decode()
    return [tuple(row[:5]) for row in list(csv.reader(text.splitlines()))[1:]]


def drawn(response):
    """The pairs of the picture, by the addresses of its lines."""
    page = response.content.decode()
    return sorted(set(re.findall(r'<a href="(/people/[^"]*/)" tabindex="-1">', page)))


def test_picture_table_and_file_say_the_same(client, lab):
    response = client.get("/network/")

    assert pairs(client) == [
        ("Ada A", "Bo B", "2", "2018", "2021"),
        ("Ada A", "Cy C", "1", "2021", "2021"),
        ("Bo B", "Cy C", "1", "2021", "2021"),
    ]
    assert drawn(response) == [
        "/people/ada-a/with/bo-b/",
        "/people/ada-a/with/cy-c/",
        "/people/bo-b/with/cy-c/",
    ]
    assert "Ada A and Bo B 2 papers of Ada A and Bo B 2018 2021" in text_of(response)
    assert "3 members and 3 pairs" in text_of(response)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"to": "2020"}, ["Ada A–Bo B"]),
        ({"least": "2"}, ["Ada A–Bo B"]),
        ({"from": "2022"}, []),
        ({"person": "nobody"}, []),
        ({"person": "cy-c", "least": "2"}, ["Ada A–Bo B"]),
        ({"order": "name"}, ["Ada A–Bo B", "Ada A–Cy C", "Bo B–Cy C"]),
    ],
)
def test_network_is_narrowed(client, lab, asked, expected):
    rows = pairs(client, **asked)

    assert [f"{one}–{other}" for one, other, *_ in rows] == expected
    assert len(drawn(client.get("/network/", asked))) == len(expected)


def test_papers_that_change_change_the_network(client, lab):
    before = pairs(client)
    paper = make_paper("Three", [lab["bo"], lab["cy"]], year="2023")
    grown = pairs(client)
    paper.visibility = "private"
    paper.save()
    renew(ids=[paper.pk])

    assert ("Bo B", "Cy C", "2", "2021", "2023") in grown
    assert pairs(client) == before


def test_hidden_members_and_papers_leave_no_trace(client, lab):
    di = make_member("Di Hidden", live=False).author
    make_paper("Secret", [lab["ada"], lab["cy"]], visibility="private")
    make_paper("Open", [lab["ada"], di], year="1999")
    page = lab["cy"].person_page
    PageViewRestriction.objects.create(page=page.page_ptr, restriction_type="login")

    response = client.get("/network/?person=cy-c&order=name")
    everybody = client.get("/network/").content.decode()

    assert pairs(client) == [("Ada A", "Bo B", "2", "2018", "2021")]
    assert drawn(response) == []
    assert [name for name in ("Cy C", "Di Hidden", "1999") if name in everybody] == []


@pytest.mark.parametrize("hidden", [PeopleIndexPage, PublicationIndexPage])
def test_network_is_hidden_with_the_members_or_their_papers(client, lab, hidden):
    hidden.objects.get().unpublish()

    answers = [client.get(path).status_code for path in ("/network/", "/network.csv")]
    assert answers == [404, 404]


def test_empty_site_says_that_nobody_writes_together(client):
    text = text_of(client.get("/network/"))

    assert "No two members have written a paper together yet." in text


@pytest.mark.parametrize(
    "query",
    [
        "person=%00%ff&from=x&to=99999999999999999999&least=1e9&order=%F0",
        "from=-1&to=%D9%A2%D9%A0&least=-5",
        "least=²&from=²²²²&order[]=name&person=<script>",
        f"person={'x' * 10_000}&order={'y' * 10_000}",
    ],
    ids=["broken", "other digits", "no digits", "long"],
)
def test_any_address_gets_a_sane_page(client, lab, query):
    response = client.get(f"/network/?{query}")

    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_headings_sort_the_table(client, lab):
    page = client.get("/network/?least=1&from=2018&order=name").content.decode()

    links = re.findall(r'<th scope="col"><a href="([^"]*)#table">([^<]*)', page)
    assert 'aria-sort="ascending">Members</th>' in page
    assert links == [
        ("?from=2018", "Joint papers"),
        ("?from=2018&amp;order=first", "First"),
        ("?from=2018&amp;order=last", "Last"),
    ]


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    "address",
    [
        "/people/ada-a/",
        "/people/ada-a/with/bo-b/",
        "/people/ada-a/with/bo-b+cy-c/",
        "/network/",
        "/network/?person=ada-a&from=2018",
    ],
)
def test_number_of_queries_does_not_grow(client, lab, address):
    grow(lab, 0, 1)
    few = queries(client, address)
    grow(lab, 1, 6)

    assert queries(client, address) == few
    assert few <= MOST


def grow(lab, start, end):
    """Members and outsiders, each with two papers that the whole lab wrote too."""
    for number in range(start, end):
        member, outside = make_member(f"Member {number}"), make_author(f"Jo {number}")
        for title in ("First", "Second"):
            everybody = [*lab.values(), member.author, outside]
            make_paper(f"{title} {number}", everybody, year=str(2000 + number))
