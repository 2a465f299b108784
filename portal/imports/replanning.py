"""Rows that are planned anew: the site has changed since, or somebody has answered."""

from itertools import islice

from django.db import transaction

from portal.bulk_rows import Json
from portal.imports import turns
from portal.imports.reading import plan_of, read_run
from portal.models import ImportRow, ImportRun

# What a plan says of an entry; a row keeps its place and its past.
PLANNED = [
    *["action", "reason", "question", "problems", "target"],
    *["changes", "authors", "plan", "before", "after", "state"],
]


def look_again(turn, importer):
    """Plan anew what is still to be applied, if the site has changed since it was read."""
    run = turn.run
    if run.undone_at or run.stamp == importer.stamp():
        return
    if run.state == ImportRun.State.APPLYING:
        _plan_rows(turn, importer, {"state": ImportRow.State.PLANNED})
        turn.step(stamp=importer.stamp())
        return
    shown = run.options.get("shown")
    read_run(turn, importer)
    if run.options["shown"] != shown:
        raise turns.NotNow(
            f"The site has changed since import {run.pk} was read, and with it what the "
            "import would do. Look at it again, and then apply it."
        )


def plan_answered_rows(turn, importer):
    """Rows in review that have an answer by now wait to be applied again."""
    run = turn.run
    answered = {
        "action": ImportRow.Action.REVIEW,
        "position__in": [int(position) for position in run.answers],
    }
    if run.rows.filter(**answered).exists():
        _plan_rows(turn, importer, answered)
    turn.step(
        state=ImportRun.State.APPLYING, act="apply", cursor=0, stamp=importer.stamp()
    )


def _plan_rows(turn, importer, which):
    """Let those rows say what planning the files now makes of their entries."""
    rows, position = iter(plan_of(turn.run, importer).rows), 0
    while chunk := list(islice(rows, turns.CHUNK)):
        with transaction.atomic():
            _replace(turn.run.rows.filter(**which), dict(enumerate(chunk, position)))
            turn.step()
        position += len(chunk)
        turn.pause()


def _replace(rows, planned):
    changed = list(rows.filter(position__in=list(planned)).only("pk", "position"))
    for row in changed:
        for name in PLANNED:
            setattr(row, name, Json.plain(getattr(planned[row.position], name)))
    ImportRow.objects.bulk_update(changed, PLANNED, batch_size=100)
