"""Files are sent to the desk, kept as a run, and read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.desk import forms, starting
from portal.models import ImportRun
from publications.admin.paper_imports import FORMAT_LABELS
from publications.importing.text_formats import FORMATS, TEXT_FORMATS

pytestmark = pytest.mark.django_db

ENTRY = b"@article{%s, title={%s}, author={Liu, Yan}, year={2020}}\n"
APPLES, BRIDGES = ENTRY % (b"apples", b"Apples"), ENTRY % (b"bridges", b"Bridges")


def bib(content=APPLES, name="papers.bib"):
    return SimpleUploadedFile(name, content)


def kept(run):
    return [(file.name, bytes(file.content)) for file in run.files.all()]


def test_small_file_is_read_at_once(send, admin_user):
    run = send(files=[bib()])

    assert (run.state, run.started_by, run.counts) == (
        "planned",
        admin_user,
        {"created": 1},
    )
    assert kept(run) == [("papers.bib", APPLES)]


def test_large_file_is_left_to_the_worker(send, screen, worker, monkeypatch):
    monkeypatch.setattr(starting, "AT_ONCE", 10)

    run = send(files=[bib()])
    waits = screen(run)
    worker()
    read = screen(run)

    assert waits.templates[0].name == "admin/desk/progress.html"
    assert read.templates[0].name == "admin/desk/read.html"


def test_files_of_one_name_are_told_apart(send):
    run = send(files=[bib(APPLES), bib(BRIDGES)])

    assert kept(run) == [("papers.bib", APPLES), ("papers (2).bib", BRIDGES)]
    assert [row.file for row in run.rows.all()] == ["papers.bib", "papers (2).bib"]


def test_pasted_text_is_told_apart_from_a_file_of_its_name(send):
    run = send(files=[bib(APPLES, "pasted.bib")], pasted=BRIDGES.decode())

    assert kept(run) == [("pasted.bib", APPLES), ("pasted (2).bib", BRIDGES)]


def test_encoding_of_files_is_not_that_of_pasted_text(send):
    entry = "@article{a, title={Apples}, author={Müller, Jörg}, year={2020}}"

    run = send(pasted=entry, encoding="windows-1252")

    assert [author["name"] for author in run.rows.get().authors] == ["Jörg Müller"]


def test_pasted_text_becomes_a_file(send):
    run = send(pasted=APPLES.decode())

    assert kept(run) == [("pasted.bib", APPLES)]
    assert run.state == "planned"


def test_options_reach_the_run(send):
    run = send(files=[bib()], encoding="windows-1252", mark_0="corresponding")

    asked = {name: run.options[name] for name in ("format", "encoding", "marks")}
    assert asked == {
        "format": "",
        "encoding": "windows-1252",
        "marks": {"*": "corresponding"},
    }


def test_identifiers_are_fetched_by_the_worker(send):
    run = send(identifiers=" 10.1000/1 \n\narXiv:1706.03762\n")

    assert (run.state, run.act) == ("reading", "read")
    assert run.options["identifiers"] == ["10.1000/1", "arXiv:1706.03762"]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Choose a file, paste its text, or give identifiers."),
        ({"files": [bib(b"")]}, "“papers.bib” is empty."),
        (
            {"files": [bib()], "identifiers": "10.1000/1"},
            "Files and identifiers are two imports: send one of them first.",
        ),
        ({"pasted": "@" * 500_001}, "This is too long to be pasted"),
    ],
    ids=["nothing", "empty file", "files and identifiers", "long text"],
)
def test_form_says_what_is_wrong(admin_client, form, sentence):
    response = admin_client.post(reverse("imports:new", args=["publications"]), form)

    assert sentence in response.content.decode()
    assert not ImportRun.objects.exists()


def test_form_says_how_large_a_file_may_be(admin_client, monkeypatch):
    monkeypatch.setattr(forms, "LARGEST", 20)

    url = reverse("imports:new", args=["publications"])
    form = admin_client.post(url, {"files": [bib()]}).context["form"]

    assert form.errors["files"] == [
        "“papers.bib” has 65\xa0bytes; up to 20\xa0bytes are read. Split it in parts."
    ]


def test_form_says_how_many_files_it_takes(admin_client, monkeypatch):
    monkeypatch.setattr(forms, "MOST_FILES", 1)

    url = reverse("imports:new", args=["publications"])
    form = admin_client.post(url, {"files": [bib(), bib()]}).context["form"]

    assert form.errors["files"] == [
        "These are 2 files; up to 1 are read at once. Pack them in one ZIP archive, or "
        "send them in parts."
    ]


def test_unreadable_file_says_why_and_what_to_do(send, screen):
    run = send(files=[bib(b"\x89PNG\r\n\x1a\n", "scan.bib")])

    page = screen(run).content.decode()

    assert run.state == "failed"
    assert "is a PNG image, not a text file." in page
    assert "Mend the file and send it again" in page


def test_members_and_a_cv_have_forms_of_their_own(admin_client):
    names = {
        kind: list(
            admin_client.get(reverse("imports:new", args=[kind])).context["form"].fields
        )
        for kind in ("people", "cv")
    }

    assert names == {
        "people": ["files", "pasted", "encoding"],
        "cv": ["files", "pasted", "person"],
    }


def test_unknown_kind_is_not_found(admin_client):
    assert admin_client.get(reverse("imports:new", args=["cats"])).status_code == 404


def test_formats_are_called_by_their_names():
    formats = {each.name for each in TEXT_FORMATS} | set(FORMATS)

    assert formats - set(FORMAT_LABELS) == set()
