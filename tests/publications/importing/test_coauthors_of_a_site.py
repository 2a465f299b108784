"""An al-folio site whose coauthors.yml says who is printed how."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from portal.imports import run as runs
from portal.imports.files import SourceFile
from publications.models import Author, Authorship, Publication
from tests.factories import make_member

pytestmark = pytest.mark.django_db

COAUTHORS = '"adams":\n  - firstname: ["Edwin", "E."]\n'
PAPER = "@article{%s, title={On %s}, author={%s}, journal={J}, year=2020}\n"
PAPERS = (
    PAPER % ("a", "Engines", "Adams, E. and Doe, Jane")
    + PAPER % ("b", "Looms", "Edwin Adams")
    + PAPER % ("c", "Kites", "Eva Adams")
)


def site(papers=PAPERS, coauthors=COAUTHORS):
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr("s/_bibliography/papers.bib", papers)
        archive.writestr("s/_data/coauthors.yml", coauthors)
    return SourceFile("site.zip", written.getvalue())


def bring_in(*sources):
    return runs.bring_in(kind="publications", sources=sources)


def prepared():
    run = runs.prepare(kind="publications", sources=[site()])
    runs.apply(run=run)
    return run


def linked():
    """Of each printed name whose it is."""
    rows = Authorship.objects.order_by("publication__citation_key", "position")
    return [(each.printed_name, str(each.author)) for each in rows]


EXPECTED = [
    ("E. Adams", "Edwin Adams"),
    ("Jane Doe", "Jane Doe"),
    ("Edwin Adams", "Edwin Adams"),
    ("Eva Adams", "Eva Adams"),
]


@pytest.mark.parametrize("act", [lambda: bring_in(site()), prepared])
def test_spellings_of_one_coauthor_are_one_author(act):
    act()

    assert linked() == EXPECTED
    assert Author.objects.count() == 3


def test_the_same_site_again_changes_nothing():
    bring_in(site())

    counts = bring_in(site()).as_json()

    assert (counts["created"], counts["updated"], counts["unchanged"]) == (0, 0, 3)
    assert linked() == EXPECTED


def test_undo_takes_the_authors_away_and_redo_brings_them_back():
    run = prepared()

    _, kept = runs.undo(run=run)
    left = Publication.objects.count(), Author.objects.count()
    runs.redo(run=run)

    assert (kept, left) == ([], (0, 0))
    assert linked() == EXPECTED


def test_a_later_site_links_to_the_author_of_an_earlier_one():
    bring_in(SourceFile("papers.bib", (PAPER % ("b", "Looms", "Edwin Adams")).encode()))

    bring_in(site())

    assert linked() == EXPECTED
    assert Author.objects.count() == 3


def test_authors_that_a_paper_gets_later_are_called_so_too():
    alone = PAPER % ("a", "Engines", "Doe, Jane")
    bring_in(SourceFile("papers.bib", alone.encode()))

    both = site(PAPER % ("a", "Engines", "Doe, Jane and Adams, E."))
    counts = bring_in(both).as_json()

    assert counts["updated"] == 1
    assert linked() == [("Jane Doe", "Jane Doe"), ("E. Adams", "Edwin Adams")]


def test_a_member_is_proposed_with_the_evidence():
    make_member("Edwin Adams")

    report = bring_in(site(PAPER % ("a", "Engines", "Adams, E.")))

    (row,) = report.as_json()["entries"][0]["authors"]
    said = "The site that was given says that “E. Adams” is “Edwin Adams”."
    assert (row["person"], row["proposed"]) == (None, "edwin-adams")
    assert said in row["evidence"]
    assert Authorship.objects.get().author is None
