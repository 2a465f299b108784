"""A large import lists its papers at the end; what stands in lists then is the same."""

import pytest

from portal.imports import run as runs
from portal.imports.files import SourceFile
from portal.models import ImportRun
from publications import listed_meanwhile, renewal, unlisted
from publications.drawing import draw_all
from publications.importing import run as importing
from publications.listed_meanwhile import Meanwhile, left_unlisted
from publications.models import ListedPaper, Publication, SearchText
from publications.renewal import renew_all
from publications.unlisted import list_the_unlisted, listed_or_made, made_of
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

BIB = SourceFile(
    "papers.bib",
    b"""@article{a, title={Alpha Waves of the Sea}, author={Doe, Ann}, year=2019}
@article{b, title={Beta Decay of Rivers}, author={Roe, Bo and Doe, Ann}, year=2020}
@unpublished{c, title={Gamma Rays in Preparation}, author={Roe, Bo}, status={submitted}}
""",
)


def listed():
    rows = ListedPaper.objects.order_by("pk").values()
    rows = [{**row, "changed": None} for row in rows]
    return rows, list(SearchText.objects.order_by("pk").values())


@pytest.fixture
def large(monkeypatch):
    """As if these were many."""
    monkeypatch.setattr(importing, "MANY", 0)


def test_papers_of_a_large_import_are_listed_at_its_end(large, monkeypatch):
    between = []
    after = importing.list_the_unlisted

    def noted():
        between.append((Publication.objects.count(), listed()))
        after()

    monkeypatch.setattr(importing, "list_the_unlisted", noted)
    runs.bring_in(kind="publications", sources=[BIB])
    undrawn = {row["html"] for row in listed()[0]}
    draw_all()
    found = listed()
    renew_all()

    assert undrawn == {""}
    assert between == [(3, ([], []))]
    assert found == listed()
    assert [len(rows) for rows in found] == [2, 2]


def test_papers_that_a_large_import_changes_are_listed_as_they_are_now(large):
    runs.bring_in(kind="publications", sources=[BIB])
    changed = BIB.content.replace(b"year=2019", b"year=2021, note={Invited}")
    runs.bring_in(kind="publications", sources=[SourceFile("papers.bib", changed)])
    draw_all()
    found = listed()
    renew_all()

    assert found == listed()
    assert [row["year"] for row in found[0]] == [2021, 2020]


def test_undone_import_leaves_nothing_listed(large):
    runs.bring_in(kind="publications", sources=[BIB])

    runs.undo(run=ImportRun.objects.get())

    assert listed() == ([], [])


def test_paper_that_became_private_meanwhile_is_not_listed(large, monkeypatch):
    def made_before(chunk):
        made = made_of(chunk)
        Publication.objects.filter(citation_key="a").update(visibility="private")
        return made

    monkeypatch.setattr(importing, "list_the_unlisted", lambda: None)
    runs.bring_in(kind="publications", sources=[BIB])
    monkeypatch.setattr("publications.unlisted.made_of", made_before)
    list_the_unlisted()

    titles = ListedPaper.objects.values_list("publication__citation_key", flat=True)
    assert (list(titles), SearchText.objects.count()) == (["b"], 1)


class AtOnce:
    """As if the process had made it the moment it was given."""

    def __init__(self, *about, **options):
        self.made = None

    def give(self, chunk):
        given = AtOnce()
        given.chunk, given.made = chunk, made_of(chunk)
        return given

    def is_done(self):
        return True

    def result(self):
        return self.made

    def close(self):
        pass


def unlist():
    SearchText.objects.all().delete()
    ListedPaper.objects.all().delete()


def test_second_process_writes_what_nobody_has_changed_meanwhile():
    paper = make_paper("Alpha", ["Ann Doe"])
    unlist()

    assert listed_or_made([paper.pk]) is None
    assert [len(rows) for rows in listed()] == [1, 1]


def test_second_process_gives_back_what_was_made_while_others_renewed(monkeypatch):
    paper = make_paper("Alpha", ["Ann Doe"])
    unlist()

    def made_while_renewed(ids):
        renewal.next_version()
        return made_of(ids)

    monkeypatch.setattr("publications.unlisted.made_of", made_while_renewed)
    ((row,), (text,)) = listed_or_made([paper.pk])

    assert (row[0], text[0], listed()) == (paper.pk, paper.pk, ([], []))


def test_what_changed_meanwhile_is_made_again(monkeypatch):
    monkeypatch.setattr(listed_meanwhile, "SecondProcess", AtOnce)
    papers = [make_paper(title, ["Ann Doe"]) for title in ("Alpha", "Beta")]
    unlist()
    meanwhile = Meanwhile()
    meanwhile.go_on()
    before = renewal.version_now()
    with listed_meanwhile._known(meanwhile), left_unlisted():
        Publication.objects.filter(pk=papers[0].pk).update(title="Gamma")
        renewal.renew(ids={papers[0].pk})
    changed = renewal.version_now()
    meanwhile.go_on()
    between = list(SearchText.objects.values_list("title", flat=True))
    list_the_unlisted()

    titles = SearchText.objects.order_by("pk").values_list("title", flat=True)
    assert changed == before + 1
    assert (between, list(titles)) == (["beta"], ["gamma", "beta"])


def test_others_may_write_after_each_chunk(monkeypatch):
    there = []
    monkeypatch.setattr(unlisted, "AT_A_TIME", 1)
    monkeypatch.setattr(
        unlisted, "let_others_write", lambda: there.append(ListedPaper.objects.count())
    )
    for title in ("Alpha", "Beta"):
        make_paper(title, ["Ann Doe"])
    unlist()
    list_the_unlisted()

    assert there == [1, 2]
