"""Merging and splitting in the admin: what is shown, what is sent, who may."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.imports.tasks import work
from portal.models import ImportRun
from publications.models import Author, Publication, Venue
from tests.factories import make_author, make_paper

pytestmark = pytest.mark.django_db


def merge_url(lists, one, other):
    return f"{reverse(f'{lists}:merge', args=[one.pk])}?other={other.pk}"


def said(response):
    return [str(message).strip() for message in response.context["messages"]]


@pytest.fixture
def authors():
    keep, gone = make_author("Yan Liu"), make_author("Y. Liu")
    make_paper("Waves", [keep])
    make_paper("Tides", [gone])
    return keep, gone


def test_merge_screen_shows_both_with_what_tells_them_apart(admin_client, authors):
    [one, other] = admin_client.get(merge_url("authors", *authors)).context["sides"]

    assert [
        (each.name, each.count, [str(paper) for paper in each.papers])
        for each in (one, other)
    ] == [
        ("Yan Liu", 1, ["Waves"]),
        ("Y. Liu", 1, ["Tides"]),
    ]


def test_without_another_one_there_is_only_the_chooser(admin_client, authors):
    url = reverse("authors:merge", args=[authors[0].pk])

    assert admin_client.get(url).context["other"] is None
    assert admin_client.post(url, {"keep": authors[0].pk}).status_code == 200
    assert Author.objects.count() == 2


@pytest.mark.parametrize("other", ["abc", "²", "0", "9" * 30])
def test_an_address_with_nobody_in_it_shows_the_chooser(admin_client, authors, other):
    url = reverse("authors:merge", args=[authors[0].pk])

    response = admin_client.get(url, {"other": other})

    assert response.status_code == 200
    assert response.context["other"] is None


def test_who_stays_is_chosen_and_the_message_leads_to_the_undo(admin_client, authors):
    one, other = authors
    url = merge_url("authors", one, other)
    response = admin_client.post(url, {"keep": other.pk}, follow=True)

    [run] = ImportRun.objects.all()
    assert said(response)[0].startswith("“Yan Liu” is merged into “Y. Liu”.")
    assert reverse("imports:undo", args=[run.pk]) in said(response)[0]
    assert [str(author) for author in Author.objects.all()] == ["Y. Liu"]


def test_refusal_is_a_message(admin_client, authors):
    make_paper("Both", authors)
    url = merge_url("authors", *authors)
    response = admin_client.post(url, {"keep": authors[0].pk}, follow=True)

    assert said(response) == ["Both stand on “Both”: nobody writes a paper twice."]
    assert Author.objects.count() == 2


def test_merge_is_in_the_history_and_can_be_undone_there(admin_client, authors):
    admin_client.post(merge_url("authors", *authors), {"keep": authors[0].pk})
    [run] = ImportRun.objects.all()
    history = admin_client.get(reverse("imports:index"))
    report = admin_client.get(reverse("imports:report", args=[run.pk]))
    admin_client.post(reverse("imports:undo", args=[run.pk]))
    work.func(run.pk, "undo")

    name = f"Merge {run.pk}: “Y. Liu” into “Yan Liu”"
    assert name in history.content.decode()
    assert [each.subject.name for each in report.context["updated"]] == ["Yan Liu"]
    assert [str(author) for author in Author.objects.all()] == ["Y. Liu", "Yan Liu"]


def test_venues_are_merged(admin_client):
    for venue in ("Neural Networks", "Neural Netw."):
        make_paper(f"At {venue}", ["Jo Doe"], venue=venue)
    keep, gone = Venue.objects.order_by("-name")
    admin_client.get(merge_url("venues", keep, gone))
    admin_client.post(merge_url("venues", keep, gone), {"keep": keep.pk})

    assert [str(venue) for venue in Venue.objects.all()] == [keep.name]


def test_papers_are_compared_and_merged_as_ticked(admin_client):
    keep = make_paper("Waves", ["Jo Doe"], venue="Sea", abstract="Ours.")
    gone = make_paper("Wave", ["Jo Doe"], venue="Shore", pages="1–9", note="New.")
    url = merge_url("papers", keep, gone)
    lines = admin_client.get(url).context["lines"]
    admin_client.post(url, {"how": "same", "take": ["venue"]})

    assert [(line.pair.name, line.fate) for line in lines] == [
        ("title", "differs"),
        ("venue", "differs"),
        ("pages", "added"),
        ("note", "added"),
    ]
    paper = Publication.objects.with_rows().get()
    primary = paper.primary
    assert (paper.title, primary.venue_name, primary.pages) == ("Waves", "Shore", "1–9")


def test_paper_becomes_a_further_appearance(admin_client):
    keep = make_paper("Waves", ["Jo Doe"], venue="Sea")
    gone = make_paper("Waves", ["Jo Doe"], venue="Shore", year="2018")
    admin_client.post(merge_url("papers", keep, gone), {"how": "further"})

    places = Publication.objects.get().appearances.values_list("venue__name", flat=True)
    assert list(places) == ["Sea", "Shore"]


def test_who_may_not_delete_may_not_merge(client, django_user_model, authors):
    user = django_user_model.objects.create_user("somebody")
    names = ["access_admin", "change_author", "change_publication"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    url = merge_url("authors", *authors)

    assert client.post(url, {"keep": authors[0].pk}).status_code == 302
    assert Author.objects.count() == 2
    edit = client.get(reverse("authors:edit", args=[authors[0].pk]))
    assert "Merge with" not in edit.content.decode()


@pytest.fixture
def two_people():
    author = make_author("Lei Li")
    for year in (2015, 2016, 2017):
        make_paper(f"Road {year}", [author, "Bo Wu"], year=str(year), venue="KDD")
    make_paper("Beetles", [author, "Eva Holm"], year="2001")
    return author


def test_papers_to_split_stand_with_those_of_the_same_coauthors(
    admin_client, two_people
):
    url = reverse("authors:split", args=[two_people.pk])
    camps = admin_client.get(url).context["camps"]

    assert [(camp.about, [each.title for each in camp.places]) for camp in camps] == [
        ("with Bo Wu, 2015–2017, at KDD", ["Road 2017", "Road 2016", "Road 2015"]),
        ("with Eva Holm, 2001", ["Beetles"]),
    ]


@pytest.mark.parametrize("into", ["", "Somebody else"])
def test_ticked_papers_become_anothers(admin_client, two_people, into):
    other = make_author(into) if into else None
    beetles = two_people.authorships.get(publication__title="Beetles")
    url = reverse("authors:split", args=[two_people.pk])
    form = {"rows": [beetles.pk], "into": other.pk if other else ""}
    admin_client.post(url, form)

    beetles.refresh_from_db()
    assert beetles.author != two_people
    assert str(beetles.author) == (into or "Lei Li")


def test_split_of_nothing_says_what_is_missing(admin_client, two_people):
    url = reverse("authors:split", args=[two_people.pk])
    response = admin_client.post(url, {"into": ""})

    sentence = "Choose the papers that are somebody else&#x27;s."
    assert sentence in response.content.decode()


@pytest.mark.parametrize("screen", ["authors:merge", "authors:split", "papers:merge"])
def test_screens_ask_the_database_as_often_for_many_papers(admin_client, screen):
    author, other = make_author("Lei Li"), make_author("L. Li")
    papers = [make_paper("First", [author, "Ann"]), make_paper("2nd", [other, "Ann"])]
    one, two = papers if screen.startswith("papers") else (author, other)
    url = f"{reverse(screen, args=[one.pk])}?other={two.pk}"
    admin_client.get(url)
    with CaptureQueriesContext(connection) as few:
        admin_client.get(url)
    for number in range(4):
        make_paper(f"Paper {number}", [author, f"Bo {number}"], venue=f"V{number}")
    with CaptureQueriesContext(connection) as many:
        admin_client.get(url)

    assert len(many) == len(few)
