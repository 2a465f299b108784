"""The bibliography's lists and choosers in the Wagtail admin."""

import csv
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from publications.models import Author, AuthorName, Decision, Venue
from tests.factories import make_author, make_member, make_paper

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["papers", "authors", "venues", "topics", "decisions"])
def test_lists_ask_the_database_as_often_for_three_rows_as_for_one(admin_client, name):
    def fill(number):
        author = make_author(f"Ann {number}")
        make_paper(
            f"Paper {number}", [author, "B"], venue=f"V{number}", topics=(f"T{number}",)
        )
        Decision.objects.create(name=f"A. {number}", author=author, same=True)

    fill(1)
    url = reverse(f"{name}:index")
    admin_client.get(url)
    with CaptureQueriesContext(connection) as one:
        admin_client.get(url)
    fill(2)
    fill(3)
    with CaptureQueriesContext(connection) as three:
        admin_client.get(url)
    assert len(three) == len(one)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ARIK", ["Deep nets"]),
        ("nets deep", ["Deep nets"]),
        ("key2020", ["Other"]),
        ("nobody", []),
    ],
)
def test_papers_are_found_by_title_name_and_key(admin_client, query, found):
    make_paper("Deep nets", ["Sercan Ö. Arık"])
    make_paper("Other", key="key2020")

    response = admin_client.get(reverse("papers:index"), {"q": query})

    assert [paper.title for paper in response.context["object_list"]] == found


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"year": "2019"}, ["Old"]),
        ({"type": "article"}, ["Draft"]),
        ({"status": "submitted"}, ["Draft"]),
        ({"visibility": "private"}, ["Draft"]),
        ({"undecided": "true"}, ["Old"]),
        ({"featured": "true"}, ["Draft"]),
    ],
)
def test_papers_are_narrowed_down(admin_client, chosen, found):
    old = make_paper("Old", ["S. Seo"], year="2019")
    old.authorships.update(author=None)
    make_paper("Draft", ["B. Li"], type="article", status="submitted", featured=True)

    response = admin_client.get(reverse("papers:index"), chosen)

    assert [paper.title for paper in response.context["object_list"]] == found


def test_papers_are_narrowed_down_to_a_member(admin_client):
    member = make_member("Yan Liu")
    make_paper("Hers", [member.author])
    make_paper("Another")

    chosen = {"member": member.author_id}
    response = admin_client.get(reverse("papers:index"), chosen)

    assert [paper.title for paper in response.context["object_list"]] == ["Hers"]


def test_papers_are_exported_as_the_list_shows_them(admin_client):
    make_paper("Deep nets", ["Ada Lovelace", "Bo Li"], key="ada", venue="ICML")

    response = admin_client.get(reverse("papers:index"), {"export": "csv"})

    rows = list(csv.DictReader(StringIO(b"".join(response).decode())))
    assert [(row["Key"], row["Authors"], row["Venue"]) for row in rows] == [
        ("ada", "Ada Lovelace; Bo Li", "ICML")
    ]


def test_author_chooser_finds_other_spellings_without_accents(admin_client):
    author = make_author("Sercan Arık")
    AuthorName.objects.create(author=author, text="S. Ö. Arık")
    make_author("Yan Liu")

    response = admin_client.get(
        reverse("author_chooser:choose_results"), {"q": "o arik"}
    )

    assert list(response.context["results"].object_list) == [author]


def test_author_chooser_makes_an_author(admin_client):
    fields = {"given_name": "Ada", "family_name": "Lovelace", "suffix": "", "orcid": ""}

    admin_client.post(reverse("author_chooser:create"), fields)

    assert [author.display_name for author in Author.objects.all()] == ["Ada Lovelace"]


def test_paper_chooser_keeps_private_papers_from_who_edits_none(
    client, django_user_model
):
    make_paper("Shown")
    make_paper("Hidden", status="submitted")
    user = django_user_model.objects.create_user("member", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    response = client.get(reverse("paper_chooser:choose_results"))

    assert [str(paper) for paper in response.context["results"]] == ["Shown"]


@pytest.mark.parametrize("name", ["papers", "authors", "venues", "topics", "decisions"])
def test_lists_are_closed_to_who_may_not_edit_them(client, django_user_model, name):
    user = django_user_model.objects.create_user("member", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)

    assert client.get(reverse(f"{name}:index")).status_code == 302
    assert client.post(reverse("author_chooser:create")).status_code == 302


def test_venue_cannot_take_the_name_of_another(admin_client):
    other = Venue.objects.create(name="Neural Networks")
    fields = {"name": "NEURAL networks.", "acronym": "", "kind": "journal"}

    response = admin_client.post(reverse("venue_chooser:create"), fields)

    error = "“NEURAL networks.” is already a name of Neural Networks."
    assert error in response.json()["htmlFragment"]
    assert list(Venue.objects.all()) == [other]


def test_authors_lead_to_their_member_page(admin_client):
    member = make_member("Yan Liu")

    page = admin_client.get(reverse("authors:index")).content.decode()

    url = reverse("wagtailadmin_pages:edit", args=[member.pk])
    assert f'<a href="{url}">Yan Liu</a>' in page


@pytest.mark.parametrize("kind", ["author", "venue", "paper"])
@pytest.mark.parametrize("key", ["abc", "9" * 20, "²"])
def test_chooser_of_what_is_no_key_finds_nothing(admin_client, kind, key):
    one = admin_client.get(reverse(f"{kind}_chooser:chosen", args=[key]))
    some = admin_client.get(reverse(f"{kind}_chooser:chosen_multiple"), {"id": key})

    assert (one.status_code, some.json()) == (404, {"step": "chosen", "result": []})
