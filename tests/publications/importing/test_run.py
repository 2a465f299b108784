import pytest

from publications.models import Author, AuthorName, Authorship, Publication
from tests.factories import make_author, make_member

pytestmark = pytest.mark.django_db

GOOD = """@inproceedings{seo2020physics,
  title = {Physics-aware Networks},
  author = {Seo*, Sungyong and Meng*, Chuizheng and Liu, Yan},
  booktitle = {International Conference on Learning Representations},
  abbr = {ICLR},
  year = {2020},
  doi = {10.1000/xyz123},
}
"""
BROKEN = """@article{broken,
  title = {Never closed,
  year = 2019

"""
OTHER = """@article{meng2021,
  title = {Another Paper},
  author = {Meng, Chuizheng},
  journal = {Journal of Papers},
  year = {2021}
}
"""


def counts(report):
    names = ("created", "updated", "unchanged", "review", "rejected")
    return tuple(report[name] for name in names)


def test_import_creates_papers(run_command, bib):
    status, report = run_command("import_publications", bib(GOOD + OTHER))

    assert status == 0
    assert counts(report) == (2, 0, 0, 0, 0)
    assert list(Publication.objects.values_list("slug", flat=True).order_by("pk")) == [
        "physics-aware-networks",
        "another-paper",
    ]


def test_import_of_the_same_file_changes_nothing(run_command, bib):
    run_command("import_publications", bib(GOOD + OTHER))
    before = list(Publication.objects.order_by("pk").values())

    status, report = run_command("import_publications", bib(GOOD + OTHER))

    assert (status, counts(report)) == (0, (0, 0, 2, 0, 0))
    assert list(Publication.objects.order_by("pk").values()) == before


def test_broken_entry_is_named_and_the_others_come_in(run_command, bib):
    status, report = run_command("import_publications", bib(GOOD + BROKEN + OTHER))

    assert status == 1
    assert counts(report) == (2, 0, 0, 0, 1)
    rejected = report["entries"][1]
    assert (rejected["key"], rejected["line"]) == ("broken", 9)
    assert rejected["reason"].startswith("Line 9:")


def test_members_are_linked_by_exact_name_and_variant(run_command, bib):
    author = make_author("Sungyong Seo")
    AuthorName.objects.create(author=author, text="Sungong Seo")
    make_member("Sungyong Seo", author=author)

    text = GOOD.replace("Seo*, Sungyong", "Seo, Sungong")
    _, report = run_command("import_publications", bib(text))

    assert report["entries"][0]["authors"][0] == {
        "name": "Sungong Seo",
        "person": "sungyong-seo",
        "proposed": None,
        "how": "variant",
    }
    assert Authorship.objects.get(author=author).printed_name == "Sungong Seo"


def test_what_is_only_similar_is_proposed_and_not_linked(run_command, bib):
    make_member("Sungyong Seo")

    text = GOOD.replace("Seo*, Sungyong", "Seo, Sungong")
    status, report = run_command("import_publications", bib(text))

    first = report["entries"][0]["authors"][0]
    assert (first["person"], first["proposed"]) == (None, "sungyong-seo")
    assert (first["how"], status) == ("similar-name", 0)
    assert Authorship.objects.get(printed_name="Sungong Seo").author is None


def test_changed_field_is_updated_and_reported(run_command, bib):
    run_command("import_publications", bib(OTHER))

    text = OTHER.replace("2021}", "2022}")
    status, report = run_command("import_publications", bib(text))

    assert (status, counts(report)) == (0, (0, 1, 0, 0, 0))
    assert report["entries"][0]["changes"] == {"date": ["2021", "2022"]}
    assert Publication.objects.with_rows().get().primary.date.text == "2022"


def test_what_an_editor_changed_is_protected(run_command, bib):
    run_command("import_publications", bib(OTHER))
    Publication.objects.update(title="Another Paper, Corrected")

    same = run_command("import_publications", bib(OTHER))[1]
    changed = OTHER.replace("Another Paper", "Another Papers")
    status, report = run_command("import_publications", bib(changed))

    assert counts(same) == (0, 0, 1, 0, 0)
    assert (status, counts(report)) == (1, (0, 0, 0, 1, 0))
    assert Publication.objects.get().title == "Another Paper, Corrected"


def test_dry_run_reports_and_writes_nothing(run_command, bib):
    status, report = run_command("import_publications", bib(GOOD), "--dry-run")

    assert (status, report["run"], report["dry_run"]) == (0, None, True)
    assert report["entries"][0]["publication"] == "physics-aware-networks"
    assert (Publication.objects.count(), Author.objects.count()) == (0, 0)


