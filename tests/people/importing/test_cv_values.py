"""Areas, long names and values that do not fit, in a CV."""

import json

import pytest

from people.importing.cv_rows import plain_sections
from people.models import PersonPage
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def resume(tmp_path):
    def write(**parts):
        path = tmp_path / "cv.json"
        path.write_text(json.dumps({"basics": {"name": "Jo Doe"}} | parts))
        return path

    return write


def test_projects_of_one_area_make_one_section(run_command, resume):
    make_member("Jo Doe")
    projects = [{"name": name, "area": name[0]} for name in ("A1", "B1", "A2")]

    run_command("import_cv", resume(projects=projects))
    _, again = run_command("import_cv", resume(projects=projects))

    sections = plain_sections(PersonPage.objects.get())
    found = {
        name: [each["value"]["name"] for each in section["entries"]]
        for name, section in sections.items()
        if name.startswith("Projects")
    }
    assert found == {"Projects: A": ["A1", "A2"], "Projects: B": ["B1"]}
    assert again["unchanged"] == len(again["entries"])


def test_long_section_name_can_be_undone(run_command, resume):
    make_member("Jo Doe")
    path = resume(projects=[{"name": "A", "area": "x" * 600}])
    _, report = run_command("import_cv", path)

    status, _ = run_command("undo_import", report["run"])

    assert (status, plain_sections(PersonPage.objects.get())) == (0, {})


def test_values_that_do_not_fit_are_named(run_command, resume):
    make_member("Jo Doe")
    basics = {"name": "Jo Doe", "label": "x" * 300}
    path = resume(basics=basics, meta={"lastModified": "x" * 400})

    _, report = run_command("import_cv", path)

    assert report["not_understood"] == [
        "meta.lastModified: 400 characters are no date.",
        "title: 300 characters are too many; 200 fit.",
    ]
