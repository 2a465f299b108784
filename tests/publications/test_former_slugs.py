"""Addresses that papers had."""

import pytest

from publications.models import FormerSlug
from tests.factories import make_paper
from tests.publications.test_admin_forms import edit_form, new_paper, save, submitted

pytestmark = pytest.mark.django_db


def rename(client, paper, slug):
    form = edit_form(client, "papers", paper)
    save(client, "papers", paper, submitted(form, slug=slug))


def former():
    return list(FormerSlug.objects.values_list("slug", "publication__slug"))


def test_address_that_an_editor_changes_leads_to_the_new_one(admin_client, client):
    paper = make_paper("Waves")
    rename(admin_client, paper, "new-waves")
    answers = [client.get(f"/publications/waves{end}") for end in ("/", ".bib")]

    assert [(each.status_code, each.headers["Location"]) for each in answers] == [
        (301, "/publications/new-waves/"),
        (301, "/publications/new-waves.bib"),
    ]


def test_address_that_a_paper_has_again_is_no_former_one(admin_client):
    paper = make_paper("Waves")
    for slug in ("new-waves", "waves"):
        rename(admin_client, paper, slug)

    assert former() == [("new-waves", "waves")]


def test_former_address_is_given_to_no_other_paper(admin_client):
    paper = make_paper("Waves")
    rename(admin_client, paper, "new-waves")
    response = admin_client.post("/admin/papers/new/", new_paper(slug="waves"))

    assert response.context["form"].errors["slug"] == [
        "“waves” was the address of “Waves” and still leads there."
    ]
    assert make_paper("Waves").slug == "waves-2"
