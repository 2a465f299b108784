import pytest

from people.facts import facts_of
from people.models import PersonPage
from publications.models import Author, AuthorName, Authorship, Publication
from tests.factories import make_author, make_paper

pytestmark = pytest.mark.django_db

HEADER = "given_name,family_name,name_variants,title"
SEO = "Sungyong,Seo,Sungong Seo,Dr."


def names_of_authors():
    return sorted(author.display_name for author in Author.objects.all())


def test_undo_removes_the_pages_and_their_authors(run_command, people_csv):
    _, report = run_command("import_people", people_csv(HEADER, SEO, "Yan,Liu,,"))

    status, undone = run_command("undo_import", report["run"])

    assert (status, undone["undone"], undone["kept"]) == (0, 2, [])
    assert PersonPage.objects.count() == 0
    assert (Author.objects.count(), AuthorName.objects.count()) == (0, 0)


def test_undo_gives_names_back_to_their_authors(run_command, people_csv):
    make_paper("One", ["Sungyong Seo"])
    make_paper("Two", ["Sungong Seo"])
    before = list(Authorship.objects.values("pk", "author_id"))

    _, report = run_command("import_people", people_csv(HEADER, SEO))
    authors_between = names_of_authors()
    run_command("undo_import", report["run"])

    assert authors_between == ["Sungyong Seo"]
    assert names_of_authors() == ["Sungong Seo", "Sungyong Seo"]
    assert list(Authorship.objects.values("pk", "author_id")) == before


def test_undo_keeps_a_page_that_was_edited_since(run_command, people_csv):
    _, report = run_command("import_people", people_csv(HEADER, SEO, "Yan,Liu,,"))
    PersonPage.objects.filter(slug="yan-liu").update(affiliation="Elsewhere")

    status, undone = run_command("undo_import", report["run"])

    assert (status, undone["undone"]) == (1, 1)
    assert undone["kept"] == [
        {"target": "yan-liu", "reason": "It was edited since the import: affiliation."}
    ]
    assert [page.slug for page in PersonPage.objects.all()] == ["yan-liu"]


def test_undo_of_an_update_restores_the_page(run_command, people_csv):
    path = people_csv(HEADER, SEO)
    run_command("import_people", path)
    before = facts_of(PersonPage.objects.get())
    changed = people_csv(HEADER, "Sungyong,Seo,S. Seo;Sungong Seo,Prof.")
    _, report = run_command("import_people", changed)

    run_command("undo_import", report["run"])

    assert facts_of(PersonPage.objects.get()) == before
    _, again = run_command("import_people", people_csv(HEADER, SEO))
    assert again["unchanged"] == 1


def test_undo_of_an_update_gives_the_names_back_that_it_took(run_command, people_csv):
    make_paper("Two", ["Sungong Seo"])
    run_command("import_people", people_csv(HEADER, "Sungyong,Seo,,"))
    _, report = run_command("import_people", people_csv(HEADER, SEO))

    run_command("undo_import", report["run"])

    printed = Authorship.objects.get(printed_name="Sungong Seo")
    assert printed.author.display_name == "Sungong Seo"
    assert names_of_authors() == ["Sungong Seo", "Sungyong Seo"]


def test_undo_of_members_leaves_their_papers(run_command, people_csv):
    author = make_author("Sungyong Seo")
    make_paper("One", [author])
    _, report = run_command("import_people", people_csv(HEADER, SEO))

    run_command("undo_import", report["run"])

    assert [paper.title for paper in Publication.objects.all()] == ["One"]
    assert list(Author.objects.all()) == [author]


def test_imported_members_can_be_undone_after_their_papers_came(
    run_command, people_csv, tmp_path
):
    _, people = run_command("import_people", people_csv(HEADER, SEO))
    path = tmp_path / "papers.bib"
    path.write_text("@misc{a, title={One}, author={Seo, Sungong}, year={2020}}")
    run_command("import_publications", path)

    run_command("undo_import", people["run"])

    assert PersonPage.objects.count() == 0
    assert Authorship.objects.get().printed_name == "Sungong Seo"
