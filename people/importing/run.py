"""The importer of members."""

from collections import Counter

from people.importing.apply import apply_rows, undo_row
from people.importing.plan import Planner
from people.importing.reading import read
from people.importing.since import hindered_members, stamp
from people.models import PeopleIndexPage
from portal.imports.files import Unreadable
from portal.imports.importers import Importer, Plan
from publications.names import make_slug, name_key
from publications.renewal import together


class PeopleImporter(Importer):
    kind = "people"
    label = "members"

    def plan(self, sources, options, answers=None):
        if not PeopleIndexPage.objects.exists():
            raise Unreadable(
                "The site has no directory of members; make one below the home page."
            )
        plan, members = Plan(rows=[]), []
        for source in sources:
            found, notes, reading = read(source, options.get("encoding", ""))
            members += found
            plan.notes += notes
            plan.readings.append(reading)
        planner = Planner(
            names=Counter(name_key(member.name) for member in members),
            claimed={
                make_slug(member.facts["slug"])
                for member in members
                if member.facts.get("slug")
            },
        )
        plan.rows = [planner.row(member) for member in members]
        if planner.new_roles:
            plan.notes.append(f"New roles are made: {', '.join(planner.new_roles)}.")
        return plan

    def stamp(self):
        return stamp()

    def hindrances(self, rows):
        return hindered_members(rows)

    def apply(self, rows):
        with together():
            apply_rows(rows)
        return rows

    def undo(self, row):
        return undo_row(row)

    def undo_rows(self, rows):
        with together():
            return super().undo_rows(rows)

    def after_undo(self, rows):
        """Roles stay: they order the directory, and editors may have arranged them."""
