from xml.etree import ElementTree

import pytest

from portal import sitemaps
from publications.models import Publication, PublicationIndexPage
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "http://127.0.0.1:8000"


def locations(client, address="/sitemap.xml"):
    """{address: day of its last change}"""
    root = ElementTree.fromstring(client.get(address).content)
    return {
        each.findtext(f"{NAMESPACE}loc").removeprefix(BASE): each.findtext(
            f"{NAMESPACE}lastmod"
        )
        for each in root
    }


def test_every_page_and_paper_is_there_with_the_day_of_its_last_change(client):
    page = make_member("Jo Doe")
    page.save_revision().publish()
    make_paper("A Paper")
    Publication.objects.update(updated_at="2021-03-04T05:06:07Z")

    found = locations(client)

    assert set(found) == {
        "/",
        "/people/",
        "/people/jo-doe/",
        "/publications/",
        "/publications/a-paper/",
    }
    assert found["/publications/a-paper/"] == "2021-03-04"
    assert found["/people/jo-doe/"] is not None


def test_addresses_are_those_of_the_site_whoever_asks(client):
    page = client.get("/sitemap.xml", headers={"Host": "localhost:1234"})

    assert b"<loc>http://127.0.0.1:8000/people/</loc>" in page.content
    assert b"localhost" not in page.content


def test_too_many_for_one_file_become_an_index(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST", 2)
    monkeypatch.setattr(sitemaps.OurSitemap, "limit", 2)
    for number in range(3):
        make_paper(f"Paper {number}")

    parts = list(locations(client))
    found = [address for part in parts for address in locations(client, part)]

    assert parts == [
        "/sitemap-pages-1.xml",
        "/sitemap-pages-2.xml",
        "/sitemap-papers-1.xml",
        "/sitemap-papers-2.xml",
    ]
    assert [each for each in found if "/paper-" in each] == [
        f"/publications/paper-{number}/" for number in range(3)
    ]
    assert client.get("/sitemap-papers-3.xml").status_code == 404
    assert client.get("/sitemap-secrets-1.xml").status_code == 404


def test_private_papers_are_not_there_nor_any_paper_of_a_hidden_list(client):
    make_paper("A Paper")
    make_paper("A Secret", visibility="private")
    before = set(locations(client))

    PublicationIndexPage.objects.get().unpublish()

    assert "/publications/a-secret/" not in before
    assert before - set(locations(client)) == {
        "/publications/",
        "/publications/a-paper/",
    }
