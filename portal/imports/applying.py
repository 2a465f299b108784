"""Planned rows → the site, chunk by chunk; a run that was stopped goes on where it was."""

import logging

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from portal.bulk_rows import read
from portal.imports import turns
from portal.imports.outages import OUTAGES, patiently
from portal.imports.reading import count
from portal.models import ImportRow, ImportRun

logger = logging.getLogger(__name__)
# What applying writes into a row.
OUTCOME = ["action", "reason", "question", "target", "changes", "before", "after"]
# What it does without.
UNREAD = {"problems", "authors"}


def apply_rows(turn, importer, progress=None, kept=None):
    """Carry out the rows that are planned, from the run's cursor on.

    `kept`: what the importer kept of the plan, if it was just made.
    """
    run = turn.run
    chunks = importer.look_ahead(_chunks(run, kept is None), kept)
    for rows in importer.follow(_together(chunks)):
        patiently(_apply_chunk, turn, importer, Chunk(run, rows))
        if progress:
            progress(run.cursor, run.total)
        turn.pause()
    importer.after_apply()
    turn.step(
        state=ImportRun.State.APPLIED,
        applied_at=timezone.now(),
        undone_at=None,
        counts=count(run),
        cursor=run.total,
    )


def _together(chunks):
    rows = []
    for chunk in chunks:
        rows += chunk
        if len(rows) >= turns.rows_at_a_time():
            yield rows
            rows = []
    if rows:
        yield rows


class Chunk:
    """Rows that are carried out in one transaction: those read ahead, or read anew
    where these have been tried."""

    def __init__(self, run, rows):
        self.planned = _planned(run).filter(
            position__range=(rows[0].position, rows[-1].position)
        )
        self.last, self._rows = rows[-1].position, rows

    def rows(self):
        rows, self._rows = self._rows, None
        return rows or self.read()

    def read(self):
        return list(read(self.planned, defer=UNREAD))


def _chunks(run, with_plans):
    columns = {"defer": UNREAD, "as_text": ["plan"]}
    if not with_plans:
        columns = {"defer": {*UNREAD, *OUTCOME, "plan"} - {"action", "target"}}
    position = run.cursor
    while rows := patiently(_read_from, run, position, columns):
        yield rows
        position = rows[-1].position + 1


def _read_from(run, position, columns):
    chunk = _planned(run).filter(position__gte=position)[: turns.CHUNK]
    return list(read(chunk, **columns))


def _planned(run):
    return run.rows.filter(state=ImportRow.State.PLANNED)


@transaction.atomic
def _apply_chunk(turn, importer, chunk):
    """One transaction with the cursor."""
    rows = chunk.rows()
    written = _refuse_hindered(importer, rows) if turn.run.undone_at else []
    try:
        with transaction.atomic():
            written += importer.apply([row for row in rows if row not in written])
    except OUTAGES:
        raise
    except Exception:
        hindered = {row.pk: row for row in written}
        rows = [hindered.get(row.pk, row) for row in chunk.read()]
        written = [
            row if row.pk in hindered else _apply_alone(importer, row) for row in rows
        ]
    chunk.planned.update(state=ImportRow.State.DONE)
    ImportRow.objects.bulk_update(written, OUTCOME, batch_size=100)
    turn.step(
        cursor=chunk.last + 1, state=ImportRun.State.APPLYING, stamp=importer.stamp()
    )


def _refuse_hindered(importer, rows):
    """Of rows that were taken back, those that the site has no place for any more."""
    hindrances = importer.hindrances(rows)
    hindered = [row for row in rows if row.position in hindrances]
    for row in hindered:
        row.action, row.question = ImportRow.Action.REVIEW, "stale"
        row.reason = hindrances[row.position]
    return hindered


def _apply_alone(importer, row):
    """One row for itself, after its chunk failed: the others must not suffer."""
    try:
        with transaction.atomic():
            importer.apply([row])
    except OUTAGES:
        raise
    except Exception as error:
        row.refresh_from_db()
        row.action = ImportRow.Action.REJECTED
        row.reason = f"Line {row.line}: {_refusal(error, row)}"
        row.target, row.changes = "", {}
    return row


def _refusal(error, row):
    match error:
        case ValidationError():
            return f"the entry was refused: {' '.join(error.messages)}"
        case DatabaseError() | ValueError() | OverflowError():
            return f"the database refused the entry: {error}."
    logger.exception("Entry %s of import %s", row.position, row.run_id)
    return f"the entry could not be stored, by a fault of ours ({error!r})."
