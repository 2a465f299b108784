"""What a run did → taken back, last first, chunk by chunk."""

import logging

from django.db import transaction
from django.utils import timezone

from portal.imports.outages import OUTAGES, patiently
from portal.models import ImportRow, ImportRun

logger = logging.getLogger(__name__)
# Fewer than are applied at a time: each row is compared with the site by itself.
CHUNK = 100
OUTCOME = ["state", "reason"]


def undo_rows(turn, importer, progress=None):
    """Take back what was done; the cursor counts the rows from the end."""
    run = turn.run
    if run.state != ImportRun.State.UNDOING:
        turn.step(
            state=ImportRun.State.UNDOING, cursor=0, total=run.rows.count(), error=""
        )
    while patiently(_undo_chunk, turn, importer):
        if progress:
            progress(run.cursor, run.total)
        turn.pause()
    turn.step(state=ImportRun.State.UNDONE, undone_at=timezone.now(), cursor=run.total)


@transaction.atomic
def _undo_chunk(turn, importer):
    run = turn.run
    done = run.rows.filter(
        state=ImportRow.State.DONE, action__in=["created", "updated"]
    )
    left = done.filter(position__lt=run.total - run.cursor)
    rows = list(left.defer("source", "problems").order_by("-position")[:CHUNK])
    kept = _undo_together(importer, rows)
    for row in rows:
        row.state = ImportRow.State.KEPT if row.pk in kept else ImportRow.State.UNDONE
        row.reason = kept.get(row.pk, row.reason)
    if rows:
        importer.after_undo(rows)
        ImportRow.objects.bulk_update(rows, OUTCOME, batch_size=100)
        turn.step(cursor=run.total - rows[-1].position)
    return bool(rows)


def _undo_together(importer, rows):
    """{key of the row: sentence} of the rows that stay as they are, and why."""
    try:
        with transaction.atomic():
            return importer.undo_rows(rows)
    except OUTAGES:
        raise
    except Exception:
        kept = {row.pk: _undo_one(importer, row) for row in rows}
        return {pk: reason for pk, reason in kept.items() if reason}


def _undo_one(importer, row):
    """A sentence when the row stays as it is, and why."""
    try:
        with transaction.atomic():
            return importer.undo(row)
    except OUTAGES:
        raise
    except Exception as error:
        logger.exception("Entry %s of import %s", row.position, row.run_id)
        return f"It could not be taken back: {error}."
