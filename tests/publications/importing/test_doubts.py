"""What is not certain is neither linked nor merged; what is hand-made stays."""

import pytest

from publications.adoption import adopt_names
from publications.models import (
    Appearance,
    Author,
    AuthorName,
    Authorship,
    Decision,
    Identifier,
    Publication,
    Venue,
)
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db


def entry(key, title, authors, **fields):
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join(
        [f"@article{{{key},", f"  title = {{{title}}},", f"  author = {{{authors}}},"]
        + [*lines, "}", ""]
    )


@pytest.fixture
def read(run_command, tmp_path):
    """Import entries as one file; gives (exit status, report)."""

    def import_entries(*entries):
        path = tmp_path / "papers.bib"
        path.write_text("\n".join(entries), encoding="utf-8")
        return run_command("import_publications", path)

    return import_entries


def linked_to(page):
    rows = Authorship.objects.filter(author=page.author)
    return sorted(rows.values_list("printed_name", flat=True))


def test_name_decided_not_to_be_a_member_is_somebody_else(read):
    page = make_member("Yan Liu")
    Decision.objects.create(name="Yan Liu", author=page.author, same=False)

    read(entry("a", "On Trees", "Yan Liu and Bob Bee"))

    assert linked_to(page) == []
    assert Authorship.objects.get(printed_name="Yan Liu").author != page.author


@pytest.mark.parametrize(
    "names",
    [
        ("Yan A. Liu", "Yan B. Liu"),
        ("Yan Liu 0002", "Yan Liu 0003"),
        ("Liu, Jr., Yan",),
        ("{Yan Liu and Sons}",),
    ],
    ids=["middle names", "numbers", "suffix", "group"],
)
def test_namesakes_are_not_linked_to_the_member(read, names):
    page = make_member("Yan Liu")

    read(*(entry(f"k{i}", f"Paper {name}", name) for i, name in enumerate(names)))

    assert linked_to(page) == []


def test_member_does_not_write_a_paper_twice(read):
    page = make_member("Yan Liu")

    _, report = read(entry("a", "On Trees", "Yan Liu and Yan Liu"))

    assert linked_to(page) == []
    proposed = [each["proposed"] for each in report["entries"][0]["authors"]]
    assert proposed == ["yan-liu", "yan-liu"]


def test_equal_titles_of_two_years_are_not_one_work(read):
    read(entry("e20", "Editorial", "Ann Smith", year=2020, journal="Journal X"))

    status, report = read(entry("e21", "Editorial", "Ann Smith", year=2021))

    assert (status, report["entries"][0]["action"]) == (0, "created")
    assert Publication.objects.count() == 2


def test_part_two_does_not_overwrite_part_one(read):
    read(entry("s", "Deep graph networks part one", "Ann Smith and Bo Li", year=2020))

    status, _ = read(
        entry("s", "Deep graph networks part two", "Ann Smith and Bo Li", year=2020)
    )

    assert status == 1
    assert Publication.objects.get().title == "Deep graph networks part one"


def test_link_made_by_hand_outlives_another_author(read):
    read(entry("a", "On Trees", "Jo Doe and Ann Lee", year=2020))
    page = make_member("Yan Liu")
    Authorship.objects.filter(printed_name="Jo Doe").update(author=page.author)

    _, report = read(
        entry("a", "On Trees", "Jo Doe and Ann Lee and Cee Dee", year=2020)
    )

    assert report["updated"] == 1
    assert linked_to(page) == ["Jo Doe"]


def test_venue_chosen_by_hand_outlives_new_pages(read):
    read(entry("a", "On Trees", "Jo Doe", year=2020, journal="ICF"))
    right = Venue.objects.create(name="Right Venue")
    Appearance.objects.update(venue=right, venue_printed="ICF")

    read(entry("a", "On Trees", "Jo Doe", year=2020, journal="ICF", pages="1--2"))

    row = Appearance.objects.get()
    assert (row.venue, row.pages) == (right, "1–2")


def test_fact_taken_out_by_hand_waits_for_review(read):
    read(entry("a", "On Trees", "Jo Doe", year=2020, doi="10.1000/wrong"))
    Identifier.objects.all().delete()

    status, report = read(
        entry("a", "On Trees", "Jo Doe", year=2020, doi="10.1000/new")
    )

    assert (status, report["review"]) == (1, 1)
    assert not Identifier.objects.exists()


def test_status_may_be_said_after_it_was_assumed_and_again(read):
    read(entry("a", "On Trees", "Jo Doe", year=2020))
    read(entry("a", "On Trees", "Jo Doe", year=2020, status="accepted"))

    _, report = read(entry("a", "On Trees", "Jo Doe", year=2020, status="withdrawn"))

    changes = report["entries"][0]["changes"]
    assert changes == {"status": ["accepted", "withdrawn"]}


def test_undo_keeps_a_paper_whose_author_somebody_chose(read, run_command):
    _, report = read(entry("a", "On Trees", "Jo Doe", year=2020))
    page = make_member("Yan Liu")
    Authorship.objects.update(author=page.author)

    status, _ = run_command("undo_import", report["run"])

    assert (status, Publication.objects.count()) == (1, 1)


def test_undo_removes_what_only_the_undone_papers_needed(read, run_command):
    _, report = read(
        entry("a", "On Trees", "Jo Doe", year=2020, journal="Journal A"),
        entry("b", "On Graphs", "Ann Lee", year=2020, journal="Journal B"),
    )
    Publication.objects.filter(citation_key="a").update(title="Edited")

    run_command("undo_import", report["run"])

    assert [str(author) for author in Author.objects.all()] == ["Jo Doe"]
    assert [str(venue) for venue in Venue.objects.all()] == ["Journal A"]


def test_undo_takes_back_the_acronym_that_a_venue_got(read, run_command):
    Venue.objects.create(name="Journal A")
    _, report = read(
        entry("a", "On Trees", "Jo Doe", year=2020, journal="Journal A", abbr="JA")
    )

    run_command("undo_import", report["run"])

    assert [str(venue) for venue in Venue.objects.all()] == ["Journal A"]


def test_author_with_facts_of_their_own_is_not_absorbed():
    make_paper("On Trees", ["J. Smith"])
    Author.objects.update(website="https://example.org/")
    page = make_member("John Smith")
    AuthorName.objects.create(author=page.author, text="J. Smith")

    moved = adopt_names(author=page.author)

    assert moved == {"authorships": {}, "absorbed": []}
    assert [str(author) for author in Author.objects.exclude(pk=page.author_id)] == [
        "J. Smith"
    ]
