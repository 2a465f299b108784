"""Rows of a small table → planned rows of the run. Nothing of the site is touched."""

from django.core.exceptions import ValidationError

from portal.models import ImportRow

Action = ImportRow.Action


class Planner:
    """Knows which texts the rows before have claimed, and in which lines."""

    def __init__(self, resource, subject):
        self.resource, self.subject = resource, subject
        self._lines = {}

    def row(self, file, read):
        known = {name: read.cells.get(name, "") for name in self.resource.columns}
        cells = {name: cell for name, cell in known.items() if cell}
        key = known[self.resource.columns[0]]
        row = ImportRow(
            subject=self.subject, file=file[:255], line=read.line, key=key[:500]
        )
        try:
            self._plan(row, read, cells)
        except ValidationError as error:
            row.action, row.changes, row.plan = Action.REJECTED, {}, {}
            row.reason = " ".join(_sentences(error, read.line))
        return row

    def _plan(self, row, read, cells):
        if read.error:
            raise ValidationError(read.error.removeprefix(f"Line {read.line}: "))
        first = self.resource.columns[0]
        if first not in cells:
            raise ValidationError(f"the row has no {first}.")
        held = self.resource.find(cells)
        before = self.resource.facts(held) if held else {}
        if held and self.resource.fold(before[first]) != self.resource.fold(row.key):
            # It is found by another spelling, which is not to become its name.
            del cells[first]
        stated = self.resource.read(cells, held)
        self._claim(stated, held, read.line)
        after = self.resource.facts(stated)
        row.plan = {"cells": cells}
        row.target = str(held.pk) if held else ""
        row.changes = {
            name: [before.get(name, ""), cell]
            for name, cell in after.items()
            if held and before.get(name, "") != cell
        }
        changed = Action.UPDATED if row.changes else Action.UNCHANGED
        row.action = changed if held else Action.CREATED

    def _claim(self, stated, held, line):
        """Refuse a row with a text that another row has, of the site or of the file."""
        claims = {
            self.resource.fold(text): text for text in self.resource.claims(stated)
        }
        for key, text in claims.items():
            other = self.resource.held.get(key)
            if other and other.pk != (held and held.pk):
                raise ValidationError(f"“{text}” is a name of “{other}” already.")
            if key in self._lines:
                at = self._lines[key]
                raise ValidationError(f"“{text}” stands in line {at} already.")
        self._lines.update(dict.fromkeys(claims, line))


def _sentences(error, line):
    named = getattr(error, "message_dict", {"": error.messages})
    for name, texts in named.items():
        place = f", {name}" if name not in {"", "__all__"} else ""
        yield from (f"Line {line}{place}: {text}" for text in texts)
