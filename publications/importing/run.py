"""The importer of publications: the one module that knows the order of the stages."""

from functools import partial
from itertools import chain, islice

from django.apps import apps
from django.db import connection

from portal.imports.importers import AT_ONCE, Importer, Plan
from portal.table_statistics import renew_statistics
from publications import search
from publications.importing.ahead import look_ahead, needs_keeping, with_sheets
from publications.importing.answers import answered_row
from publications.importing.apply import apply_rows
from publications.importing.first_look import FirstLook
from publications.importing.holdings import load_names, load_works
from publications.importing.indexes_later import indexes_later, put_back
from publications.importing.kept_sheets import KeptSheets
from publications.importing.plan import Planner
from publications.importing.reading import read
from publications.importing.remembered import forget, keep, settled_statements
from publications.importing.since import hindrances, stamp
from publications.importing.statements import Matcher
from publications.importing.steps import steps_of
from publications.importing.undo import remove_unused, undo_rows
from publications.importing.values import Statement
from publications.listed_meanwhile import left_unlisted, listed_meanwhile
from publications.records import held_papers, record_of
from publications.renewal import together
from publications.sources.gathering import gather
from publications.unlisted import list_the_unlisted

AT_A_TIME = 500
# New papers of so large a run are listed at its end.
MANY = 1000


class PublicationImporter(Importer):
    kind = "publications"
    label = "papers"

    def plan(self, sources, options, answers=None):
        # What is to be matched is found by them.
        put_back()
        sheets = KeptSheets() if options.get(AT_ONCE) else None
        plan, seen, names = Plan(rows=[], kept=sheets), FirstLook(sheets), load_names()
        names.note_printed(seen.take(_entries(sources, options, plan, names)))
        matcher = Matcher(
            works=load_works(seen.shared_marks()),
            names=names,
            seen=seen,
            answers=answers or {},
            settled=settled_statements(),
        )
        plan.rows = _rows(Planner(seen.entries.record), matcher, sheets)
        return plan

    def gather(self, options):
        return gather(options)

    def stamp(self):
        return stamp()

    def steps(self, run):
        return steps_of(run)

    def hindrances(self, rows):
        return hindrances(rows)

    def look_ahead(self, chunks, sheets=None):
        return look_ahead(chunks) if sheets is None else with_sheets(chunks, sheets)

    def follow(self, chunks):
        """Their papers are listed while those after them come in."""
        chunks = iter(chunks)
        for rows in islice(chunks, 1):
            following = chain([rows], chunks)
            if _is_large(rows):
                following = indexes_later(rows[0].run, following)
                following = _with_statistics(listed_meanwhile(following))
            yield from following

    def apply(self, rows):
        asked = [row for row in rows if needs_keeping(row)]
        renewed = left_unlisted if _is_large(rows) else together
        with renewed():
            written = apply_rows(rows)
            keep(asked)
        return written

    def after_apply(self):
        put_back()
        list_the_unlisted()
        search.as_usual()
        if connection.vendor == "sqlite":
            renew_statistics(_tables())

    def undo(self, row):
        return self.undo_rows([row]).get(row.pk, "")

    def undo_rows(self, rows):
        put_back()
        with together():
            kept = undo_rows(rows)
        for row in rows:
            if row.pk not in kept:
                forget(row)
        return kept

    def after_undo(self, rows):
        remove_unused(rows)
        search.as_usual()


def _with_statistics(chunks):
    """PostgreSQL takes seconds to look at large tables, and sees from the first papers
    what they are like: it looks after these, and when all are there."""
    asked = connection.vendor == "postgresql"
    for number, rows in enumerate(chunks):
        if number == 1 and asked:
            renew_statistics(_tables())
        yield rows
    if asked:
        renew_statistics(_tables())


def _tables():
    return apps.get_app_config("publications").get_models(include_auto_created=True)


def _is_large(rows):
    return bool(rows) and rows[0].run.total > MANY


def _entries(sources, options, plan, names):
    # A file has no name here, so that its bytes go once they are decoded.
    for found in chain.from_iterable(map(partial(read, options=options), sources)):
        names.spell(found.coauthors)
        yield from found.entries
        plan.notes += found.notes
        plan.readings.append(found.reading)


def _rows(planner, matcher, sheets):
    for chunk in matcher.chunks(AT_A_TIME):
        held = _held(chunk)
        for each in chunk:
            row = _row(planner, each, held)
            if sheets is not None:
                sheets.decide(each, row)
            yield row


def _row(planner, each, held):
    if not isinstance(each, Statement):
        return each
    if each.answer:
        return answered_row(planner, each, held.get(each.slug))
    return planner.row(each, held.get(each.slug))


def _held(chunk):
    """{slug: (record, imported)} of the papers that the statements are compared with."""
    stated = [each for each in chunk if isinstance(each, Statement)]
    slugs = {
        each.slug
        for each in stated
        if each.match.verdict == "same"
        and (each.answer or each.repeats or not each.is_known)
    }
    return {
        slug: (record_of(paper), paper.imported)
        for slug, paper in held_papers(slugs).items()
    }
