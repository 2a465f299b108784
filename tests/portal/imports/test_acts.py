"""Reading in chunks, answering, discarding; what one bad row does to the others."""

import json

import pytest
from django.core.management import get_commands, load_command_class
from django.db import DatabaseError, OperationalError

from portal.imports import run as runs
from portal.imports import turns
from portal.imports.files import SourceFile, Unreadable
from portal.imports.importers import Plan, Reading, importer_for
from portal.models import ImportRow, ImportRun
from publications.importing.run import PublicationImporter
from publications.models import Publication

pytestmark = pytest.mark.django_db

BIB = SourceFile(
    "papers.bib",
    b"@article{a, title={Alpha}}\n@article{b, title={Beta}}\n@article{c, title={Gamma}}",
)
TEXT = SourceFile("photo.bib", b"\x89PNG\r\n\x1a\n")


@pytest.fixture
def run():
    return runs.prepare(kind="publications", sources=[BIB])


def planned_by(monkeypatch, rows):
    def plan(self, sources, options, answers=None):
        return Plan(rows=rows, readings=[Reading("papers.bib", "bibtex", entries=9)])

    monkeypatch.setattr(PublicationImporter, "plan", plan)


def test_rows_are_stored_while_they_are_made(monkeypatch):
    monkeypatch.setattr(turns, "TOGETHER", 1)
    monkeypatch.setattr(turns, "CHUNK", 2)
    stored = []

    def rows():
        for line in range(5):
            stored.append(ImportRow.objects.count())
            yield ImportRow(file="papers.bib", line=line, action="unchanged")

    planned_by(monkeypatch, rows())
    run = runs.prepare(kind="publications", sources=[BIB])

    assert stored == [0, 0, 2, 2, 4]
    assert (run.state, run.total, run.counts) == ("planned", 5, {"unchanged": 5})
    file = run.files.get()
    assert (file.format, file.entries) == ("bibtex", 9)


def test_reading_again_replaces_the_rows(run, monkeypatch):
    monkeypatch.setattr(turns, "CHUNK", 2)
    planned_by(monkeypatch, [ImportRow(file="papers.bib", action="rejected")])

    runs.read(run=run)

    assert [row.action for row in run.rows.all()] == ["rejected"]
    assert ImportRun.objects.get().counts == {"rejected": 1}


def test_file_that_cannot_be_read_leaves_nothing():
    with pytest.raises(Unreadable):
        runs.prepare(kind="publications", sources=[TEXT])
    with pytest.raises(Unreadable):
        runs.bring_in(kind="publications", sources=[TEXT])

    assert ImportRun.objects.count() == 0


def test_file_that_cannot_be_read_in_the_background_fails_the_run():
    run = runs.store(kind="publications", sources=[TEXT])

    runs.read(run=run)

    sentence = "'photo.bib' is a PNG image, not a text file."
    assert (run.state, run.error) == ("failed", sentence)


def test_answers_are_merged_and_taken_away(run):
    runs.answer(run=run, answers={0: {"work": "new"}, 2: {"work": "skip"}})
    runs.answer(run=run, answers={0: None, 1: {"work": "skip"}})

    expected = {"1": {"work": "skip"}, "2": {"work": "skip"}}
    assert ImportRun.objects.get().answers == run.answers == expected


def test_discarded_run_keeps_only_that_it_was_there(run):
    runs.discard(run=run)

    run = ImportRun.objects.get()
    assert (run.state, run.rows.count()) == ("discarded", 0)
    assert bytes(run.files.get().content) == b""
    with pytest.raises(runs.NotNow, match="is discarded already"):
        runs.apply(run=run)


def test_applied_run_cannot_be_discarded(run):
    runs.apply(run=run)

    with pytest.raises(runs.NotNow, match="is applied already"):
        runs.discard(run=run)


