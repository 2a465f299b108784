from xml.etree import ElementTree

import pytest

from tests.factories import make_member, make_paper
from tests.portal.atom_check import ATOM, faults_of_feed

pytestmark = pytest.mark.django_db

HOSTILE = 'A\x0bB <script>alert(1)</script> & "it" \u202e \U0001f600'


def entries(client, address):
    """The entries of a valid feed."""
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert faults_of_feed(response.content) == []
    return ElementTree.fromstring(response.content).findall(f"{ATOM}entry")


def titles(client, address):
    return [each.findtext(f"{ATOM}title") for each in entries(client, address)]


def test_newest_papers_come_first(client):
    make_paper("On Engines", year="2019")
    make_paper("On Notes", year="2021")
    make_paper("On Looms", year="1801")

    wanted = ["On Notes", "On Engines", "On Looms"]
    assert titles(client, "/publications/feed/") == wanted


def test_entry_names_its_authors_their_pages_and_its_topics(client):
    ada = make_member("Ada Lovelace")
    make_paper("On Engines", [ada.author, "Yan Liu"], topics=("Engines",))

    (entry,) = entries(client, "/publications/feed/")

    people = [
        (each.findtext(f"{ATOM}name"), each.findtext(f"{ATOM}uri"))
        for each in entry.findall(f"{ATOM}author")
    ]
    assert people == [
        ("Ada Lovelace", "http://127.0.0.1:8000/people/ada-lovelace/"),
        ("Yan Liu", None),
    ]
    assert entry.find(f"{ATOM}category").get("term") == "Engines"
    link = entry.find(f"{ATOM}link").get("href")
    assert link == "http://127.0.0.1:8000/publications/on-engines/"


def test_feed_of_a_member_and_of_a_topic(client):
    ada, alan = make_member("Ada Lovelace"), make_member("Alan Turing")
    make_paper("On Engines", [ada.author], topics=("Engines",))
    make_paper("On Notes", [alan.author], topics=("Notes",))

    assert titles(client, "/people/ada-lovelace/feed/") == ["On Engines"]
    assert titles(client, "/publications/feed/?topic=notes") == ["On Notes"]
    assert titles(client, "/publications/feed/?person=alan-turing") == ["On Notes"]


def test_id_of_an_entry_outlives_its_address(client):
    paper = make_paper("On Engines")
    before = entries(client, "/publications/feed/")[0].findtext(f"{ATOM}id")
    paper.slug = "on-machines"
    paper.save()

    after = entries(client, "/publications/feed/")[0].findtext(f"{ATOM}id")

    assert before == after
    assert before.startswith("tag:127.0.0.1,")


def test_hostile_texts_are_inert_and_the_feed_stays_valid(client):
    make_paper(HOSTILE, ["Jo <b>Doe</b>"], abstract=HOSTILE, venue=HOSTILE)

    (entry,) = entries(client, "/publications/feed/")

    assert "<script" not in entry.findtext(f"{ATOM}summary")
    assert "AB" in entry.findtext(f"{ATOM}title").replace(" ", "")


def test_feed_that_has_not_changed_is_not_sent_again(client):
    make_paper("On Engines")
    etag = client.get("/publications/feed/")["ETag"]

    response = client.get("/publications/feed/", headers={"If-None-Match": etag})

    assert response.status_code == 304


@pytest.mark.parametrize(
    "address",
    [
        "/publications/feed/",
        "/publications/feed/?year=abc&q=%00&page=-1",
        "/publications/feed/?person=nobody",
    ],
)
def test_feed_of_nothing_is_valid(client, address):
    assert entries(client, address) == []
    assert client.get(address).content == client.get(address).content


def test_nobody_has_no_feed(client):
    make_member("Jo Doe", live=False)

    assert client.get("/people/nobody/feed/").status_code == 404
    assert client.get("/people/jo-doe/feed/").status_code == 404


def test_paper_called_feed_does_not_stand_in_the_way(client):
    paper = make_paper("Feed")

    assert paper.slug == "feed-2"
    assert titles(client, "/publications/feed/") == ["Feed"]
