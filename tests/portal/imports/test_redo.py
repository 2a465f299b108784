"""Taken back, and carried out again."""

import pytest

from portal.imports import run as runs
from portal.imports import undoing
from portal.imports.files import SourceFile
from portal.models import ImportRun
from publications.models import Author, Publication

pytestmark = pytest.mark.django_db

TITLES = ("Alpha Waves", "Beta Decay", "Gamma Rays")


def bib(year=2020):
    entries = (
        f"@article{{{title[:3]}, title={{{title}}}, author={{Doe, Jo}}, year={{{year}}}}}\n"
        for title in TITLES
    )
    return SourceFile("papers.bib", "".join(entries).encode())


@pytest.fixture
def run():
    run = runs.prepare(kind="publications", sources=[bib()])
    runs.apply(run=run)
    return run


def papers():
    found = Publication.objects.with_rows().order_by("title")
    return [(paper.title, str(paper.primary.date)) for paper in found]


def test_undone_import_comes_back_whole_and_goes_again(run):
    before = papers()

    runs.undo(run=run)
    runs.redo(run=run)
    again = papers()
    report, kept = runs.undo(run=run)

    assert (again, kept, papers()) == (before, [], [])
    assert [row.state for row in report.rows] == ["undone"] * 3
    assert Author.objects.count() == 0


def test_undone_changes_come_back(run):
    update = runs.prepare(kind="publications", sources=[bib(2021)])
    runs.apply(run=update)
    runs.undo(run=update)
    between = papers()

    runs.redo(run=update)

    assert between == [(title, "2020") for title in TITLES]
    assert papers() == [(title, "2021") for title in TITLES]


def test_paper_that_is_there_otherwise_by_now_is_left_to_a_person(run):
    runs.undo(run=run)
    Publication.objects.create(title="Beta decay", slug="by-hand")

    report = runs.redo(run=run)

    assert [row.action for row in report.rows] == ["created", "review", "created"]
    assert report.rows[1].reason == "The paper is on the site again, as “by-hand”."
    assert Publication.objects.filter(title_key="beta decay").count() == 1


def test_what_was_kept_is_not_done_again(run):
    Publication.objects.filter(slug="beta-decay").update(title="Edited since")
    runs.undo(run=run)

    report = runs.redo(run=run)

    assert [row.state for row in report.rows] == ["done", "kept", "done"]
    assert [title for title, _ in papers()] == [
        "Alpha Waves",
        "Edited since",
        "Gamma Rays",
    ]


def test_stopped_undo_goes_on_where_it_was(run, monkeypatch):
    monkeypatch.setattr(undoing, "CHUNK", 1)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        runs.undo(run=run, progress=stop)
    between = ImportRun.objects.get(pk=run.pk)
    left = len(papers())
    runs.undo(run=between)

    assert (between.act, left, papers()) == ("", 2, [])


def test_stopped_import_that_was_undone_is_redone_with_its_rest(run, monkeypatch):
    runs.undo(run=run)
    run.rows.filter(position=2).update(state="planned")

    runs.redo(run=run)

    assert [title for title, _ in papers()] == list(TITLES)
    assert ImportRun.objects.get().undone_at is None


def test_redo_command_reports_like_an_import(run, run_command):
    run_command("undo_import", run.pk)

    status, report = run_command("redo_import", run.pk)

    assert (status, report["run"], report["created"]) == (0, run.pk, 3)


def test_resume_has_nothing_to_do_with_an_applied_import(run, run_command):
    status, report = run_command("resume_import", run.pk)

    assert (status, report["error"]) == (
        2,
        f"Import {run.pk} is applied; nothing is left to do.",
    )
