"""The acts on an import: store, read, apply, settle, undo, redo, discard, answer.

The admin and the commands call these and nothing below them. What is applied is what
was stored and shown. Each act works in its turn, alone on the site, and in chunks that
are committed with the run's cursor, so that an act that was stopped goes on where it
was. They raise NotNow, with a sentence, when the act does not fit the run's state or
others are at work; they would wait `patience` seconds for these.
"""

from contextlib import suppress

from django.db import transaction

from portal.imports.applying import apply_rows
from portal.imports.files import Unreadable
from portal.imports.importers import AT_ONCE, importer_for
from portal.imports.reading import keep_files, read_run
from portal.imports.replanning import look_again, plan_answered_rows
from portal.imports.report import Report
from portal.imports.thrift import thrift
from portal.imports.turns import AtWork, NotNow, holder_of, named, turn
from portal.imports.undoing import undo_rows
from portal.models import ImportRow, ImportRun

__all__ = ["AtWork", "NotNow", "answer", "apply", "bring_in", "discard", "prepare"]
__all__ += [
    "check",
    "read",
    "complete",
    "redo",
    "rehearse",
    "rest_of",
    "settle",
    "store",
    "undo",
]

State = ImportRun.State
# From which states an act can set out; the first ones are those of a run that waits.
FROM = {
    "read": {State.READING, State.FAILED, State.PLANNED},
    "complete": {State.READING},
    "apply": {State.PLANNED, State.APPLYING},
    "settle": {State.APPLIED, State.APPLYING},
    "undo": {State.APPLIED, State.APPLYING, State.UNDOING},
    "redo": {State.UNDONE, State.APPLYING},
    "discard": {State.READING, State.FAILED, State.PLANNED},
}

REST = {State.READING: "read", State.APPLYING: "apply", State.UNDOING: "undo"}


def rest_of(run):
    """The act that a run which was cut short still needs, or ""."""
    if run.state == State.READING and run.options.get(AT_ONCE):
        return "complete"
    return REST.get(run.state, "")


def check(run, act):
    """NotNow when the act does not fit the state of the run."""
    if run.state in FROM[act]:
        return
    if act == "undo" and run.state in FROM["discard"]:
        raise NotNow(f"Import {run.pk} was never applied; there is nothing to undo.")
    already = f"Import {run.pk} is {run.get_state_display()} already."
    waits = {
        State.PLANNED: f"Import {run.pk} waits for a go-ahead.",
        State.READING: f"Import {run.pk} is still to be read.",
        State.FAILED: f"Import {run.pk} could not be read: {run.error}",
    }
    raise NotNow(waits.get(run.state, already))


def rehearse(*, kind, sources, options=None):
    """Report what an import would do; nothing is stored."""
    with thrift():
        plan = importer_for(kind).plan(sources, options or {})
        return Report.of_plan(plan)


@transaction.atomic
def store(*, kind, sources, options=None, user=None):
    """Keep the files as a run that is still to be read."""
    run = ImportRun.objects.create(
        kind=kind, started_by=user, options=options or {}, state=State.READING
    )
    keep_files(run, sources)
    return run


def read(*, run, progress=None, patience=0):
    """Plan the files into rows, again when something was answered since.

    A run whose files cannot be read is FAILED, and says why.
    """
    with turn(run, "read", patience=patience) as mine, suppress(Unreadable):
        check(run, "read")
        read_run(mine, importer_for(run.kind), progress)
    return run


def prepare(*, kind, sources, options=None, user=None, progress=None, patience=0):
    """Store and read: a run that waits to be applied.

    Raises Unreadable, with a sentence, for a file that cannot be read at all, and then
    nothing is left of it.
    """
    run = store(kind=kind, sources=sources, options=options, user=user)
    try:
        with turn(run, "read", patience=patience) as mine:
            read_run(mine, importer_for(kind), progress)
    except (Unreadable, AtWork):
        run.delete()
        raise
    return run


