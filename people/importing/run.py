"""The importer of members."""

from collections import Counter

from people.importing.apply import apply_rows, undo_row
from people.importing.plan import Planner
from people.importing.reading import read
from portal.imports.importers import Plan
from publications.names import name_key


class PeopleImporter:
    kind = "people"

    def plan(self, sources, options):
        plan, members = Plan(rows=[]), []
        for source in sources:
            found, notes = read(source)
            members += found
            plan.notes += notes
        planner = Planner(names=Counter(name_key(member.name) for member in members))
        plan.rows = [planner.row(member) for member in members]
        if planner.new_roles:
            plan.notes.append(f"New roles are made: {', '.join(planner.new_roles)}.")
        return plan

    def apply(self, rows):
        apply_rows(rows)
        return rows

    def undo(self, row):
        return undo_row(row)

    def after_undo(self, rows):
        """Roles stay: they order the directory, and editors may have arranged them."""
