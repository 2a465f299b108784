"""The list of publications where Wagtail shows it to some people only."""

import json

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Page, PageViewRestriction

from publications.models import FormerSlug, PublicationIndexPage
from tests.factories import make_paper
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db

PAPER = "/publications/on-engines/"
FILES = ["/publications.json", "/publications/on-engines.json"]


@pytest.fixture
def paper():
    paper = make_paper("On Engines")
    FormerSlug.objects.create(publication=paper, slug="once")
    return paper


def restrict(page, restriction_type="login", **fields):
    return PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk), restriction_type=restriction_type, **fields
    )


@pytest.fixture
def restricted(paper):
    return restrict(PublicationIndexPage.objects.get())


def sign_in(client):
    client.force_login(get_user_model().objects.create_user("reader", password="x"))


def test_reader_who_is_signed_in_sees_papers_and_has_their_files(client, restricted):
    sign_in(client)

    pages = [client.get(address) for address in ("/publications/", PAPER)]
    files = [json.loads(client.get(address).content) for address in FILES]

    assert ["On Engines" in text_of(page) for page in pages] == [True, True]
    assert ["private" in page["Cache-Control"] for page in pages] == [True, True]
    assert [[each["title"] for each in file] for file in files] == [["On Engines"]] * 2
    assert client.get("/publications/once/")["Location"] == PAPER
    assert client.get("/publications/nothing/").status_code == 404


@pytest.mark.parametrize("slug", ["on-engines", "once", "nothing"])
def test_anybody_else_is_asked_to_sign_in_whatever_is_there(client, restricted, slug):
    address = f"/publications/{slug}/"

    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"] == f"/_util/login/?next={address}"
    assert client.get(response["Location"]).status_code == 200
    assert client.get(f"/publications/{slug}.json").status_code == 404


def test_password_of_the_list_opens_its_papers(client, paper):
    restriction = restrict(PublicationIndexPage.objects.get(), "password", password="x")
    asked = text_of(client.get(PAPER))

    keys = f"{restriction.pk}/{restriction.page_id}"
    form = {"password": "x", "return_url": PAPER}
    client.post(f"/_util/authenticate_with_password/{keys}/", form)

    assert "On Engines" not in asked
    assert "On Engines" in text_of(client.get(PAPER))


def test_restriction_of_the_home_page_is_one_of_the_list(client, paper):
    restrict(PublicationIndexPage.objects.get().get_parent(), "groups")
    sign_in(client)

    assert client.get(PAPER).status_code == 302
    assert [client.get(address).status_code for address in FILES] == [404, 404]


def test_draft_of_the_list_hides_its_papers_from_everybody(admin_client, paper):
    PublicationIndexPage.objects.get().unpublish()

    answers = [admin_client.get(address).status_code for address in (PAPER, *FILES)]

    assert answers == [404, 404, 404]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/publications/feed/", 404),
        ("/api/publications/", 404),
        ("/api/publications/on-engines/", 404),
        ("/publications/on-engines/paper.pdf", 404),
        ("/publications/on-engines/card.png", 404),
        ("/search/?q=engines", 200),
        ("/sitemap.xml", 200),
    ],
)
def test_what_is_for_machines_and_everybody_stays_without(
    client, restricted, address, status
):
    sign_in(client)

    response = client.get(address)

    assert response.status_code == status
    assert "On Engines" not in response.content.decode()
    assert "on-engines" not in response.content.decode()
