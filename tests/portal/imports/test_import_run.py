"""The acts on a run: in chunks, resumed, once, and back."""

import pytest
from django.db import DatabaseError, IntegrityError

from portal.imports import run as runs
from portal.imports import turns
from portal.imports.files import SourceFile
from portal.models import ImportRow, ImportRun
from publications.importing import apply as applying
from publications.models import Publication

pytestmark = pytest.mark.django_db

TITLES = ("Alpha Waves", "Beta Decay", "Gamma Rays")


def source(*titles):
    entries = (
        f"@article{{{title[:3]}, title={{{title}}}, author={{Doe, Jo}}, year={{2020}}}}\n"
        for title in titles
    )
    return SourceFile("papers.bib", "".join(entries).encode())


@pytest.fixture
def run():
    return runs.prepare(kind="publications", sources=[source(*TITLES)])


@pytest.fixture
def one_by_one(monkeypatch):
    monkeypatch.setattr(turns, "CHUNK", 1)
    monkeypatch.setattr("portal.imports.turns.TOGETHER", 1)


def titles():
    return sorted(paper.title for paper in Publication.objects.all())


def test_prepared_run_has_written_no_paper(run):
    assert (run.state, run.cursor, titles()) == ("planned", 0, [])
    assert [row.action for row in run.rows.all()] == ["created"] * 3
    assert bytes(run.files.get().content) == source(*TITLES).content


def test_run_that_was_stopped_goes_on_where_it_was(run, one_by_one, monkeypatch):
    stop_at(monkeypatch, "beta-decay")
    with pytest.raises(KeyboardInterrupt):
        runs.apply(run=run)
    run = ImportRun.objects.get(pk=run.pk)
    between = (run.state, run.cursor, titles())
    monkeypatch.undo()

    report = runs.apply(run=run)

    assert between == ("applying", 1, ["Alpha Waves"])
    assert (report.counts["created"], titles()) == (3, list(TITLES))
    assert ImportRun.objects.get(pk=run.pk).state == "applied"


def stop_at(monkeypatch, slug, error=KeyboardInterrupt):
    write = applying.write_sheets

    def write_or_stop(sheets):
        if slug in [sheet.paper[applying.SLUG] for sheet in sheets]:
            raise error("Stopped.")
        return write(sheets)

    monkeypatch.setattr(applying, "write_sheets", write_or_stop)


def test_run_that_was_stopped_half_way_is_undone_whole(run, one_by_one, monkeypatch):
    stop_at(monkeypatch, "beta-decay")
    with pytest.raises(KeyboardInterrupt):
        runs.apply(run=run)

    runs.undo(run=ImportRun.objects.get(pk=run.pk))

    assert titles() == []


def test_row_that_the_database_refuses_is_rejected_alone(run, monkeypatch):
    stop_at(monkeypatch, "beta-decay", IntegrityError)

    report = runs.apply(run=run)

    assert (report.counts["created"], report.counts["rejected"]) == (2, 1)
    refused = report.rows[1]
    assert (refused.line, refused.target) == (2, "")
    assert refused.reason.startswith("Line 2: the database refused the entry")
    assert titles() == ["Alpha Waves", "Gamma Rays"]
    assert report.exit_status == 1


def test_refused_row_is_nothing_to_undo(run, monkeypatch):
    stop_at(monkeypatch, "beta-decay", DatabaseError)
    runs.apply(run=run)
    monkeypatch.undo()

    report, kept = runs.undo(run=run)

    states = [row.state for row in report.rows]
    assert (kept, titles()) == ([], [])
    assert states == ["undone", "done", "undone"]


def test_run_is_applied_once(run):
    runs.apply(run=run)

    with pytest.raises(runs.NotNow, match=f"Import {run.pk} is applied already."):
        runs.apply(run=run)
    assert titles() == list(TITLES)


