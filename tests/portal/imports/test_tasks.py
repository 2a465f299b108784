"""Acts that are asked for now and done by the worker."""

import pytest
from django.core.management import call_command
from django.db import OperationalError

from portal.imports import run as runs
from portal.imports.files import SourceFile
from portal.imports.tasks import queue, queue_what_was_left
from portal.models import ImportRun
from publications.models import Publication

pytestmark = pytest.mark.django_db

BIB = SourceFile("papers.bib", b"@article{a, title={Alpha}, author={Doe, Jo}}")

OTHER = SourceFile("other.bib", b"@article{b, title={Beta}, author={Doe, Jo}}")


@pytest.fixture(autouse=True)
def _one_connection(monkeypatch):
    """The worker would close the connection that the test's transaction is in."""
    module = "django_tasks_db.management.commands.db_worker"
    monkeypatch.setattr(f"{module}.close_old_connections", lambda: None)


@pytest.fixture
def run():
    return runs.store(kind="publications", sources=[BIB])


def work():
    call_command("import_worker", batch=True)
    run = ImportRun.objects.get()
    return run.state, run.act, run.error


def test_worker_does_one_act_after_the_other(run):
    states = []
    for act in ("read", "apply", "undo", "redo", "settle"):
        queue(run, act)
        states.append(work())

    done = ["planned", "applied", "undone", "applied", "applied"]
    assert states == [(state, "", "") for state in done]
    assert [paper.title for paper in Publication.objects.all()] == ["Alpha"]


def test_second_click_gets_a_sentence(run):
    runs.read(run=run)
    queue(run, "apply")

    with pytest.raises(runs.NotNow, match="waits already"):
        queue(run, "apply")
    work()
    with pytest.raises(runs.NotNow, match=f"Import {run.pk} is applied already."):
        queue(run, "apply")


def test_file_that_cannot_be_read_says_so_on_the_run(run):
    run.files.update(content=b"\x89PNG\r\n\x1a\n")
    queue(run, "read")

    assert work() == ("failed", "", "'papers.bib' is a PNG image, not a text file.")
    assert run.rows.count() == 0


def test_file_that_is_deleted_before_it_is_applied_is_no_fault_of_ours(run):
    runs.read(run=run)
    runs.bring_in(kind="publications", sources=[OTHER])
    run.files.update(content=b"")
    queue(run, "apply")
    call_command("import_worker", batch=True)
    run.refresh_from_db()

    assert (run.state, run.act, run.error) == ("failed", "", "'papers.bib' is empty.")


def test_run_that_waits_for_a_dead_process_is_taken_up(run):
    ImportRun.objects.filter(pk=run.pk).update(act="read", holder="elsewhere:7:1:x")
    ImportRun.objects.filter(pk=run.pk).update(beat_at="2020-01-01T00:00Z")

    assert work() == ("planned", "", "")


def test_command_that_was_killed_while_reading_is_done_to_its_end(run):
    ImportRun.objects.update(act="apply", options={"at_once": True})

    assert queue_what_was_left() == [run]
    assert work() == ("applied", "", "")
    assert Publication.objects.get().title == "Alpha"


def test_run_that_somebody_stopped_is_left_alone(run):
    assert (queue_what_was_left(), work()) == ([], ("reading", "", ""))


def test_outage_stands_on_the_run_which_can_go_on(run, monkeypatch):
    runs.read(run=run)
    full = OperationalError("database or disk is full")
    with monkeypatch.context() as away:
        away.setattr("portal.imports.run.apply_rows", raises(full))
        queue(run, "apply")
        stopped = work()
    queue(run, "apply")

    assert stopped == (
        "planned",
        "",
        "It stopped. The disk is full. It can go on where it was.",
    )
    assert work() == ("applied", "", "")


def raises(error):
    def fail(*arguments):
        raise error

    return fail
