"""The acts on an import: prepare it, apply it, rehearse it, undo it.

The admin and the commands call these and nothing below them. A run is stored before
it is applied, and what is applied is what was stored. It commits in chunks, each with
the run's cursor in its transaction, so that a run that was stopped goes on where it
was; for undo it is one unit.
"""

import time

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from portal.imports.importers import importer_for
from portal.imports.report import Report
from portal.models import ImportFile, ImportRow, ImportRun

# What a model or the database says to values that it cannot hold.
REFUSALS = (DatabaseError, ValidationError)
CHUNK = 500
# What applying writes into a row.
OUTCOME = ["action", "reason", "target", "changes", "before", "after"]
# SQLite has one writer; between two chunks an editor gets a turn.
PAUSE = 0.02


class NotNow(Exception):
    """The act does not fit the run's state; the message is a sentence."""


def rehearse(*, kind, sources, options=None):
    """Report what an import would do; nothing is stored."""
    plan = importer_for(kind).plan(sources, options or {})
    return Report.of_plan(plan)


@transaction.atomic
def prepare(*, kind, sources, options=None, user=None):
    """Read and plan, and store the plan as a run that waits to be applied.

    Raises Unreadable, with a sentence, for a file that cannot be read at all.
    """
    sources = list(sources)
    plan = importer_for(kind).plan(sources, options or {})
    run = ImportRun.objects.create(
        kind=kind,
        started_by=user,
        options={**(options or {}), "details": plan.details},
        notes=plan.notes,
    )
    ImportFile.objects.bulk_create(
        ImportFile(
            run=run,
            name=source.name,
            sha256=source.sha256,
            encoding=plan.encodings.get(source.name, ""),
            content=source.content,
        )
        for source in sources
    )
    for position, row in enumerate(plan.rows):
        row.run, row.position = run, position
    ImportRow.objects.bulk_create(plan.rows, batch_size=CHUNK)
    return run


def apply(*, run, progress=None):
    """Carry out what the run planned, or the rest of it; returns the report."""
    if run.state not in {ImportRun.State.PLANNED, ImportRun.State.APPLYING}:
        raise NotNow(f"Import {run.pk} is {run.get_state_display()} already.")
    importer, total = importer_for(run.kind), run.rows.count()
    while run.cursor < total:
        _apply_chunk(importer, run)
        if progress:
            progress(run.cursor, total)
        if connection.vendor == "sqlite" and run.cursor < total:
            time.sleep(PAUSE)
    run.state, run.applied_at = ImportRun.State.APPLIED, timezone.now()
    run.save(update_fields=["state", "applied_at"])
    return Report.of_run(run)


@transaction.atomic
def _apply_chunk(importer, run):
    chunk = run.rows.filter(position__gte=run.cursor)[:CHUNK]
    rows = list(chunk)
    try:
        with transaction.atomic():
            written = importer.apply(rows)
    except REFUSALS:
        rows = list(chunk.all())
        written = [_apply_alone(importer, row) for row in rows]
    chunk_rows = run.rows.filter(position__range=(rows[0].position, rows[-1].position))
    chunk_rows.update(state=ImportRow.State.DONE)
    ImportRow.objects.bulk_update(written, OUTCOME, batch_size=100)
    run.cursor = rows[-1].position + 1
    run.state = ImportRun.State.APPLYING
    run.save(update_fields=["cursor", "state"])


def _apply_alone(importer, row):
    """One row for itself, after its chunk failed: the others must not suffer."""
    try:
        with transaction.atomic():
            importer.apply([row])
    except REFUSALS as error:
        row.refresh_from_db()
        row.action = ImportRow.Action.REJECTED
        row.reason = f"Line {row.line}: the database refused the entry: {error}."
        row.target, row.changes = "", {}
    return row


@transaction.atomic
def undo(*, run):
    """Take back what the run did, last first; keep and name what was edited since.

    Returns (report, kept): `kept` are the rows that stay as they are.
    """
    if run.state == ImportRun.State.UNDONE:
        raise NotNow(f"Import {run.pk} is undone already.")
    if run.state == ImportRun.State.PLANNED:
        raise NotNow(f"Import {run.pk} was never applied; there is nothing to undo.")
    importer = importer_for(run.kind)
    done = run.rows.filter(state="done", action__in=["created", "updated"])
    rows = list(done.order_by("-position"))
    for row in rows:
        row.reason = importer.undo(row)
        row.state = ImportRow.State.KEPT if row.reason else ImportRow.State.UNDONE
    importer.after_undo(rows)
    ImportRow.objects.bulk_update(rows, ["state", "reason"], batch_size=100)
    run.state, run.undone_at = ImportRun.State.UNDONE, timezone.now()
    run.save(update_fields=["state", "undone_at"])
    return Report.of_run(run), [row for row in rows if row.reason]
