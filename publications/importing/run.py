"""The importer of publications: the one module that knows the order of the stages."""

from dataclasses import dataclass, field, replace

from portal.imports.importers import Plan
from publications.importing.apply import apply_rows, remove_unused, undo_row
from publications.importing.holdings import load_names, load_works
from publications.importing.match import WorkIndex, work_of
from publications.importing.match_names import NameIndex
from publications.importing.normalise import normalise
from publications.importing.plan import Planner, rejected
from publications.importing.reading import read
from publications.importing.values import Statement
from publications.models import Publication
from publications.names import make_slug
from publications.querysets import next_free
from publications.records import held_papers, record_of
from publications.values import Entry

AT_A_TIME = 500
LONGEST_SLUG = 100


class PublicationImporter:
    kind = "publications"

    def plan(self, sources, options):
        plan = Plan(rows=[])
        matcher = Matcher(
            works=load_works(),
            names=load_names(),
            slugs=set(Publication.objects.values_list("slug", flat=True)),
        )
        stated = []
        for source in sources:
            entries, notes, encoding = read(source, options.get("format", ""))
            plan.notes += notes
            plan.encodings[source.name] = encoding
            stated += [matcher.state(entry) for entry in entries]
        plan.rows = list(_rows(Planner(), stated))
        return plan

    def apply(self, rows):
        apply_rows(rows)

    def undo(self, row):
        return undo_row(row)

    def after_undo(self, rows):
        remove_unused(rows)


@dataclass
class Matcher:
    """Matches a run's entries one after another; each new one is known to the next."""

    works: WorkIndex
    names: NameIndex
    slugs: set[str]
    _stated_at: dict[str, Entry] = field(default_factory=dict)

    def state(self, entry):
        """A statement; or at once the row of an entry that cannot be used."""
        if entry.error:
            return rejected(entry, entry.error)
        record = normalise(entry)
        if not record.title:
            return rejected(entry, f"Line {entry.line}: the entry has no title.")
        work = work_of(record)
        match = self.works.match(work)
        slug = match.slug
        if match.verdict == "new":
            slug = next_free(make_slug(record.title, LONGEST_SLUG), self.slugs)
            self.slugs.add(slug)
            self.works.add(replace(work, slug=slug))
        repeats = 0
        if match.verdict != "review":
            first = self._stated_at.setdefault(slug, entry)
            repeats = 0 if first is entry else first.line
        wanted = [(each.name, each.orcid) for each in record.contributors]
        names = tuple(self.names.match_all(wanted))
        return Statement(entry, record, names, match, slug, repeats)


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
