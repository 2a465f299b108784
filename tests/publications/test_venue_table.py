"""The table of venues: imported at the desk, and exported as a file that comes back."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from portal.imports.files import SourceFile, Unreadable
from portal.imports.run import apply, prepare, redo, undo
from portal.models import ImportRun
from publications.models import Venue, VenueName
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

HEAD = "name,acronym,kind,url,colour,other_names\n"


def make_run(*lines, head=HEAD):
    text = head + "".join(f"{line}\n" for line in lines)
    return prepare(kind="venues", sources=[SourceFile("v.csv", text.encode())])


def outcome(run):
    return [(row.key, row.action, row.reason) for row in run.rows.all()]


def venues():
    return [
        (each.name, each.acronym, each.kind, each.colour, each.other_names)
        for each in Venue.objects.prefetch_related("names")
    ]


@pytest.fixture
def held():
    venue = Venue.objects.create(name="Neural Networks", kind="journal")
    VenueName.objects.create(venue=venue, text="Neural Netw.")
    return venue


def test_table_creates_and_changes_venues_and_empty_cells_leave_what_is_there(held):
    run = make_run(
        "neural networks,NN,,,#1d4ed8,",
        "Knowledge Discovery,KDD,Conference,https://kdd.org,,Discovery; KDD Conf.",
    )
    changes = [row.changes for row in run.rows.all()]
    apply(run=run)

    assert changes == [
        {
            "name": ["Neural Networks", "neural networks"],
            "acronym": ["", "NN"],
            "colour": ["", "#1d4ed8"],
        },
        {},
    ]
    assert venues() == [
        ("Knowledge Discovery", "KDD", "conference", "", ["Discovery", "KDD Conf."]),
        ("neural networks", "NN", "journal", "#1d4ed8", ["Neural Netw."]),
    ]


def test_venue_is_found_by_another_spelling_and_keeps_its_name(held):
    run = make_run("Neural netw,NN,,,,")
    apply(run=run)

    assert outcome(run) == [("Neural netw", "updated", "")]
    assert venues() == [("Neural Networks", "NN", "journal", "", ["Neural Netw."])]


def test_each_wrong_row_says_where_and_what_would_be_right(held):
    run = make_run(
        ",X,,,,",
        "A,,magazine,,,",
        "B,,,,blue,",
        "C,,,nowhere,,",
        "D,,,,,Neural Netw.",
        "E,,,,,",
        "e,,,,,",
    )
    known = "journal, conference, workshop, preprint, book, institution, other"

    assert outcome(run) == [
        ("", "rejected", "Line 2: the row has no name."),
        (
            "A",
            "rejected",
            f"Line 3, kind: “magazine” is not known. Write one of these: {known}.",
        ),
        (
            "B",
            "rejected",
            "Line 4, colour: Write a colour as #rrggbb, for example #1d4ed8.",
        ),
        ("C", "rejected", "Line 5, url: Enter a valid URL."),
        (
            "D",
            "rejected",
            "Line 6: “Neural Netw.” is a name of “Neural Networks” already.",
        ),
        ("E", "created", ""),
        ("e", "rejected", "Line 8: “e” stands in line 7 already."),
    ]


def test_table_is_undone_and_redone_and_undone(held):
    before = venues()
    run = make_run("Neural Networks,NN,,,,Networks", "New One,,book,,,Newest")
    apply(run=run)
    after = venues()
    for _ in range(2):
        assert (undo(run=run)[1], venues()) == ([], before)
        redo(run=run)
        assert venues() == after


def test_what_was_edited_or_used_since_stays_and_is_named(held):
    run = make_run("Neural Networks,NN,,,#1d4ed8,", "New One,,,,,")
    apply(run=run)
    Venue.objects.filter(pk=held.pk).update(acronym="NeNe")
    make_paper("Waves", venue="New One")
    _, kept = undo(run=run)

    assert {row.key: row.reason for row in kept} == {
        "Neural Networks": "Edited since the import and kept: acronym.",
        "New One": "It stays: 1 of the papers appeared there.",
    }
    assert ("Neural Networks", "NeNe", "journal", "", ["Neural Netw."]) in venues()


def test_unknown_columns_are_named_and_a_table_without_names_is_none(held):
    run = make_run("Sea,9", head="name,Rank\n")
    with pytest.raises(Unreadable, match="lists no venues: there is no column “name”"):
        make_run("9", head="rank\n")

    assert run.notes == [
        "Unknown columns are left out: Rank. Known are name, acronym, kind, url, "
        "colour, other_names."
    ]


def test_export_comes_back_unchanged_and_runs_nothing(admin_client, held):
    Venue.objects.create(name="=1+1", acronym="-x")
    content = {
        kind: b"".join(
            admin_client.get(
                reverse("venues:index"), {"export": kind}
            ).streaming_content
        )
        for kind in ("csv", "xlsx")
    }
    sheet = load_workbook(BytesIO(content["xlsx"])).active
    run = prepare(
        kind="venues",
        sources=[SourceFile(f"v.{kind}", content[kind]) for kind in ["csv"]],
    )

    assert content["csv"].decode().splitlines() == [
        "name,acronym,kind,url,colour,other_names",
        "'=1+1,'-x,other,,,",
        "Neural Networks,,journal,,,Neural Netw.",
    ]
    assert sheet["A2"].value == "'=1+1"
    assert [row.action for row in run.rows.all()] == ["unchanged", "unchanged"]


def test_table_goes_through_the_desk(admin_client):
    url = reverse("imports:new", args=["venues"])
    admin_client.post(url, {"pasted": f"{HEAD}Sea,,,,,\n"})
    run = ImportRun.objects.get()
    plan = admin_client.get(reverse("imports:plan", args=[run.pk]))
    apply(run=run)
    report = admin_client.get(reverse("imports:report", args=[run.pk]))
    listing = admin_client.get(reverse("venues:index")).content.decode()

    assert [entry.title for entry in plan.context["entries"]] == ["Sea"]
    assert [entry.subject.name for entry in report.context["created"]] == ["Sea"]
    assert url in listing
