"""Rows of new papers, prepared for writing while those before them are written."""

from collections import deque

from portal.bulk_rows import Json
from portal.imports.second_process import shared
from portal.models import ImportRow
from publications.importing.preparing import Planned, prepared
from publications.querysets import each_among

PREPARE = "publications.importing.preparing:prepare"
# Chunks; prepared rows are large.
AHEAD = 8


def with_sheets(chunks, sheets):
    """The chunks of rows as they are; what was kept of their new papers is with them.

    Such rows are carried out without their other columns.
    """
    for rows in chunks:
        others = set()
        for row in rows:
            if done := sheets.take(row):
                row.prepared = done
            else:
                others.add(row.pk)
        whole = {row.pk: row for row in each_among(ImportRow.objects, "pk", others)}
        yield [whole.get(row.pk, row) for row in rows]


def look_ahead(chunks):
    """The chunks of rows as they are; their new papers are prepared by then."""
    waiting = deque()
    for found in shared(PREPARE, _planned(chunks, waiting), AHEAD):
        rows, found = waiting.popleft(), iter(found)
        for row in rows:
            if _is_new(row):
                row.prepared = next(found)
            else:
                row.plan = Json.plain(row.plan)
        yield rows


def prepared_of(rows):
    """Of rows of new papers. Each is used once, for writing fills in who is meant."""
    return [
        row.__dict__.pop("prepared", None) or prepared(_as_planned(row)) for row in rows
    ]


def needs_keeping(row):
    """Whether somebody was asked about the row, as far as one can tell without its plan."""
    done = row.__dict__.get("prepared")
    return done is None or done.is_decided


def _planned(chunks, waiting):
    for rows in chunks:
        waiting.append(rows)
        yield [_as_planned(row) for row in rows if _is_new(row)]


def _is_new(row):
    return row.action == ImportRow.Action.CREATED


def _as_planned(row):
    return Planned(row.target, Json.text(row.plan), row.source)
