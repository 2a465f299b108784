"""The importer of publications: the one module that knows the order of the stages."""

from portal.imports.importers import Plan
from publications.importing.apply import apply_rows, remove_unused, undo_row
from publications.importing.holdings import load_names, load_works
from publications.importing.plan import Planner
from publications.importing.reading import read
from publications.importing.statements import Matcher
from publications.importing.values import Statement
from publications.models import Publication
from publications.records import held_papers, record_of

AT_A_TIME = 500


class PublicationImporter:
    kind = "publications"

    def plan(self, sources, options):
        plan = Plan(rows=[])
        matcher = Matcher(
            works=load_works(),
            names=load_names(),
            slugs=set(Publication.objects.values_list("slug", flat=True)),
        )
        entries = []
        for source in sources:
            found, notes, encoding = read(source, options.get("format", ""))
            entries += found
            plan.notes += notes
            plan.encodings[source.name] = encoding
        plan.rows = list(_rows(Planner(), list(matcher.state_all(entries))))
        return plan

    def apply(self, rows):
        return apply_rows(rows)

    def undo(self, row):
        return undo_row(row)

    def after_undo(self, rows):
        remove_unused(rows)


def _rows(planner, stated):
    for start in range(0, len(stated), AT_A_TIME):
        chunk = stated[start : start + AT_A_TIME]
        slugs = {each.slug for each in chunk if isinstance(each, Statement)}
        held = {
            slug: (record_of(paper), paper.imported)
            for slug, paper in held_papers(slugs).items()
        }
        for each in chunk:
            if isinstance(each, Statement):
                yield planner.row(each, held.get(each.slug))
            else:
                yield each
