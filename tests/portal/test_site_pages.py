import re

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from portal.models import HomePage
from publications.models import PublicationIndexPage
from tests.factories import make_member, make_paper
from tests.factories.stories import make_news
from tests.portal.browsing import text_of, walk
from tests.portal.every_page import EVERY_PAGE, FEEDS, make_every_page

pytestmark = pytest.mark.django_db


def test_healthz_says_ok(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok")


def test_healthz_asks_the_database(client):
    def refuse(*args):
        raise OperationalError("The server closed the connection unexpectedly.")

    with connection.execute_wrapper(refuse), pytest.raises(OperationalError):
        client.get("/healthz")


def test_search_answers_on_a_host_that_is_no_sites(client):
    Site.objects.all().delete()

    assert client.get("/search/?q=engines").status_code == 200


def test_addresses_are_whole_once_where_there_are_two_sites(client):
    make_news("We won")
    home = HomePage.objects.get()
    other = home.get_parent().add_child(instance=HomePage(title="O", slug="other"))
    Site.objects.create(hostname="other.example.org", root_page=other)

    pages = walk(client, "/news/we-won/", "/news/feed/")

    assert [
        address
        for address, each in pages.items()
        if re.search(rb"https?://[^/\s]*https?://", each.content)
    ] == []


def test_robots_names_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in text
    assert "/sitemap.xml" in text


def test_sitemap_holds_pages_and_papers(client):
    make_member("Jo Doe")
    make_paper("A Paper")

    text = client.get("/sitemap.xml").content.decode()

    wanted = ["/people/</loc>", "/people/jo-doe/<", "/publications/a-paper/<"]
    assert [each for each in wanted if each not in text] == []


@pytest.mark.parametrize("debug", [True, False])
def test_wrong_address_gives_a_designed_404(client, settings, debug):
    settings.DEBUG = debug

    response = client.get("/no/such/page/")

    assert response.status_code == 404
    assert debug or 'href="/' in response.content.decode()
    assert debug or len(text_of(response)) > 20


def test_home_page_shows_members_and_papers(client):
    make_member("Jo Doe")
    make_paper("A Featured Paper", ["Jo Doe"], featured=True)

    text = text_of(client.get("/"))

    assert "Jo Doe" in text
    assert "A Featured Paper" in text


def test_address_of_thousands_of_parts_costs_no_more_than_another(client):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(f"/{'a/' * 5000}")

    assert response.status_code == 404
    assert max(len(query["sql"]) for query in captured) < 20_000


def test_every_link_of_an_empty_site_leads_somewhere(client):
    reached = walk(client)

    assert {
        url: r.status_code for url, r in reached.items() if r.status_code != 200
    } == {}
    assert set(reached) >= {"/", "/people/", "/publications/"}


def test_every_link_of_a_site_leads_somewhere(client):
    author = make_member("Jo Doe", interests="C++ & C#\n100% graphs").author
    other = make_member("Anna Berg").author
    make_paper("A Paper", [author, other], topics=("C++ & C#", "Graphs"))

    reached = walk(client)

    assert {
        url: r.status_code for url, r in reached.items() if r.status_code != 200
    } == {}


def test_no_page_asks_anybody_else_for_anything(client):
    make_member("Jo Doe")
    make_paper("A Paper", ["Jo Doe"])

    for address in ("/", "/people/", "/people/jo-doe/", "/publications/a-paper/"):
        page = client.get(address).content.decode()
        assert 'src="http' not in page
        assert 'rel="stylesheet" href="http' not in page


@pytest.mark.parametrize("act", ["restrict", "unpublish"])
def test_papers_of_a_hidden_list_are_on_no_page(client, act):
    make_every_page()
    asked = [*EVERY_PAGE, *FEEDS]
    before = [
        address for address in asked if b"On Notes" in client.get(address).content
    ]
    page = PublicationIndexPage.objects.get()
    if act == "unpublish":
        page.unpublish()
    else:
        page.view_restrictions.create(restriction_type="login")

    pages = walk(client, *asked)

    assert len(before) > 8
    named = [address for address, each in pages.items() if b"On Notes" in each.content]
    assert named == []
