"""The importer of members."""

from people.importing.apply import apply_row, undo_row
from people.importing.plan import Planner
from people.importing.reading import read
from portal.imports.importers import Plan


class PeopleImporter:
    kind = "people"

    def plan(self, sources, options):
        plan, planner = Plan(rows=[]), Planner()
        for source in sources:
            members, notes = read(source)
            plan.rows += [planner.row(member) for member in members]
            plan.notes += notes
        if planner.new_roles:
            plan.notes.append(f"New roles are made: {', '.join(planner.new_roles)}.")
        return plan

    def apply(self, rows):
        for row in rows:
            apply_row(row)
        return rows

    def undo(self, row):
        return undo_row(row)

    def after_undo(self, rows):
        """Roles stay: they order the directory, and editors may have arranged them."""
