"""One import at a time works on the site."""

import os
import subprocess
import sys

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.imports import run as runs
from portal.imports.files import SourceFile
from portal.imports.processes import HOST, is_alive, own_name
from portal.imports.turns import SILENCE, turn
from portal.models import ImportRun, User
from publications.models import Publication

pytestmark = pytest.mark.django_db

BIB = SourceFile("papers.bib", b"@article{a, title={Alpha}, author={Doe, Jo}}")


@pytest.fixture
def other():
    """Another run, at work in this process."""
    ada = User.objects.create_user("ada", first_name="Ada", last_name="Lovelace")
    run = runs.prepare(kind="publications", sources=[BIB], user=ada)
    hold(run, f"{own_name()}:token")
    return run


def hold(run, holder, beat_at=None):
    about = {"holder": holder, "beat_at": beat_at or timezone.now()}
    ImportRun.objects.filter(pk=run.pk).update(**about)


def test_second_comer_is_told_who_is_at_work(other):
    with pytest.raises(runs.AtWork) as refusal:
        runs.prepare(kind="publications", sources=[BIB])

    began = timezone.localtime(other.created_at)
    assert str(refusal.value) == (
        f"Import {other.pk} (papers.bib), started by Ada Lovelace at {began:%H:%M}, "
        "is at work; try again when it is done."
    )
    assert list(ImportRun.objects.all()) == [other]


def test_command_that_waited_in_vain_writes_nothing(
    other, run_command, tmp_path, monkeypatch
):
    monkeypatch.setattr("portal.imports.command.PATIENCE", 0)
    (tmp_path / "b.bib").write_bytes(BIB.content)

    status, report = run_command("import_publications", tmp_path / "b.bib")

    assert (status, report["run"], report["entries"]) == (2, None, [])
    assert report["error"].endswith("is at work; try again when it is done.")
    assert (ImportRun.objects.count(), Publication.objects.count()) == (1, 0)


def test_dry_run_needs_no_turn(other):
    report = runs.rehearse(kind="publications", sources=[BIB])

    assert report.counts["created"] == 1


@pytest.mark.parametrize(
    "holder",
    [f"{HOST}:{2**22 + 1}:1:token", f"{HOST}:{os.getpid()}:before:token"],
    ids=["no such process", "a former process of that number"],
)
def test_turn_of_a_dead_process_is_taken_over(other, holder):
    hold(other, holder)

    runs.apply(run=other)

    assert ImportRun.objects.get(pk=other.pk).state == "applied"


def test_process_of_another_machine_is_dead_when_it_is_silent_for_long(other):
    hold(other, "elsewhere:7:1:token")
    with pytest.raises(runs.AtWork):
        runs.apply(run=other)

    hold(other, "elsewhere:7:1:token", timezone.now() - SILENCE)
    runs.apply(run=other)

    assert ImportRun.objects.get(pk=other.pk).state == "applied"


def test_who_lost_the_turn_writes_nothing_more():
    run = runs.prepare(kind="publications", sources=[BIB])

    with turn(run, "apply") as mine:
        hold(run, "elsewhere:7:1:token")
        with pytest.raises(runs.NotNow, match="another process, which took it over"):
            mine.step(state="applied")

    run = ImportRun.objects.get()
    assert (run.state, run.holder) == ("planned", "elsewhere:7:1:token")


def test_database_lets_only_one_run_be_at_work(other):
    idle = runs.store(kind="publications", sources=[BIB])

    with pytest.raises(IntegrityError), transaction.atomic():
        hold(idle, "elsewhere:7:1:token")


def test_processes_are_told_apart_by_their_start():
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    name = f"{HOST}:{child.pid}:never"
    child.communicate(b"\n")

    assert (is_alive(own_name()), is_alive(name)) == (True, False)
    assert is_alive("elsewhere:7:1") is None
