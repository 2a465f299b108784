import json
from pathlib import Path

import pytest

from people.importing.cv_rows import plain_sections
from people.models import PersonPage
from tests.factories import make_member
from tests.publications.importing.test_run import counts

pytestmark = pytest.mark.django_db

EXAMPLE = Path(__file__).parents[3] / "portal" / "example" / "cv"
LEE, SEO = EXAMPLE / "gyuseok-lee.json", EXAMPLE / "sungyong-seo.json"
RESUME = {
    "basics": {"name": "Jo Doe", "label": "Engineer", "phone": "+99 1"},
    "work": [
        {
            "name": "Lab Inc.",
            "position": "Intern",
            "location": "Paris",
            "startDate": "2019-07",
            "endDate": "2020-01",
            "mentors": ["Al Bo"],
            "highlights": ["Measured things."],
        }
    ],
    "education": [{"institution": "A School", "studyType": "PhD", "score": "9.13"}],
    "interests": [{"name": "Graphs"}, {"name": "Time"}],
    "meta": {"lastModified": "2025-01-21"},
}


@pytest.fixture
def resume(tmp_path):
    def write(**changes):
        path = tmp_path / "cv.json"
        path.write_text(json.dumps(RESUME | changes), encoding="utf-8")
        return path

    return write


def test_report_of_a_cv_holds_its_entries_by_section(run_command, resume):
    make_member("Jo Doe")

    status, report = run_command("import_cv", resume())

    assert (status, counts(report)) == (0, (2, 1, 0, 0, 0))
    assert report["person"] == "jo-doe"
    assert report["sections"]["interests"] == ["Graphs", "Time"]
    (position,) = report["sections"]["experience"]
    wanted = ("title", "organisation", "place", "start", "end", "details")
    assert [position[name] for name in wanted] == [
        "Intern",
        "Lab Inc.",
        "Paris",
        "2019-07",
        "2020-01",
        ["Measured things."],
    ]
    assert report["sections"]["education"][0]["title"] == "PhD"


def test_report_of_a_cv_names_what_is_private_and_never_says_it(run_command, resume):
    make_member("Jo Doe")

    _, report = run_command("import_cv", resume())

    assert report["private"] == ["basics.phone", "education: score of A School"]
    assert "9.13" not in json.dumps(report["sections"])
    assert (report["not_understood"], report["publications"]["created"]) == ([], 0)


def test_cv_fills_the_page_and_its_dates(run_command, resume):
    make_member("Jo Doe")

    run_command("import_cv", resume())

    page = PersonPage.objects.get()
    assert (page.job_title, page.interest_list, page.updated_on.text) == (
        "Engineer",
        ["Graphs", "Time"],
        "2025-01-21",
    )
    assert list(plain_sections(page)) == ["Experience", "Education"]


@pytest.mark.parametrize(
    ("name", "path"), [("Gyuseok Lee", LEE), ("Sungyong Seo", SEO)]
)
def test_cv_is_unchanged_the_second_time(run_command, name, path):
    make_member(name)
    run_command("import_cv", path)
    before = list(PersonPage.objects.values())

    status, report = run_command("import_cv", path)

    assert (status, report["unchanged"]) == (0, len(report["entries"]))
    assert list(PersonPage.objects.values()) == before


@pytest.mark.parametrize(
    ("name", "path"), [("Gyuseok Lee", LEE), ("Sungyong Seo", SEO)]
)
def test_example_cv_is_understood_whole(run_command, name, path):
    make_member(name)

    status, report = run_command("import_cv", path)

    assert (status, report["not_understood"]) == (0, [])


def test_undo_of_a_cv_empties_the_page_again(run_command, resume):
    make_member("Jo Doe")
    _, report = run_command("import_cv", resume())

    status, undone = run_command("undo_import", report["run"])

    page = PersonPage.objects.get()
    assert (status, undone["kept"]) == (0, [])
    assert (plain_sections(page), page.imported.get("cv", {})) == ({}, {})
    assert (page.job_title, page.interests, page.updated_on.text) == ("", "", "")
    assert page.contacts.count() == 0


def test_undo_of_a_cv_keeps_a_section_that_was_edited_since(run_command, resume):
    make_member("Jo Doe")
    _, report = run_command("import_cv", resume())
    rename_school(PersonPage.objects.get())

    status, undone = run_command("undo_import", report["run"])

    assert (status, len(undone["kept"])) == (1, 1)
    assert list(plain_sections(PersonPage.objects.get())) == ["Education"]


def rename_school(page):
    page.sections[1].value["entries"][0].value["institution"] = "Better School"
    page.save_revision().publish()


def test_cv_that_is_brought_back_leaves_what_was_edited_since(run_command, resume):
    make_member("Jo Doe")
    run = run_command("import_cv", resume())[1]["run"]
    run_command("undo_import", run)
    page = PersonPage.objects.get()
    page.job_title = "Professor"
    page.save_revision().publish()

    status, report = run_command("redo_import", run)

    page = PersonPage.objects.get()
    reasons = {entry["key"]: entry["reason"] for entry in report["entries"]}
    assert (status, reasons["profile"]) == (1, "Edited since: title.")
    assert (page.job_title, page.interests) == ("Professor", "")
    assert list(plain_sections(page)) == ["Experience", "Education"]


