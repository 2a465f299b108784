"""Undo neither publishes what an editor took down nor removes what one has written."""

import json

import pytest

from people.importing.cv_rows import plain_sections
from people.models import ContactPoint, PersonPage
from publications.models import Author
from tests.factories import make_author, make_member

pytestmark = pytest.mark.django_db

HEADER = "slug,given_name,family_name,title"
RESUME = {
    "basics": {"name": "Jo Doe", "phone": "+99 1"},
    "work": [{"name": "Lab", "position": "Intern"}],
}


@pytest.fixture
def resume(tmp_path):
    path = tmp_path / "cv.json"
    path.write_text(json.dumps(RESUME))
    return path


def unpublish(page):
    page.unpublish()


def write_draft(page):
    page.affiliation = "Draft University"
    page.save_revision()


def describe(page):
    page.search_description = "Likes data."
    page.save_revision().publish()


def add_contact(page):
    page.contacts.add(ContactPoint(kind="other", value="Room 3"))
    page.save_revision().publish()


EDITS = [unpublish, write_draft, describe, add_contact]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("rows", [["Dr."], ["Dr.", "Prof."]], ids=["made", "updated"])
def test_undo_of_members_keeps_a_page_after(run_command, people_csv, edit, rows):
    for title in rows:
        path = people_csv(HEADER, f"jo,Jo,Doe,{title}")
        _, report = run_command("import_people", path)
    edit(PersonPage.objects.get())
    before = list(PersonPage.objects.values())

    status, undone = run_command("undo_import", report["run"])

    assert (status, undone["undone"], len(undone["kept"])) == (1, 0, 1)
    assert list(PersonPage.objects.values()) == before


@pytest.mark.parametrize("edit", [unpublish, write_draft])
def test_undo_of_a_cv_keeps_a_page_after(run_command, resume, edit):
    make_member("Jo Doe")
    _, report = run_command("import_cv", resume)
    edit(PersonPage.objects.get())
    before = list(PersonPage.objects.values())

    _, undone = run_command("undo_import", report["run"])

    assert undone["undone"] == 0
    assert list(PersonPage.objects.values()) == before


def test_undo_of_a_cv_keeps_a_contact_that_was_labelled(run_command, resume):
    make_member("Jo Doe")
    _, report = run_command("import_cv", resume)
    ContactPoint.objects.update(label="Office", visibility="public")

    _, undone = run_command("undo_import", report["run"])

    reasons = [each["reason"] for each in undone["kept"]]
    assert reasons == ["Edited since the import and kept: phone."]
    assert ContactPoint.objects.get().label == "Office"


def test_later_imports_are_no_edits_by_hand(run_command, people_csv, resume):
    runs = []
    for title in ("Dr.", "Prof."):
        path = people_csv(HEADER, f"jo,Jo,Doe,{title}")
        runs.append(run_command("import_people", path)[1]["run"])
    runs.append(run_command("import_cv", resume)[1]["run"])

    kept = [run_command("undo_import", run)[1]["kept"] for run in reversed(runs)]

    assert (kept, PersonPage.objects.count()) == ([[], [], []], 0)


def test_undo_of_a_cv_forgets_its_own_sections_alone(run_command, resume):
    make_member("Jo Doe")
    _, first = run_command("import_cv", resume)
    schools = [{"institution": "School", "studyType": "PhD"}]
    resume.write_text(json.dumps(RESUME | {"education": schools}))
    _, second = run_command("import_cv", resume)

    run_command("undo_import", first["run"])
    page = PersonPage.objects.get()
    assert list(page.imported["cv"]) == list(plain_sections(page)) == ["Education"]

    run_command("undo_import", second["run"])
    assert PersonPage.objects.get().imported == {}


def test_import_leaves_a_page_that_is_not_published(run_command, people_csv, resume):
    run_command("import_people", people_csv(HEADER, "jo,Jo,Doe,Dr."))
    PersonPage.objects.get().unpublish()

    _, people = run_command("import_people", people_csv(HEADER, "jo,Jo,Doe,Prof."))
    _, cv = run_command("import_cv", resume)

    assert (people["review"], cv["review"]) == (1, 2)
    assert PersonPage.objects.get().live is False


def test_undo_gives_an_author_the_former_name_back(run_command, people_csv):
    make_author("J. Doe", orcid="0000-0002-1825-0097")
    before = list(Author.objects.values())
    path = people_csv("name,orcid", "Jo Doe,0000-0002-1825-0097")
    _, report = run_command("import_people", path)
    between = Author.objects.get().display_name

    run_command("undo_import", report["run"])

    assert (between, list(Author.objects.values())) == ("Jo Doe", before)