def test_settling_applies_what_was_answered_and_nothing_else(run):
    run.rows.filter(position__lt=2).update(action="review")
    runs.apply(run=run)
    runs.answer(run=run, answers={0: {"work": "new"}})

    report = runs.settle(run=run)

    assert [row.action for row in report.rows] == ["created", "review", "created"]
    assert [paper.title for paper in Publication.objects.order_by("pk")] == [
        "Gamma",
        "Alpha",
    ]
    assert ImportRun.objects.get().counts == {"created": 2, "review": 1}


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (DatabaseError("too long"), "the database refused the entry: too long."),
        (KeyError("x"), "the entry could not be stored, by a fault of ours"),
    ],
)
def test_bad_row_is_rejected_alone(run, monkeypatch, error, reason):
    fail_at(monkeypatch, "b", error)

    report = runs.apply(run=run)

    assert [row.action for row in report.rows] == ["created", "rejected", "created"]
    assert reason in report.rows[1].reason


def fail_at(monkeypatch, key, error):
    apply = importer_for("publications").apply

    def apply_or_fail(self, rows):
        if key in [row.key for row in rows]:
            raise error
        return apply(rows)

    monkeypatch.setattr(PublicationImporter, "apply", apply_or_fail)


def test_outage_rejects_nothing_and_the_run_goes_on_later(run, monkeypatch):
    fail_at(monkeypatch, "b", OperationalError("database or disk is full"))
    with pytest.raises(OperationalError):
        runs.apply(run=run)
    monkeypatch.undo()

    report = runs.apply(run=run)

    assert [row.action for row in report.rows] == ["created"] * 3


@pytest.mark.parametrize(
    ("error", "why", "status"),
    [
        (OperationalError("database or disk is full"), "The disk is full.", 2),
        (KeyboardInterrupt(), "It was interrupted.", 130),
    ],
)
def test_command_that_was_stopped_says_how_to_go_on(
    run_command, tmp_path, monkeypatch, error, why, status
):
    (tmp_path / "papers.bib").write_bytes(BIB.content)
    fail_at(monkeypatch, "b", error)

    ended, report = run_command("import_publications", tmp_path / "papers.bib")
    monkeypatch.undo()
    run = ImportRun.objects.get()
    resumed = run_command("resume_import", run.pk)

    how = f"Nothing was applied; `manage.py resume_import {run.pk}` applies it."
    assert (ended, report["run"], report["error"]) == (status, run.pk, f"{why} {how}")
    assert (resumed[0], resumed[1]["created"]) == (0, 3)


def test_run_of_the_admin_that_was_stopped_while_it_was_read_waits_when_resumed(
    run_command,
):
    run = runs.store(kind="publications", sources=[BIB])

    status, report = run_command("resume_import", run.pk)

    sentence = (
        f"Import {run.pk} was read, and nothing is applied: it waits for a go-ahead in "
        f"the admin. `manage.py resume_import {run.pk}` gives it."
    )
    assert (status, report["dry_run"], report["notes"]) == (0, True, [sentence])
    assert run_command("resume_import", run.pk)[1]["dry_run"] is False
    assert Publication.objects.count() == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("import_publications", "--format", "wrong", "n.bib"),
        ("import_publications",),
        ("undo_import", "abc"),
    ],
)
def test_wrong_arguments_are_told_as_json_too(arguments, capsys):
    name = arguments[0]
    command = load_command_class(get_commands()[name], name)

    with pytest.raises(SystemExit) as end:
        command.run_from_argv(["manage.py", *arguments, "--json"])

    told = json.loads(capsys.readouterr().out)
    assert (end.value.code, told["run"], told["error"][-1]) == (2, None, ".")


def test_table_of_too_many_rows_is_not_even_stored():
    table = SourceFile("papers.csv", b"title,year\n" + b"Waves,2019\n" * 50_001)
    entries = SourceFile("papers.csv", b"@article{a,\n title={A}}\n" * 50_001)

    with pytest.raises(Unreadable, match="more than 50000 rows"):
        runs.store(kind="publications", sources=[table])
    run = runs.store(kind="publications", sources=[entries])

    assert list(ImportRun.objects.all()) == [run]