def test_run_that_was_never_applied_cannot_be_undone(run):
    with pytest.raises(runs.NotNow, match="never applied"):
        runs.undo(run=run)


def test_undo_twice_exits_2(run, run_command):
    runs.apply(run=run)
    run_command("undo_import", run.pk)

    status, report = run_command("undo_import", run.pk)

    assert (status, report["error"]) == (2, f"Import {run.pk} is undone already.")


def test_undo_of_no_run_exits_2(run_command):
    assert run_command("undo_import", 999) == (
        2,
        {"run": None, "error": "There is no import 999."},
    )


def test_paper_that_changed_since_the_plan_is_put_to_review(run):
    runs.apply(run=run)
    text = source(*TITLES).content.replace(b"{2020}", b"{2021}")
    update = runs.prepare(kind="publications", sources=[SourceFile("papers.bib", text)])
    move_date("alpha-waves", "2019")

    report = runs.apply(run=update)

    assert [row.action for row in report.rows] == ["review", "updated", "updated"]
    assert "Changed since the import was planned: date" in report.rows[0].reason
    assert (
        str(Publication.objects.with_rows().get(slug="alpha-waves").primary.date)
        == "2019"
    )


def move_date(slug, year):
    appearance = Publication.objects.get(slug=slug).appearances.get()
    appearance.date = year
    appearance.save()


def test_plan_that_the_site_has_overtaken_is_shown_again_before_it_is_applied(run):
    Publication.objects.create(title="Somebody's", slug="beta-decay")

    with pytest.raises(runs.NotNow, match="Look at it again, and then apply it."):
        runs.apply(run=run)
    shown = [row.target for row in run.rows.all()]
    runs.apply(run=run)

    assert shown == ["alpha-waves", "beta-decay-2", "gamma-rays"]
    assert titles() == [*TITLES, "Somebody's"]


def test_plan_is_applied_when_what_changed_on_the_site_does_not_matter(run):
    Publication.objects.create(title="Quite another", slug="quite-another")

    runs.apply(run=run)

    assert titles() == [*TITLES, "Quite another"]


def test_paper_that_is_removed_while_others_are_applied_is_put_to_review(
    run, one_by_one
):
    runs.apply(run=run)
    text = source(*TITLES).content.replace(b"{2020}", b"{2021}")
    update = runs.prepare(kind="publications", sources=[SourceFile("papers.bib", text)])

    def remove_second(done, total):
        Publication.objects.filter(slug="beta-decay").delete()

    report = runs.apply(run=update, progress=remove_second)

    assert [row.action for row in report.rows] == ["updated", "review", "updated"]
    assert report.rows[1].reason.startswith("The paper was removed")


def test_rest_of_a_stopped_run_is_matched_with_what_came_meanwhile(
    run, one_by_one, monkeypatch
):
    stop_at(monkeypatch, "beta-decay")
    with pytest.raises(KeyboardInterrupt):
        runs.apply(run=run)
    monkeypatch.undo()
    runs.bring_in(kind="publications", sources=[source(*TITLES)])

    report = runs.apply(run=run)

    assert [row.action for row in report.rows] == ["created", "unchanged", "unchanged"]
    assert titles() == list(TITLES)


def test_progress_is_told_chunk_by_chunk(run, one_by_one):
    told = []

    runs.apply(run=run, progress=lambda *step: told.append(step))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_rehearsal_stores_nothing():
    report = runs.rehearse(kind="publications", sources=[source(*TITLES)])

    assert (report.run, report.counts["created"]) == (None, 3)
    assert (ImportRun.objects.count(), ImportRow.objects.count(), titles()) == (
        0,
        0,
        [],
    )


def test_file_without_entries_is_a_run_of_nothing(run_command, tmp_path):
    path = tmp_path / "empty.bib"
    path.write_text("% Nothing here yet.\n")

    status, report = run_command("import_publications", path)

    assert (status, report["entries"], report["created"]) == (0, [], 0)
