"""Every kind of page, read by machines: an HTML validator, schema.org, Zotero, Atom."""

from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from portal.models import ContentPage, HomePage
from tests.portal.atom_check import faults_of_feed
from tests.portal.every_page import EVERY_PAGE, FEEDS, HOSTILE, make_every_page
from tests.portal.html_check import faults_of_page
from tests.portal.json_ld_check import faults_of_json_ld, objects_of
from tests.publications.metadata.zotero import what_zotero_sees

pytestmark = pytest.mark.django_db

LISTS = ["/publications/", "/people/ada-lovelace/with/alan-turing/"]


@pytest.fixture(scope="module")
def answers(until_the_module_ends):
    """{address: response} of a lab with everything."""
    make_every_page()
    client = Client()
    return {address: client.get(address) for address in (*EVERY_PAGE, *FEEDS)}


@pytest.fixture(scope="module")
def pages(answers):
    return {address: answers[address].content.decode() for address in EVERY_PAGE}


def found_by(check, documents):
    faults = {address: check(document) for address, document in documents.items()}
    return {address: found for address, found in faults.items() if found}


def test_every_page_is_there(answers):
    codes = {address: response.status_code for address, response in answers.items()}

    assert {address: code for address, code in codes.items() if code != 200} == {}


def test_html_validator_finds_nothing_on_any_page(pages):
    assert found_by(faults_of_page, pages) == {}


def test_html_validator_finds_nothing_on_a_page_that_is_not_there(client):
    page = client.get("/no/such/page/").content.decode()

    assert faults_of_page(page) == []
    assert 'rel="canonical"' not in page


def test_json_ld_check_finds_nothing_on_any_page(pages):
    kinds = {
        address: [each["@type"] for each in objects_of(pages[address])]
        for address in ("/", "/people/ada-lovelace/", "/publications/on-engines/")
    }

    assert found_by(faults_of_json_ld, pages) == {}
    assert kinds == {
        "/": ["WebSite"],
        "/people/ada-lovelace/": ["ProfilePage"],
        "/publications/on-engines/": ["ScholarlyArticle"],
    }


def test_atom_validator_finds_nothing_in_any_feed(answers):
    feeds = {address: answers[address].content for address in FEEDS}

    assert found_by(faults_of_feed, feeds) == {}


def test_zotero_takes_a_paper_whole_from_its_page(pages):
    (item,) = what_zotero_sees(pages["/publications/on-engines/"])

    assert item == {
        "itemType": "journalArticle",
        "title": "On Engines",
        "authors": [("Lovelace", "Ada"), ("Turing", "Alan"), ("Babbage", "Charles")],
        "date": "2018/8/5",
        "publicationTitle": "Journal of Things",
        "volume": "12",
        "issue": "3",
        "pages": "1-9",
        "DOI": "10.1000/engines",
        "abstractNote": "Of engines. And of $E=mc^2$.",
        "tags": ["C++", "Engines"],
    }


@pytest.mark.parametrize("address", LISTS)
def test_zotero_offers_each_paper_of_a_list_once(pages, address):
    items = what_zotero_sees(pages[address])

    titles = [item["title"] for item in items]
    assert titles.count("On Engines") == titles.count("On Notes") == 1
    assert len(titles) == len(set(titles))


def test_zotero_finds_the_files_of_a_paper(pages, client):
    page = pages["/publications/on-engines/"]

    for extension in ("bib", "ris", "json"):
        address = f"/publications/on-engines.{extension}"
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_hostile_texts_are_inert_in_the_head(pages):
    page = pages["/publications/hostile/"]
    (about,) = objects_of(page)

    assert about["headline"].startswith(HOSTILE[:30])
    assert "<script>alert" not in page
    assert what_zotero_sees(page)[0]["title"].startswith(HOSTILE[:30])


def test_every_page_says_how_it_is_shown_where_it_is_shared(pages):
    for address, page in pages.items():
        if address.startswith("/doi/"):
            continue
        assert 'property="og:title" content="' in page, address
        assert page.count('rel="canonical" href="http://127.0.0.1:8000/') == 1, address
        assert page.count('property="og:image" content="http') == 1, address


@pytest.mark.parametrize(
    "address", ["/", "/people/ada-lovelace/", "/publications/hostile/", "/join-us/"]
)
def test_picture_of_a_page_is_there(pages, client, answers, address):
    url = pages[address].partition('og:image" content="')[2].partition('"')[0]

    response = client.get(url.removeprefix("http://127.0.0.1:8000"))

    assert response["Content-Type"] == "image/png"
    assert Image.open(BytesIO(response.content)).size == (1200, 630)


def test_html_validator_sees_what_is_wrong():
    page = """<!doctype html><html><head><title>T</title></head><body>
      <main><h1 id="a">One</h1><h3 id="a">Two</h3><p><div>in</div></p>
      <a href="/x"><button>b</button></a><ul><div></div></ul>
      <img src="x.png"><label for="no">L</label><p onclick="x()">P</p>
      </main></body></html>"""

    faults = " ".join(faults_of_page(page))

    for fault in (
        "unexpected-end-tag",
        "The id “a” is there twice.",
        "After <h1> comes <h3>.",
        "<button> stands in <a>.",
        "<div> stands in <ul>.",
        "<img> has no alt.",
        "for of <label> names no “no”.",
        "<p> has onclick.",
        "<html> has no lang.",
    ):
        assert fault in faults


def test_json_ld_check_sees_what_is_wrong():
    page = (
        '<script type="application/ld+json">{"@context": "https://schema.org", '
        '"@type": "ScholarlyArticle", "autor": "x", "url": "/x", '
        '"datePublished": "May", "author": [{"@type": "Persona"}]}</script>'
    )

    assert sorted(faults_of_json_ld(page)) == [
        "Persona is no type that we know.",
        "ScholarlyArticle has no autor.",
        "ScholarlyArticle needs headline.",
        "datePublished of ScholarlyArticle is no date: “May”.",
        "url of ScholarlyArticle is no address: “/x”.",
    ]


def test_atom_validator_sees_what_is_wrong():
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>T</title>'
        "<updated>2020</updated><entry><id>urn:a</id></entry></feed>"
    )

    assert sorted(faults_of_feed(feed)) == [
        "The feed does not link to itself.",
        "title is missing.",
        "updated is missing.",
        "urn:a has neither content nor a link.",
        "urn:a has no author.",
        "“2020” is no date of RFC 3339.",
        "“x” is no absolute IRI.",
    ]


def test_what_the_head_says_again_is_escaped_once(client):
    title = "Cats & Dogs"
    page = ContentPage(title=title, slug="cats")
    HomePage.objects.get().add_child(instance=page)
    cats = client.get("/cats/").content.decode()
    papers = client.get("/publications/?q=x&year=2018").content.decode()

    assert (unescape(cats).count(title), "&amp;amp;" in cats + papers) == (4, False)
    assert "/publications/?q=x&amp;year=2018" in papers.partition("canonical")[2][:80]