def test_section_edited_by_hand_is_not_overwritten(run_command, resume):
    make_member("Jo Doe")
    run_command("import_cv", resume())
    rename_school(PersonPage.objects.get())

    same = run_command("import_cv", resume())[1]
    changed = resume(education=[{"institution": "Third School", "studyType": "PhD"}])
    status, report = run_command("import_cv", changed)

    assert (same["unchanged"], same["review"]) == (3, 0)
    assert (status, report["review"], report["unchanged"]) == (1, 1, 2)
    sections = plain_sections(PersonPage.objects.get())
    school = sections["Education"]["entries"][0]["value"]["institution"]
    assert school == "Better School"


def test_changed_section_is_updated_where_it_stands(run_command, resume):
    make_member("Jo Doe")
    run_command("import_cv", resume())

    changed = resume(work=[{"name": "Other Inc.", "position": "Boss"}])
    _, report = run_command("import_cv", changed)

    assert counts(report) == (0, 1, 2, 0, 0)
    assert list(plain_sections(PersonPage.objects.get())) == ["Experience", "Education"]


def test_page_with_a_draft_keeps_its_cv(run_command, resume):
    page = make_member("Jo Doe")
    page.affiliation = "Draft University"
    page.save_revision()

    status, report = run_command("import_cv", resume())

    assert (status, report["review"]) == (1, 3)
    assert plain_sections(PersonPage.objects.get()) == {}


def test_cv_of_nobody_we_know_exits_2(run_command, resume):
    status, report = run_command("import_cv", resume())

    assert (status, report["run"], report["entries"]) == (2, None, [])
    assert "Jo Doe" in report["error"]


def test_cv_for_a_member_that_is_not_there_exits_2(run_command, resume):
    make_member("Jo Doe")

    status, report = run_command("import_cv", resume(), "--person", "nobody")

    assert (status, report["error"]) == (
        2,
        "There is no member with the slug “nobody”.",
    )


def test_cv_of_namesakes_wants_the_person(run_command, resume):
    make_member("Jo Doe")
    make_member("Jo Doe", slug="jo-doe-2")

    refused, _ = run_command("import_cv", resume())
    status, report = run_command("import_cv", resume(), "--person", "jo-doe-2")

    assert (refused, status, report["person"]) == (2, 0, "jo-doe-2")


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        "{}",
        '{"basics": 3}',
        '{"basics": {"name": ""}}',
        "[" * 5000,
        "9" * 5000,
    ],
)
def test_what_is_no_resume_exits_2(run_command, tmp_path, text):
    path = tmp_path / "cv.json"
    path.write_text(text)

    status, report = run_command("import_cv", path)

    assert (status, report["run"]) == (2, None)
    assert report["error"].endswith(".")


def test_deeply_nested_cv_is_refused_without_jargon(run_command, tmp_path):
    path = tmp_path / "cv.json"
    path.write_text("[" * 5000)

    _, report = run_command("import_cv", path)

    sentence = "“cv.json” is nested too deeply to be a JSON Resume."
    assert report["error"] == sentence


def test_parts_without_a_place_are_named(run_command, resume):
    make_member("Jo Doe")
    profiles = [{"network": "Gopher", "username": "jo"}]
    basics = RESUME["basics"] | {"profiles": profiles}

    path = resume(basics=basics, references=[{"name": "A"}, {"name": "B"}], work=["x"])
    _, report = run_command("import_cv", path)

    text = " ".join(report["not_understood"])
    assert len(report["not_understood"]) == 3
    assert all(part in text for part in ("Gopher", "references", "work"))


@pytest.mark.parametrize(
    "changes",
    [
        {"work": {"name": "Lab", "startDate": 2019}},
        {"work": [{"name": None, "highlights": "one line", "mentors": 5}]},
        {"skills": [{"name": "Tools", "keywords": None}]},
        {"awards": [{"title": "Prize", "date": "sometime, 2018 or so"}]},
        {"education": [{"studyType": "PhD", "startDate": "x" * 300}]},
        {"interests": "Graphs"},
        {"meta": {"lastModified": "2025-01-21T10:00:00Z", "updated": {"work": 7}}},
        {"work": [{"position": "<b>x</b>", "url": "javascript:alert(1)"}]},
        {"interests": [{"name": 5}]},
        {"meta": {"lastModified": "x" * 400}},
        {"projects": [{"name": "A", "area": "x" * 600}]},
        {"work": [{"position": "a\ud800b\u0000c\u001b", "\ud800": 1}], "\ud800": [1]},
        {"basics": {"name": "Jo Doe", "label": "x" * 300, "phone": "1" * 600}},
    ],
    ids=lambda changes: ascii(changes)[:40],
)
def test_odd_values_are_no_traceback_and_show(run_command, resume, client, changes):
    make_member("Jo Doe")

    status, _ = run_command("import_cv", resume(**changes))

    assert status in {0, 1}
    response = client.get("/people/jo-doe/")
    assert response.status_code == 200
    assert "javascript:alert" not in response.content.decode()
    again = run_command("import_cv", resume(**changes))[1]
    assert again["unchanged"] == len(again["entries"])
