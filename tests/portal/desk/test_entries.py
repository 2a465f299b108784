"""The plan of an import, entry by entry."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.desk.entries import Change
from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare
from publications.models import Publication
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db

ENTRY = "@article{%s, title={%s}, author={Liu, Yan}, year={2020}}\n"


def sent(*keys):
    text = "".join(ENTRY % (key, key.capitalize()) for key in keys)
    return {"files": [SimpleUploadedFile("papers.bib", text.encode())]}


def test_entry_says_what_changes_and_who_its_authors_are(send, screen):
    make_member("Yan Liu")
    apply(run=send(**sent("apples")))
    entry = ENTRY % ("apples", "Apples")
    run = send(pasted=entry.replace("Liu, Yan", "Liu, Yan and Doe, Jo"))

    (entry,) = screen(run, "plan").context["entries"]

    assert (entry.title, entry.label) == ("Apples", "to change")
    assert [(name.text, name.link) for name in entry.names] == [
        ("Yan Liu", "linked"),
        ("Jo Doe", "new"),
    ]
    assert entry.changes == [Change("authors", "Liu, Yan", "Liu, Yan; Doe, Jo")]


@pytest.mark.parametrize(
    ("chosen", "keys"),
    [
        ({}, ["apples", "bridges", "apples"]),
        ({"action": "created"}, ["apples", "bridges"]),
        ({"q": "bridg"}, ["bridges"]),
        ({"action": "nonsense", "file": "none.bib"}, ["apples", "bridges", "apples"]),
        ({"q": "a " * 97 + "apples"}, ["apples", "apples"]),
        ({"q": "a " * 1000}, ["apples", "bridges", "apples"]),
    ],
    ids=["all", "action", "text", "nonsense", "many words", "too many words"],
)
def test_entries_are_narrowed_down(send, screen, chosen, keys):
    run = send(**sent("apples", "bridges", "apples"))

    entries = screen(run, "plan", **chosen).context["entries"]

    assert [entry.row.key for entry in entries] == keys


def test_problem_leads_to_its_entries(send, screen):
    wrong = "@misc{%s, title={%s}, author={Liu, Yan}, year={20x%d}}\n"
    text = "".join(wrong % (key, key, place) for place, key in enumerate("abc"))
    run = send(pasted=text + ENTRY % ("apples", "Apples"))

    (problem,) = screen(run, "read").context["problems"]
    entries = screen(run, "plan", problem=problem.code).context["entries"]

    assert problem.count == 3
    assert [entry.row.key for entry in entries] == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["read", "plan", "report"])
def test_screens_ask_as_often_for_three_entries_as_for_one(send, admin_client, name):
    counts = []
    for keys in (["apples"], ["bridges", "clouds", "dunes"]):
        run = send(**sent(*keys))
        if name == "report":
            apply(run=run)
        url = reverse(f"imports:{name}", args=[run.pk])
        admin_client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert admin_client.get(url).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_list_of_imports_asks_as_often_for_three_as_for_one(admin_client):
    url, counts = reverse("imports:index"), []
    for keys in (["apples"], ["bridges", "clouds"]):
        for key in keys:
            text = ENTRY % (key, key)
            prepare(kind="publications", sources=[SourceFile("a.bib", text.encode())])
        admin_client.get(url)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(url)
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert not any('"content"' in query["sql"] for query in queries)


def test_list_names_files_and_counts(admin_client, send):
    send(**sent("apples", "bridges"))

    (run,) = admin_client.get(reverse("imports:index")).context["object_list"]

    assert (run.file_names, run.entries) == ("papers.bib", "2 new")


@pytest.mark.parametrize(
    ("url", "labels"),
    [
        ("papers:index", ["Import papers"]),
        ("members:index", ["Import members", "Import a CV"]),
        ("imports:index", ["Import papers", "Import members"]),
    ],
)
def test_lists_offer_imports(admin_client, url, labels):
    buttons = admin_client.get(reverse(url)).context["header_buttons"]

    assert [each.label for each in buttons if "mport" in each.label] == labels


def test_list_of_imports_offers_the_other_kinds_in_its_menu(admin_client):
    view = admin_client.get(reverse("imports:index")).context["view"]

    menu = [button.label for button in sorted(view.header_more_buttons)]
    assert menu[-3:] == ["Import a CV", "Import venues", "Import roles"]


def test_plan_shows_a_private_paper_only_where_it_is_edited(send, screen):
    make_paper("Apples", ["Yan Liu"], key="apples", slug="apples", visibility="private")
    run = send(**sent("apples"))

    (entry,) = screen(run, "plan").context["entries"]

    paper = Publication.objects.get()
    assert (entry.subject.url, entry.subject.edit_url) == (
        "",
        reverse("papers:edit", args=[paper.pk]),
    )
