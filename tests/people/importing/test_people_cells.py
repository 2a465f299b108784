"""What single cells of people.csv come to, the wrong ones too."""

import pytest
from django.core.management import call_command

from people.models import PersonPage, Role
from portal.imports.files import SourceFile
from portal.imports.tables import read_table
from tests.factories import make_author, make_member
from tests.publications.importing.test_run import counts

pytestmark = pytest.mark.django_db


def test_unknown_column_is_noted_and_kept(run_command, people_csv, tmp_path):
    path = people_csv("name,Favourite Food", "Yan Liu,Noodles")

    _, report = run_command("import_people", path)

    assert report["notes"] == [
        "Unknown columns are kept with each person: favourite_food."
    ]
    assert PersonPage.objects.get().extra == {"favourite_food": "Noodles"}
    call_command("export_people", "--output", tmp_path / "out.csv")
    row = read_table(SourceFile.open(tmp_path / "out.csv")).rows[0]
    assert row.cells["favourite_food"] == "Noodles"


def test_new_role_is_made_once_and_reported(run_command, people_csv):
    path = people_csv("name,role", "Yan Liu,Faculty", "Jo Doe,faculty", "Al Bo,Guest")

    _, report = run_command("import_people", path)

    assert report["notes"] == ["New roles are made: Faculty, Guest."]
    assert list(Role.objects.values_list("name", flat=True)) == ["Faculty", "Guest"]


@pytest.mark.parametrize(
    ("left", "is_alumni"), [("2019", True), ("2999-01", False), ("", False)]
)
def test_who_has_left_is_an_alumna_or_alumnus(run_command, people_csv, left, is_alumni):
    run_command("import_people", people_csv("name,left", f"Yan Liu,{left}"))

    assert PersonPage.objects.get().is_alumni is is_alumni


@pytest.mark.parametrize(
    ("column", "value", "right"),
    [
        ("email", "not-an-address", "jo@example.org"),
        ("orcid", "0000-0002-1825-0098", "0000-0002-1825-0097"),
        ("joined", "someday", "2018-08"),
        ("left", "n.n.", "2018-08"),
        ("phone_visibility", "friends", "members"),
        ("website", "javascript:alert(1)", "https://"),
    ],
)
def test_wrong_value_is_named_with_its_line_and_kept(
    run_command, people_csv, column, value, right
):
    _, report = run_command(
        "import_people", people_csv(f"name,{column}", f"Jo Doe,{value}")
    )

    (entry,) = report["entries"]
    assert (entry["action"], entry["line"]) == ("created", 2)
    assert entry["reason"].startswith(f"Line 2, {column}: ")
    assert value in entry["reason"]
    assert right in entry["reason"]
    assert PersonPage.objects.get().extra == {column: value}


def test_row_with_a_wrong_value_is_unchanged_the_second_time(run_command, people_csv):
    path = people_csv("name,email,orcid", "Jo Doe,nothing,12")
    run_command("import_people", path)

    assert counts(run_command("import_people", path)[1]) == (0, 0, 1, 0, 0)


def test_contacts_are_private_unless_the_file_says_otherwise(run_command, people_csv):
    path = people_csv(
        "name,email,phone,address,address_visibility",
        'Jo Doe,jo@example.org,+99 1,"1, Road",public',
    )
    run_command("import_people", path)

    contacts = PersonPage.objects.get().contacts
    assert list(contacts.values_list("kind", "value", "visibility")) == [
        ("email", "jo@example.org", "private"),
        ("phone", "+99 1", "private"),
        ("address", "1, Road", "public"),
    ]


@pytest.mark.parametrize(
    ("column", "length", "fits"),
    [
        ("slug", 300, 255),
        ("given_name", 256, 255),
        ("role", 81, 80),
        ("title", 201, 200),
        ("affiliation", 301, 300),
        ("phone", 501, 500),
        ("github", 501, 500),
        ("name_variants", 301, 300),
    ],
)
def test_value_that_is_too_long_rejects_its_row(
    run_command, people_csv, column, length, fits
):
    path = people_csv(f"family_name,{column}", "Liu,", f"Doe,{'x' * length}")

    _, report = run_command("import_people", path)

    assert counts(report) == (1, 0, 0, 0, 1)
    assert report["entries"][1]["reason"] == (
        f"Line 3, {column}: {length} characters are too many; {fits} fit."
    )


def test_name_that_is_too_long_as_a_whole_rejects_its_row(run_command, people_csv):
    path = people_csv("given_name,family_name", f"{'x' * 200},{'y' * 200}")

    _, report = run_command("import_people", path)

    assert report["entries"][0]["reason"] == (
        "Line 2, name: 401 characters are too many; 255 fit."
    )


def test_longest_role_needs_no_longer_plural(run_command, people_csv):
    run_command("import_people", people_csv("name,role", f"Jo Doe,{'x' * 80}"))

    assert (Role.objects.get().plural, Role.objects.get().heading) == ("", "x" * 80)


ORCID = "0000-0002-1825-0097"


def test_orcid_twice_in_a_file_rejects_the_second_row(run_command, people_csv):
    path = people_csv("name,orcid", f"Jo Doe,{ORCID}", f"Al Bo,{ORCID}")

    _, report = run_command("import_people", path)

    assert counts(report) == (1, 0, 0, 0, 1)
    assert report["entries"][1]["reason"] == (
        f"Line 3: the ORCID iD {ORCID} stands in line 2 already. "
        "Each belongs to one person."
    )


@pytest.mark.parametrize("row", [f"al-bo,Al Bo,{ORCID}", f"yan-liu,Yan Liu,{ORCID}"])
def test_orcid_of_another_member_waits_for_review(run_command, people_csv, row):
    make_member("Jo Doe", author=make_author("Jo Doe", orcid=ORCID))
    make_member("Yan Liu")

    _, report = run_command("import_people", people_csv("slug,name,orcid", row))

    assert counts(report) == (0, 0, 0, 1, 0)
    assert report["entries"][0]["reason"] == (
        f"The ORCID iD {ORCID} is that of “Jo Doe” already. Correct it here or there."
    )


def test_orcid_of_another_author_waits_for_review(run_command, people_csv):
    make_author("Jo Doe", orcid=ORCID)

    _, report = run_command("import_people", people_csv("name,orcid", f"Al Bo,{ORCID}"))

    assert (counts(report), PersonPage.objects.count()) == ((0, 0, 0, 1, 0), 0)
