import pytest
from django.core.management import call_command

from people.facts import facts_of
from people.models import PeopleIndexPage, PersonPage, Role
from portal.imports.files import SourceFile
from portal.imports.tables import read_table, write_xlsx
from tests.factories import make_author, make_member
from tests.publications.importing.test_run import counts

pytestmark = pytest.mark.django_db

EVERYTHING = {
    "slug": "gyuseok-lee",
    "given_name": "Gyuseok",
    "family_name": "Lee",
    "name_variants": "G. Lee; Gyu-Seok Lee",
    "role": "PhD Student",
    "title": "AI Researcher",
    "affiliation": "Department of Computing, University of Somewhere",
    "joined": "2022-02",
    "left": "2031",
    "email": "lee@example.org; other@example.org",
    "phone": "+82 10-0000-0000",
    "address": "77 Street; Room 3",
    "website": "https://lee.example.org/",
    "github": "gyuseok",
    "linkedin": "gyuseok-lee",
    "google_scholar": "AbCdEf",
    "orcid": "0000-0002-1825-0097",
    "interests": "Recommender systems; Continual learning",
    "about": "Likes data.\n\nAnd “models” <3.",
    "email_visibility": "public",
    "phone_visibility": "members",
    "address_visibility": "private",
}


def workbook(path):
    source = SourceFile.open(path)
    table = read_table(source)
    path = path.with_suffix(".xlsx")
    path.write_bytes(write_xlsx(table.columns, [row.cells for row in table.rows]))
    return path


@pytest.fixture
def everything(tmp_path):
    path = tmp_path / "everything.xlsx"
    path.write_bytes(write_xlsx(list(EVERYTHING), [EVERYTHING]))
    return path


def test_import_of_all_columns_makes_a_member_with_all_of_them(run_command, everything):
    status, report = run_command("import_people", everything)

    page = PersonPage.objects.get()
    assert (status, counts(report)) == (0, (1, 0, 0, 0, 0))
    assert facts_of(page) == EVERYTHING
    assert (page.title, page.live, page.url) == (
        "Gyuseok Lee",
        True,
        "/people/gyuseok-lee/",
    )


def test_import_of_the_same_members_changes_nothing(run_command, everything):
    run_command("import_people", everything)
    before = list(PersonPage.objects.values())

    status, report = run_command("import_people", everything)

    assert (status, counts(report)) == (0, (0, 0, 1, 0, 0))
    assert list(PersonPage.objects.values()) == before


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_export_people_writes_is_unchanged_on_import(
    run_command, everything, tmp_path, form
):
    run_command("import_people", everything)
    path = tmp_path / f"out.{form}"

    call_command("export_people", "--format", form, "--output", path)

    assert counts(run_command("import_people", path)[1]) == (0, 0, 1, 0, 0)


def test_what_export_people_writes_makes_the_same_member_elsewhere(
    run_command, everything, tmp_path
):
    _, report = run_command("import_people", everything)
    path = tmp_path / "out.csv"
    call_command("export_people", "--output", path)
    run_command("undo_import", report["run"])

    run_command("import_people", path)

    assert [facts_of(page) for page in PersonPage.objects.all()] == [EVERYTHING]


def test_a_name_alone_makes_a_member(run_command, people_csv):
    path = people_csv("name", "Yan Liu", '"Arık, Sercan Ö."')

    _, report = run_command("import_people", path)

    assert [each["person"] for each in report["entries"]] == [
        "yan-liu",
        "sercan-o-arik",
    ]
    assert [facts_of(page) for page in PersonPage.objects.order_by("path")] == [
        {"slug": "yan-liu", "given_name": "Yan", "family_name": "Liu"},
        {"slug": "sercan-o-arik", "given_name": "Sercan Ö.", "family_name": "Arık"},
    ]


def test_a_workbook_says_the_same_as_its_csv(run_command, people_csv):
    path = people_csv("given_name,family_name,joined,role", "Yan,Liu,2015,Faculty")
    run_command("import_people", path)

    _, report = run_command("import_people", workbook(path))

    assert counts(report) == (0, 0, 1, 0, 0)


def test_the_same_person_twice_in_a_file_is_rejected(run_command, people_csv):
    path = people_csv("name,title", "Jo Doe,Dr.", "Jo Doe,Prof.")

    status, report = run_command("import_people", path)

    assert (status, counts(report)) == (1, (1, 0, 0, 0, 1))
    assert report["entries"][1]["reason"] == (
        "Line 3: “Jo Doe” stands in line 2 already. "
        "Two people of one name each need a slug."
    )


