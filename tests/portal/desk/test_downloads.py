"""What can be taken away from the desk, and what it is good for."""

import csv
import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.imports.run import apply

pytestmark = pytest.mark.django_db

PAPERS = """@string{joe = {Journal of Engines}}
@article{apples, title={Apples}, author={Liu, Yan}, journal=joe, year={2020}}
@misc{untitled, author={Doe, Jo}, year={2020}}
"""


@pytest.fixture
def run(send):
    run = send(files=[SimpleUploadedFile("papers.bib", PAPERS.encode())])
    apply(run=run)
    return run


def download(client, run, name, *args, **parameters):
    url = reverse(f"imports:{name}", args=[run.pk, *args])
    response = client.get(url, parameters)
    content = b"".join(response) if response.streaming else response.content
    return response.headers["Content-Disposition"], content.decode()


def test_file_comes_back_as_it_was_sent(admin_client, run):
    answer = download(admin_client, run, "original", run.files.get().pk)

    assert answer == ('attachment; filename="papers.bib"', PAPERS)


def test_what_was_rejected_can_be_mended_and_sent_again(admin_client, run):
    disposition, text = download(admin_client, run, "rejected", file="papers.bib")

    assert disposition == 'attachment; filename="papers-to-mend.bib"'
    assert text == (
        "@string{joe = {Journal of Engines}}\n\n"
        "@misc{untitled, author={Doe, Jo}, year={2020}}\n\n"
    )


def test_rejected_rows_of_a_table_keep_its_header(admin_client, send):
    table = (
        b"given_name,family_name,orcid\nAda,Lovelace,\nAlan,Turing,\nAda,Lovelace,\n"
    )
    run = send("people", files=[SimpleUploadedFile("people.csv", table)])

    _, text = download(admin_client, run, "rejected", file="people.csv")

    assert text == "given_name,family_name,orcid\r\nAda,Lovelace,\r\n"


TABLE = "title,authors,year\nApples,Yan Liu,2020\n,Jörg Müller,2020\n"
LEFT = "title,authors,year\r\n,Jörg Müller,2020\r\n"


def packed(name, text):
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("sent", "content", "encoding", "file"),
    [
        ("a.csv", TABLE.encode("mac_roman"), "mac_roman", "a.csv"),
        ("a.txt", TABLE.encode(), "", "a.txt"),
        ("a.zip", packed("x/a.csv", TABLE), "", "a.zip/x/a.csv"),
    ],
)
def test_row_of_any_table_keeps_its_header(
    admin_client, send, sent, content, encoding, file
):
    run = send(files=[SimpleUploadedFile(sent, content)], encoding=encoding)

    disposition, text = download(admin_client, run, "rejected", file=file)

    assert disposition == 'attachment; filename="a-to-mend.csv"'
    assert text == LEFT


def test_row_that_is_too_long_keeps_all_of_its_cells(admin_client, send):
    table = b"title;authors\nApples;Yan Liu;2020;x\nBridges;=Jo\n"
    run = send(files=[SimpleUploadedFile("a.csv", table)])

    _, text = download(admin_client, run, "rejected", file="a.csv")

    assert text == "title,authors\r\nApples,Yan Liu,2020,x\r\n"


def test_entries_of_bibtex_are_no_table_whatever_their_file_is_called(
    admin_client, send
):
    run = send(files=[SimpleUploadedFile("papers.csv", PAPERS.encode())])

    _, text = download(admin_client, run, "rejected", file="papers.csv")

    assert text.splitlines()[-2:] == [
        "@misc{untitled, author={Doe, Jo}, year={2020}}",
        "",
    ]


def test_report_is_that_of_the_commands(admin_client, run):
    report = json.loads(download(admin_client, run, "report_data")[1])

    assert {name: report[name] for name in ("run", "created", "rejected")} == {
        "run": run.pk,
        "created": 1,
        "rejected": 1,
    }
    assert [entry["key"] for entry in report["entries"]] == ["apples", "untitled"]


def test_plan_is_a_table_of_what_is_asked_for(admin_client, run):
    _, text = download(admin_client, run, "table", action="created")

    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    assert [(row["key"], row["action"], row["authors"]) for row in rows] == [
        ("apples", "created", "Yan Liu")
    ]


def test_nothing_to_mend_is_not_found(admin_client, run):
    url = reverse("imports:rejected", args=[run.pk])

    assert admin_client.get(url, {"file": "other.bib"}).status_code == 404