def test_undo_takes_papers_and_their_authors_away(run_command, bib):
    member = make_member("Yan Liu")
    _, report = run_command("import_publications", bib(GOOD + OTHER))

    status, undone = run_command("undo_import", report["run"])

    assert (status, undone["undone"], undone["kept"]) == (0, 2, [])
    assert Publication.objects.count() == 0
    assert list(Author.objects.all()) == [member.author]


def test_undo_keeps_what_was_edited_since(run_command, bib):
    _, report = run_command("import_publications", bib(GOOD + OTHER))
    Publication.objects.filter(slug="another-paper").update(title="Edited")

    status, undone = run_command("undo_import", report["run"])

    assert status == 1
    assert [each["target"] for each in undone["kept"]] == ["another-paper"]
    assert [paper.title for paper in Publication.objects.all()] == ["Edited"]


def test_undo_of_an_update_restores_what_stood_there(run_command, bib):
    run_command("import_publications", bib(GOOD))
    text = GOOD.replace("Liu, Yan", "Liu, Yan and Doe, Jane").replace(
        "Net", "Graph Net"
    )
    _, report = run_command("import_publications", bib(text))

    run_command("undo_import", report["run"])

    _, again = run_command("import_publications", bib(GOOD))
    names = Authorship.objects.values_list("printed_name", flat=True)
    assert counts(again) == (0, 0, 1, 0, 0)
    assert list(names) == ["Sungyong Seo", "Chuizheng Meng", "Yan Liu"]


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, b"", b"Just a sentence, and not more.\n"],
    ids=["image", "empty", "prose"],
)
def test_no_bibliography_at_all_exits_2(run_command, tmp_path, content):
    path = tmp_path / "thing"
    path.write_bytes(content)

    status, report = run_command("import_publications", path)

    assert (status, report["run"], report["entries"]) == (2, None, [])
    assert report["error"].endswith(".")


def test_directory_exits_2(run_command, tmp_path):
    status, report = run_command("import_publications", tmp_path)

    assert (status, report["run"]) == (2, None)


@pytest.fixture
def bib(tmp_path):
    def write(text):
        path = tmp_path / "papers.bib"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_undo_of_a_paper_by_a_thousand_authors(run_command, bib):
    names = " and ".join(f"Author{number}, Ann" for number in range(1100))
    text = f"@misc{{many, title = {{Many Hands}}, author = {{{names}}}}}"
    _, report = run_command("import_publications", bib(text))

    status, undone = run_command("undo_import", report["run"])

    assert (status, undone["undone"], undone["kept"]) == (0, 1, [])
    assert (Publication.objects.count(), Author.objects.count()) == (0, 0)


def test_venue_that_comes_later_has_a_kind_as_if_it_came_at_once(run_command, bib):
    bare = OTHER.replace("  journal = {Journal of Papers},\n", "")
    run_command("import_publications", bib(bare))
    _, report = run_command("import_publications", bib(OTHER))
    paper = Publication.objects.get()

    assert report["entries"][0]["changes"] == {
        "venue": ["", "Journal of Papers"],
        "kind": ["", "journal"],
    }
    assert [each.kind for each in paper.appearances.all()] == ["journal"]


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "papers.csv"
    path.write_text("title,authors\nOn Engines,Ada Lovelace\n", encoding="utf-8")
    return path


def test_undo_of_a_paper_whose_type_nobody_said(run_command, table):
    _, report = run_command("import_publications", table)

    status, undone = run_command("undo_import", report["run"])

    assert (status, undone["undone"], undone["kept"]) == (0, 1, [])
    assert (Publication.objects.count(), Author.objects.count()) == (0, 0)


def test_type_that_comes_later_is_taken(run_command, table):
    run_command("import_publications", table)
    rows = "type,title,authors\nbook,On Engines,Ada Lovelace\n"
    table.write_text(rows, encoding="utf-8")

    _, report = run_command("import_publications", table)

    assert report["entries"][0]["changes"] == {"type": ["document", "book"]}
    assert [paper.type for paper in Publication.objects.all()] == ["book"]


def test_undo_keeps_a_paper_that_a_later_import_made_anew(run_command, bib):
    _, first = run_command("import_publications", bib(GOOD + OTHER))
    Publication.objects.get(slug="another-paper").delete()
    run_command("import_publications", bib(GOOD + OTHER))

    status, undone = run_command("undo_import", first["run"])

    reason = "It was removed, and a later import made it anew."
    kept = [{"target": "another-paper", "reason": reason}]
    assert (status, undone["undone"], undone["kept"]) == (1, 1, kept)
    assert [paper.slug for paper in Publication.objects.all()] == ["another-paper"]