def test_row_without_a_name_is_rejected(run_command, people_csv):
    path = people_csv("given_name,family_name,title", "Jo,Doe,", ",,Prof.")

    status, report = run_command("import_people", path)

    assert (status, counts(report)) == (1, (1, 0, 0, 0, 1))
    assert report["entries"][1]["reason"] == "Line 3: the row has no name."


def test_changed_value_is_updated_and_reported(run_command, people_csv):
    run_command("import_people", people_csv("name,title,joined", "Jo Doe,Dr.,2015"))

    path = people_csv("name,title,joined", "Jo Doe,Prof.,2015-08")
    status, report = run_command("import_people", path)

    assert (status, counts(report)) == (0, (0, 1, 0, 0, 0))
    changes = {"title": ["Dr.", "Prof."], "joined": ["2015", "2015-08"]}
    assert report["entries"][0]["changes"] == changes
    page = PersonPage.objects.get()
    assert (page.job_title, page.joined.text) == ("Prof.", "2015-08")


def test_what_an_editor_changed_on_a_page_is_protected(run_command, people_csv):
    run_command("import_people", people_csv("name,title", "Jo Doe,Dr."))
    PersonPage.objects.update(job_title="Captain")

    same = run_command("import_people", people_csv("name,title", "Jo Doe,Dr."))[1]
    path = people_csv("name,title", "Jo Doe,Prof.")
    status, report = run_command("import_people", path)

    assert counts(same) == (0, 0, 1, 0, 0)
    assert (status, counts(report)) == (1, (0, 0, 0, 1, 0))
    assert "“Captain”" in report["entries"][0]["reason"]
    assert PersonPage.objects.get().job_title == "Captain"


def test_page_with_an_unpublished_draft_waits_for_review(run_command, people_csv):
    run_command("import_people", people_csv("name,title", "Jo Doe,Dr."))
    page = PersonPage.objects.get()
    page.affiliation = "Draft University"
    page.save_revision()

    path = people_csv("name,title", "Jo Doe,Prof.")
    status, report = run_command("import_people", path)

    assert (status, counts(report)) == (1, (0, 0, 0, 1, 0))
    assert PersonPage.objects.get().job_title == "Dr."
    latest = PersonPage.objects.get().get_latest_revision_as_object()
    assert latest.affiliation == "Draft University"


def test_row_is_matched_by_slug_before_its_name(run_command, people_csv):
    make_member("Jo Doe")

    _, report = run_command(
        "import_people", people_csv("slug,name", "jo-doe,Joanna Roe")
    )

    assert counts(report) == (0, 0, 0, 1, 0)
    assert PersonPage.objects.get().title == "Jo Doe"


def test_row_is_matched_by_orcid_before_its_name(run_command, people_csv):
    make_member("Jo Doe", author=make_author("Jo Doe", orcid="0000-0002-1825-0097"))

    path = people_csv("name,orcid,title", "Jo Doe,0000-0002-1825-0097,Dr.")
    _, report = run_command("import_people", path)

    assert counts(report) == (0, 1, 0, 0, 0)


def test_namesakes_are_put_to_review(run_command, people_csv):
    make_member("Yan Liu")
    make_member("Yan Liu", slug="yan-liu-2")

    status, report = run_command("import_people", people_csv("name", "Yan Liu"))

    assert (status, counts(report)) == (1, (0, 0, 0, 1, 0))
    assert "yan-liu, yan-liu-2" in report["entries"][0]["reason"]


def test_dry_run_of_members_writes_nothing(run_command, everything):
    status, report = run_command("import_people", everything, "--dry-run")

    assert (status, report["run"], counts(report)) == (0, None, (1, 0, 0, 0, 0))
    assert (PersonPage.objects.count(), Role.objects.count()) == (0, 0)


@pytest.mark.parametrize("text", ["title,year\nA paper,2020\n", "Just prose.\n"])
def test_table_that_lists_no_people_exits_2(run_command, tmp_path, text):
    path = tmp_path / "other.csv"
    path.write_text(text)

    status, report = run_command("import_people", path)

    assert (status, report["run"], report["entries"]) == (2, None, [])
    assert report["error"].endswith(".")


def test_site_without_a_directory_says_so(run_command, people_csv):
    PeopleIndexPage.objects.get().delete()

    status, report = run_command("import_people", people_csv("name", "Jo Doe"))

    assert (status, report["run"], report["entries"]) == (2, None, [])
    assert report["error"] == (
        "The site has no directory of members; make one below the home page."
    )