def bring_in(*, progress=None, patience=0, stored=None, **about):
    """Store, read and apply in one turn; returns the report. Raises as `prepare` does.

    `stored` is called with the run, for who must name it when the act is interrupted.
    """
    about["options"] = {**(about.get("options") or {}), AT_ONCE: True}
    run = store(**about)
    if stored:
        stored(run)
    try:
        return complete(run=run, progress=progress, patience=patience)
    except (Unreadable, AtWork):
        run.delete()
        raise


def complete(*, run, progress=None, patience=0):
    """Read a run and apply it in one turn; returns the report."""
    importer = importer_for(run.kind)
    with turn(run, "apply", patience=patience) as mine:
        check(run, "read")
        plan = read_run(mine, importer)
        apply_rows(mine, importer, progress, plan.kept)
    return Report.of_run(run)


def apply(*, run, progress=None, patience=0):
    """Carry out what the run planned, or the rest of it; returns the report.

    When the site has changed since the run was read, it is read again; and when other
    things would then be done than were shown, it waits for a new go-ahead: NotNow.
    """
    importer = importer_for(run.kind)
    with turn(run, "apply", patience=patience) as mine:
        check(run, "apply")
        look_again(mine, importer)
        apply_rows(mine, importer, progress)
    return Report.of_run(run)


def settle(*, run, progress=None, patience=0):
    """Carry out the rows of an applied run that waited for an answer and have it now."""
    importer = importer_for(run.kind)
    with turn(run, "settle", patience=patience) as mine:
        check(run, "settle")
        if run.state == State.APPLIED:
            plan_answered_rows(mine, importer)
        apply_rows(mine, importer, progress)
    return Report.of_run(run)


def undo(*, run, progress=None, patience=0):
    """Take back what the run did, last first; keep and name what was edited since.

    Returns (report, kept): `kept` are the rows that stay as they are.
    """
    with turn(run, "undo", patience=patience) as mine:
        check(run, "undo")
        undo_rows(mine, importer_for(run.kind), progress)
    return Report.of_run(run), list(run.rows.filter(state=ImportRow.State.KEPT))


def redo(*, run, progress=None, patience=0):
    """Carry out again what undoing the run took back, and what had not been done yet.

    What was kept stays as it is; what the site has no place for any more is in review.
    """
    importer = importer_for(run.kind)
    with turn(run, "redo", patience=patience) as mine:
        check(run, "redo")
        if run.state == State.UNDONE:
            _plan_undone_rows(mine)
        apply_rows(mine, importer, progress)
    return Report.of_run(run)


@transaction.atomic
def _plan_undone_rows(mine):
    undone = mine.run.rows.filter(state=ImportRow.State.UNDONE)
    undone.update(state=ImportRow.State.PLANNED)
    mine.step(state=State.APPLYING, cursor=0, total=mine.run.rows.count())


@transaction.atomic
def discard(*, run):
    """Give a run up that was not applied; its rows and the bytes of its files go."""
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    check(run, "discard")
    if holder_of(run):
        raise NotNow(f"{named(run)} is at work; try again when it is done.")
    run.state, run.holder, run.act, run.error = State.DISCARDED, "", "", ""
    run.save(update_fields=["state", "holder", "act", "error"])
    run.rows.all().delete()
    run.files.update(content=b"")
    return run


@transaction.atomic
def answer(*, run, answers, user=None):
    """Remember what a person decided about rows: {position: answer, or None for none}."""
    held = ImportRun.objects.select_for_update().get(pk=run.pk)
    if held.state not in {State.PLANNED, State.APPLIED} or holder_of(held):
        raise NotNow(
            f"Import {run.pk} is {held.get_state_display()}; no answer fits it now."
        )
    merged = {**held.answers, **{str(place): each for place, each in answers.items()}}
    held.answers = {place: each for place, each in merged.items() if each is not None}
    held.save(update_fields=["answers"])
    run.answers = held.answers
    return run
