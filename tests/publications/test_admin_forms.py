"""The forms of papers, authors and venues, as an editor's browser sends them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from publications.models import (
    Author,
    Authorship,
    Decision,
    Publication,
    Topic,
    Venue,
    VenueName,
)
from tests.factories import make_author, make_member, make_paper

pytestmark = pytest.mark.django_db


def submitted(form, **changes):
    """What a browser sends for a form as it stands, with these changes."""
    data = {each.html_name: each.value() for each in form}
    for formset in form.formsets.values():
        rows = [formset.management_form, *formset.forms]
        data |= {each.html_name: each.value() for row in rows for each in row}
    sent = {name: str(value) for name, value in data.items() if value is not None}
    return {name: value for name, value in sent.items() if value != "False"} | changes


def new_paper(**fields):
    """The form of a new paper with one appearance and no author yet."""
    rows = {"authorships": 0, "appearances": 1, "links": 0, "identifiers": 0}
    rows["notices"] = 0
    counts = {f"{name}-TOTAL_FORMS": str(count) for name, count in rows.items()}
    initial = {f"{name}-INITIAL_FORMS": "0" for name in rows}
    appearance = {"appearances-0-status": "published", "appearances-0-ORDER": "1"}
    paper = {"title": "A paper", "type": "article", "visibility": ""}
    return {**counts, **initial, **appearance, **paper, **fields}


def edit_form(client, name, row):
    return client.get(reverse(f"{name}:edit", args=[row.pk])).context["form"]


def save(client, name, row, data):
    response = client.post(reverse(f"{name}:edit", args=[row.pk]), data)
    assert response.status_code == 302, [
        formset.errors for formset in response.context["form"].formsets.values()
    ]


def printed(paper):
    rows = paper.authorships.order_by("position")
    return list(rows.values_list("position", "printed_name"))


def test_paper_swaps_removes_and_adds_authors_at_once(admin_client):
    paper = make_paper(authors=["Ada Lovelace", "Bo Li", "Cy Young"])
    form = edit_form(admin_client, "papers", paper)

    data = submitted(form)
    data |= {"authorships-0-DELETE": "on", "authorships-1-ORDER": "3"}
    data |= {"authorships-2-ORDER": "2", "authorships-TOTAL_FORMS": "4"}
    data |= {"authorships-3-printed_name": "Di Xu", "authorships-3-role": "author"}
    save(admin_client, "papers", paper, {**data, "authorships-3-ORDER": "4"})

    assert printed(paper) == [(0, "Cy Young"), (1, "Bo Li"), (2, "Di Xu")]


def test_paper_saved_unchanged_stays_as_it_was(admin_client):
    paper = make_paper(
        authors=["Ada Lovelace", "Bo Li"], venue="ICML", topics=("Graphs",)
    )
    before = list(Authorship.objects.values())

    form = edit_form(admin_client, "papers", paper)
    save(admin_client, "papers", paper, submitted(form))

    assert list(Authorship.objects.values()) == before
    assert [topic.name for topic in Publication.objects.get().topics.all()] == [
        "Graphs"
    ]


def test_paper_closes_gaps_that_an_import_left(admin_client):
    paper = make_paper(authors=["Ada Lovelace", "Bo Li"])
    paper.authorships.filter(position=1).update(position=7)

    form = edit_form(admin_client, "papers", paper)
    save(admin_client, "papers", paper, submitted(form))

    assert printed(paper) == [(0, "Ada Lovelace"), (1, "Bo Li")]


def test_new_paper_takes_the_name_of_a_chosen_author_apart_as_the_author_does(
    admin_client,
):
    author = Author.objects.create(given_name="Ana", family_name="García Márquez")

    data = new_paper(**{"authorships-TOTAL_FORMS": "1", "authorships-0-ORDER": "1"})
    data |= {"authorships-0-author": author.pk, "authorships-0-role": "author"}
    admin_client.post(reverse("papers:add"), data)

    assert list(Authorship.objects.values("printed_name", "family_name", "author")) == [
        {
            "printed_name": "Ana García Márquez",
            "family_name": "García Márquez",
            "author": author.pk,
        }
    ]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ludwig van Beethoven", ("Ludwig van Beethoven", "Ludwig", "van Beethoven")),
        ("García Márquez, Ana", ("Ana García Márquez", "Ana", "García Márquez")),
        ("{ATLAS Collaboration}", ("ATLAS Collaboration", "", "")),
    ],
)
def test_new_paper_takes_typed_names_apart(admin_client, typed, name):
    data = new_paper(**{"authorships-TOTAL_FORMS": "1", "authorships-0-ORDER": "1"})
    data |= {"authorships-0-printed_name": typed, "authorships-0-role": "author"}

    admin_client.post(reverse("papers:add"), data)

    parts = Authorship.objects.values_list("printed_name", "given_name", "family_name")
    assert list(parts) == [name]


def test_paper_keeps_the_name_of_a_group_whole(admin_client):
    paper = make_paper(authors=["{ATLAS Collab}", "A. Li"])
    form = edit_form(admin_client, "papers", paper)

    names = ["ATLAS Collaboration", "Ann Li"]
    changes = {f"authorships-{n}-printed_name": name for n, name in enumerate(names)}
    save(admin_client, "papers", paper, submitted(form, **changes))

    parts = paper.authorships.values_list("printed_name", "family_name")
    assert list(parts) == [("ATLAS Collaboration", ""), ("Ann Li", "Li")]


def test_new_paper_needs_a_name_for_each_author(admin_client):
    data = new_paper(**{"authorships-TOTAL_FORMS": "1", "authorships-0-ORDER": "1"})
    data |= {"authorships-0-role": "author", "authorships-0-corresponding": "on"}

    response = admin_client.post(reverse("papers:add"), data)

    form = response.context["form"].formsets["authorships"].forms[0]
    assert form.errors == {
        "printed_name": ["Type the name as the paper prints it, or choose an author."]
    }


@pytest.mark.parametrize(
    ("status", "visibility"),
    [("in-preparation", "private"), ("submitted", "private"), ("accepted", "public")],
)
def test_new_paper_is_as_visible_as_its_status_says(admin_client, status, visibility):
    admin_client.post(
        reverse("papers:add"), new_paper(**{"appearances-0-status": status})
    )

    paper = Publication.objects.get()
    assert (paper.slug, paper.visibility) == ("a-paper", visibility)


def test_new_paper_is_as_visible_as_its_editor_says(admin_client):
    data = new_paper(visibility="public", **{"appearances-0-status": "submitted"})

    admin_client.post(reverse("papers:add"), data)

    assert Publication.objects.get().is_public


def test_paper_makes_the_topics_that_are_new(admin_client):
    Topic.objects.create(name="Graph learning", slug="graph-learning")

    admin_client.post(
        reverse("papers:add"), new_paper(topics="Graph Learning\nTraffic\n\n")
    )

    topics = Publication.objects.get().topics.all()
    assert [topic.name for topic in topics] == ["Graph learning", "Traffic"]


def test_paper_refuses_one_identifier_in_two_spellings(admin_client):
    data = new_paper(**{"identifiers-TOTAL_FORMS": "2"})
    for row, value in enumerate(["10.1000/XYZ", "https://doi.org/10.1000/xyz"]):
        data |= {f"identifiers-{row}-scheme": "doi", f"identifiers-{row}-value": value}

    response = admin_client.post(reverse("papers:add"), data)

    errors = response.context["form"].formsets["identifiers"].non_form_errors()
    assert len(errors) == 1
    assert not Publication.objects.exists()


@pytest.mark.parametrize("scheme", ["", "wos"])
def test_an_identifier_of_no_known_kind_is_refused(admin_client, scheme):
    data = new_paper(**{"identifiers-TOTAL_FORMS": "1", "identifiers-0-value": "1"})

    response = admin_client.post(
        reverse("papers:add"), {**data, "identifiers-0-scheme": scheme}
    )

    (errors,) = response.context["form"].formsets["identifiers"].errors
    assert list(errors) == ["scheme"]


def test_deciding_a_name_is_remembered_and_links_the_others(admin_client, admin_user):
    author = make_author("Sungyong Seo")
    paper, other = make_paper(authors=["S. Seo"]), make_paper("Other", ["S. Seo"])
    Authorship.objects.update(author=None)
    Author.objects.exclude(pk=author.pk).delete()

    form = edit_form(admin_client, "papers", paper)
    data = submitted(form, **{"authorships-0-author": str(author.pk)})
    save(admin_client, "papers", paper, data)

    assert other.authorships.get().author == author
    assert list(
        Decision.objects.values_list("name", "author", "same", "decided_by")
    ) == [("S. Seo", author.pk, True, admin_user.pk)]


def test_deciding_between_namesakes_is_about_one_paper(admin_client):
    author, namesake = make_author("Yan Liu"), make_author("Yan Liu")
    paper, other = make_paper(authors=[author]), make_paper("Other", [namesake])
    Authorship.objects.update(author=None)

    form = edit_form(admin_client, "papers", paper)
    data = submitted(form, **{"authorships-0-author": str(author.pk)})
    save(admin_client, "papers", paper, data)

    assert paper.authorships.get().author == author
    assert other.authorships.get().author is None
    assert not Decision.objects.exists()


def test_another_name_of_a_member_links_what_is_printed_so(admin_client):
    member = make_member("Sungyong Seo")
    paper = make_paper(authors=["S. Seo"])
    form = edit_form(admin_client, "authors", member.author)

    data = submitted(form, **{"names-TOTAL_FORMS": "1", "names-0-text": "S. Seo"})
    save(admin_client, "authors", member.author, {**data, "names-0-kind": "variant"})

    assert paper.authorships.get().author == member.author


def test_author_with_a_page_is_not_deleted(admin_client):
    member = make_member("Yan Liu")
    url = reverse("authors:delete", args=[member.author_id])

    shown = admin_client.get(url).content.decode()
    admin_client.post(url)

    assert "Delete or change that page first." in shown
    assert Author.objects.filter(pk=member.author_id).exists()


def test_venue_names_may_change_places(admin_client):
    venue = Venue.objects.create(name="ICML")
    for text in ("One", "Two"):
        VenueName.objects.create(venue=venue, text=text)
    form = edit_form(admin_client, "venues", venue)

    texts = {"names-0-text": "Two", "names-1-text": "One"}
    save(admin_client, "venues", venue, submitted(form, **texts))

    assert [name.text for name in Venue.objects.get().names.all()] == ["Two", "One"]


def test_deleted_venue_leaves_its_name_with_its_papers(admin_client):
    paper = make_paper(venue="ICML")
    url = reverse("venues:delete", args=[Venue.objects.get().pk])

    warning = admin_client.get(url).content.decode()
    admin_client.post(url)

    assert "1 paper appeared at ICML." in warning
    assert paper.appearances.get().venue_name == "ICML"


def test_decision_is_forgotten(admin_client):
    author = make_author("Sungyong Seo")
    decision = Decision.objects.create(name="S. Seo", author=author, same=True)

    admin_client.post(reverse("decisions:delete", args=[decision.pk]))

    assert not Decision.objects.exists()
    assert (
        admin_client.get(reverse("wagtailadmin_reports:site_history")).status_code
        == 200
    )


def test_paper_of_many_authors_opens_with_as_few_questions_as_any(admin_client):
    counts = []
    for size in (1, 3):
        names = [f"Ann {size}{number}" for number in range(size)]
        paper = make_paper(f"Paper {size}", names)
        url = reverse("papers:edit", args=[paper.pk])
        admin_client.get(url)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(url)
        counts.append(len(queries))

    assert counts[0] == counts[1]
