"""Rows of people who share a name or an ORCID iD: whose page is meant."""

import pytest

from people.importing.run import PeopleImporter
from people.models import PersonPage
from portal.imports.files import SourceFile
from tests.factories import make_author, make_member
from tests.publications.importing.test_run import counts

pytestmark = pytest.mark.django_db

ORCID = "0000-0002-1825-0097"


def planned(*rows, name="people.csv"):
    table = "\n".join(["slug,given_name,family_name,title", *rows, ""])
    plan = PeopleImporter().plan([SourceFile(name, table.encode())], {})
    return [(row.action, row.target, row.reason) for row in plan.rows]


@pytest.mark.parametrize("name", ["Other,Person", "Li,Wang"])
def test_row_of_another_name_with_a_members_orcid_waits(run_command, people_csv, name):
    make_member("Wei Wang", author=make_author("Wei Wang", orcid=ORCID))
    path = people_csv("given_name,family_name,orcid", f"{name},{ORCID}")

    _, report = run_command("import_people", path)

    assert (counts(report), PersonPage.objects.get().title) == (
        (0, 0, 0, 1, 0),
        "Wei Wang",
    )
    assert report["entries"][0]["reason"] == (
        f"The ORCID iD {ORCID} is that of “Wei Wang” already. Correct it here or there."
    )


@pytest.mark.parametrize(
    "row", [",W.,Wang", ",Wei,Smith", ",Wei Xiao,Wang", "wei-wang,Li,Chen"]
)
def test_members_orcid_renames_who_is_called_alike(run_command, people_csv, row):
    make_member("Wei Wang", author=make_author("Wei Wang", orcid=ORCID))
    path = people_csv("slug,given_name,family_name,orcid", f"{row},{ORCID}")

    _, report = run_command("import_people", path)

    assert [entry["person"] for entry in report["entries"]] == ["wei-wang"]


@pytest.mark.parametrize("again", [(0, 1), (1, 0), (0,)], ids=str)
def test_namesakes_told_apart_by_one_slug_are_unchanged(run_command, people_csv, again):
    rows = [",Wei,Wang,Dr.", "wei-wang-b,Wei,Wang,Prof."]
    run_command("import_people", people_csv("slug,given_name,family_name,title", *rows))

    slugs = ["wei-wang", "wei-wang-b"]
    assert planned(*(rows[at] for at in again)) == [
        ("unchanged", slugs[at], "") for at in again
    ]


def test_swapped_name_is_told_as_such():
    assert planned(",Chen,Li,", ",Li,Chen,")[1] == (
        "rejected",
        "",
        "Line 3: “Li Chen” is “Chen Li” of line 2 with the parts of the name swapped. "
        "Give each a slug when these are two people; else keep one of them.",
    )


def test_two_names_for_one_page_are_told_as_such():
    assert planned("wei,Wei,Wang,", "wei,Bo,Li,")[1] == (
        "rejected",
        "",
        "Line 3: “Bo Li” is for the page “wei”, and so is “Wei Wang” in line 2. "
        "Each person has one row.",
    )


def test_same_person_in_a_second_file_is_rejected():
    table = b"given_name,family_name\nWei,Wang\n"
    sources = [SourceFile("a.csv", table), SourceFile("b.csv", table)]

    rows = PeopleImporter().plan(sources, {}).rows

    assert [(row.action, row.reason) for row in rows] == [
        ("created", ""),
        (
            "rejected",
            "Line 2: “Wei Wang” stands in line 2 of “a.csv” already. "
            "Two people of one name each need a slug.",
        ),
    ]
