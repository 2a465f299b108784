"""The importer of a small table, whose rows a django-import-export resource understands.

The resource says what the columns are and writes a row; planning, comparing and taking
back are the desk's. An empty cell leaves what is there.
"""

from portal.imports.files import Unreadable
from portal.imports.importers import Importer, Plan, Reading
from portal.imports.resource_planning import Planner
from portal.imports.stamps import stamp_of
from portal.imports.tables import read_table
from portal.models import ImportRow

Action = ImportRow.Action
MOST_ROWS = 5_000
ENOUGH = 5


class ResourceImporter(Importer):
    """Subclasses say which resource, and what a row is called: "venue"."""

    resource_class = None
    subject = ""

    def plan(self, sources, options, answers=None):
        plan, planner = Plan(rows=[]), Planner(self.resource_class(), self.subject)
        for source in sources:
            table = read_table(source)
            _check(source, table, planner.resource, self.label)
            plan.notes += _notes(table, planner.resource)
            rows = [planner.row(source.name, row) for row in table.rows]
            plan.readings.append(_reading(source, table, rows))
            plan.rows += rows
        return plan

    def stamp(self):
        return stamp_of(self.resource_class.Meta.model)

    def apply(self, rows):
        resource = self.resource_class()
        for row in rows:
            if row.action in {Action.CREATED, Action.UPDATED}:
                _apply(resource, row)
        return rows

    def undo(self, row):
        resource = self.resource_class()
        found = resource.get_queryset().filter(pk=row.after["pk"]).first()
        if found is None:
            return ""
        facts, after = resource.facts(found), row.after["facts"]
        edited = sorted(
            name for name in {*facts, *after} if facts.get(name) != after.get(name)
        )
        if row.action == Action.UPDATED:
            return _restore(resource, row, found, edited)
        if edited:
            return f"It was edited since the import: {', '.join(edited)}."
        if reason := resource.used(found):
            return reason
        found.delete()
        return ""

    def after_undo(self, rows):
        """A table makes nothing besides its rows."""


def _check(source, table, resource, label):
    if len(table.rows) > MOST_ROWS:
        raise Unreadable(
            f"'{source.name}' has more than {MOST_ROWS} rows; split it in parts."
        )
    first = resource.columns[0]
    if first not in table.columns:
        raise Unreadable(
            f"'{source.name}' lists no {label}: there is no column “{first}”."
        )


def _notes(table, resource):
    unknown = [
        heading
        for column, heading in zip(table.columns, table.headings, strict=True)
        if column and column not in resource.columns
    ]
    if not unknown:
        return []
    known = ", ".join(resource.columns)
    return [f"Unknown columns are left out: {', '.join(unknown)}. Known are {known}."]


def _reading(source, table, rows):
    return Reading(
        name=source.name,
        format="csv" if table.encoding else "xlsx",
        encoding=table.encoding,
        entries=len(rows),
        samples=tuple(sorted({row.key for row in rows}, key=str.isascii)[:ENOUGH]),
    )


def _apply(resource, row):
    cells = row.plan["cells"]
    if row.action == Action.CREATED:
        found = resource.find(cells)
        if found:
            return _leave(row, f"“{found}” is on the site by now.")
        before = {}
    else:
        found = resource.get_queryset().filter(pk=row.target).first()
        if found is None:
            return _leave(row, "It was removed since the import was planned.")
        before = resource.facts(found)
        if any(before.get(name, "") != old for name, (old, _) in row.changes.items()):
            return _leave(row, "It was changed since the import was planned.")
    written = resource.read(cells, found, write=True)
    resource.note(written)
    row.target, row.before = str(written.pk), {"facts": before}
    row.after = {"facts": resource.facts(written), "pk": written.pk}


def _leave(row, reason):
    row.action, row.question, row.reason = Action.REVIEW, "stale", reason


def _restore(resource, row, found, edited):
    back = {
        name: row.before["facts"].get(name, "")
        for name in row.changes
        if name not in edited
    }
    if back:
        resource.read(back, found, write=True)
    kept = sorted(set(row.changes) & set(edited))
    return f"Edited since the import and kept: {', '.join(kept)}." if kept else ""
