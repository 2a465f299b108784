"""Files → planned rows of a run. Nothing of the site is touched."""

import hashlib
from collections import deque
from dataclasses import asdict
from itertools import islice

from django.db import connection, transaction
from django.db.models import Count

from portal.bulk_rows import Json, insert
from portal.imports import turns
from portal.imports.files import SourceFile, Unreadable
from portal.imports.kept_bytes import bytes_of, keep_bytes
from portal.imports.tables import refuse_too_long
from portal.models import ImportFile, ImportRow, ImportRun
from portal.table_statistics import renew_statistics

# Of the run's options, what reading writes there; the others are the importer's.
OURS = {"details", "readings", "shown"}
MANY = 1000


def options_of(run) -> dict:
    return {name: value for name, value in run.options.items() if name not in OURS}


def answers_of(run) -> dict:
    return {int(position): answer for position, answer in run.answers.items()}


def read_run(turn, importer, progress=None):
    """Plan the files of a run; its rows from an earlier reading go.

    Chunk by chunk, since a large file must neither be in memory as a whole nor keep
    others from writing. Returns the plan, whose rows are spent. Raises Unreadable, and
    then the run is FAILED.
    """
    run = turn.run
    turn.step(state=ImportRun.State.READING, cursor=0, total=0, error="")
    try:
        _remove_rows(turn)
        # Before the matching begins: what is added meanwhile must be noticed.
        stamp = importer.stamp()
        plan = plan_of(run, importer)
        # Before matching fills the memory: SQLite writes a file's bytes again with this.
        _note_files(run, plan.readings)
        noted = len(plan.readings)
        shown = _store_rows(turn, plan.rows, progress)
    except Unreadable as error:
        _remove_rows(turn)
        turn.step(state=ImportRun.State.FAILED, error=str(error), cursor=0)
        raise
    _note_files(run, plan.readings[noted:])
    _store_what_was_read(turn, plan, stamp=stamp, shown=shown)
    if run.total > MANY and connection.vendor == "postgresql":
        renew_statistics([ImportRow])
    return plan


def plan_of(run, importer):
    sources, notes = sources_of(run), []
    if not run.files.exists():
        sources, notes = _gather(run, importer)
    plan = importer.plan(sources, options_of(run), answers_of(run))
    plan.notes = [*notes, *plan.notes]
    return plan


def sources_of(run):
    """The files one after the other, since each may be large."""
    files = deque(run.files.defer("content"))
    while files:
        yield _source(files.popleft())


def _source(file):
    return SourceFile(file.name, bytes_of(file))


def count(run):
    """How many rows of the run have which action."""
    counted = run.rows.order_by().values_list("action").annotate(Count("pk"))
    return dict(counted)


def keep_files(run, sources):
    """Raises Unreadable for a table that would be refused after all is written."""
    for each in sources:
        refuse_too_long(each)
        file = ImportFile(run=run, name=each.name[:255], sha256=each.sha256)
        keep_bytes(file, each.content)


def _gather(run, importer):
    sources, notes = importer.gather(options_of(run))
    keep_files(run, sources)
    return sources, notes


def _remove_rows(turn):
    """From the end: what is left is then still the beginning of the file."""
    rows = turn.run.rows.order_by("-position").values_list("position", flat=True)
    while (last := rows.first()) is not None:
        with transaction.atomic():
            turn.run.rows.filter(position__gt=last - 10 * turns.CHUNK).delete()
            turn.step()
        turn.pause()


def _store_rows(turn, rows, progress):
    """Returns a digest of what the rows show to a person."""
    rows, position, shown = iter(rows), 0, hashlib.sha256()
    while chunk := list(islice(rows, turns.rows_at_a_time())):
        for row in chunk:
            row.run_id, row.position = turn.run.pk, position
            shown.update(_shown(row))
            position += 1
        with transaction.atomic():
            insert(chunk)
            turn.step(cursor=position)
        if progress:
            progress(position, 0)
        turn.pause()
    return shown.hexdigest()


def _shown(row):
    return "\n".join((row.action, row.target, Json.text(row.authors))).encode()


@transaction.atomic
def _store_what_was_read(turn, plan, *, stamp, shown):
    run = turn.run
    turn.step(
        state=ImportRun.State.PLANNED,
        stamp=stamp,
        notes=plan.notes,
        counts=count(run),
        total=run.cursor,
        cursor=0,
        options={
            **options_of(run),
            "shown": shown,
            "details": plan.details,
            "readings": [asdict(reading) for reading in plan.readings],
        },
    )


def _note_files(run, readings):
    readings = {reading.name: reading for reading in readings}
    for file in run.files.defer("content"):
        if reading := readings.get(file.name):
            _note(file, reading)


def _note(file, reading):
    file.format, file.dialect = reading.format[:20], reading.dialect[:60]
    file.encoding, file.entries = reading.encoding[:40], reading.entries
    file.samples = list(reading.samples)
    file.save(update_fields=["format", "dialect", "encoding", "entries", "samples"])
