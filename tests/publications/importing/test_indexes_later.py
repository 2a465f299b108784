"""Who brings most of the papers of a site makes their indexes at the end."""

import pytest
from django.db import connection

from portal.imports import run as runs
from portal.imports.files import SourceFile
from portal.models import DroppedIndex, ImportRun
from publications.importing import indexes_later as module
from publications.models import Publication

pytestmark = pytest.mark.django_db(transaction=True)


def bib(start, end):
    entries = (
        f"@article{{k{n}, title={{The {n}th Title}}, author={{Doe, J{n}}}}}\n"
        for n in range(start, end)
    )
    return [SourceFile("a.bib", "".join(entries).encode())]


def bring_in(start, end):
    runs.bring_in(kind="publications", sources=bib(start, end))
    return ImportRun.objects.first().counts, titles_indexed()


def titles_indexed():
    with connection.cursor() as cursor:
        table = Publication._meta.db_table
        found = connection.introspection.get_constraints(cursor, table)
    return "publications_title_key" in found


@pytest.fixture(autouse=True)
def dropped(monkeypatch, first_pages):
    """Whether the titles have had an index as each chunk was applied."""
    seen = []
    importer = runs.importer_for("publications")
    apply = type(importer).apply

    def noted(self, rows):
        seen.append(not titles_indexed())
        return apply(self, rows)

    monkeypatch.setattr(type(importer), "apply", noted)
    monkeypatch.setattr(module, "MANY", 3)
    monkeypatch.setattr("publications.importing.run.MANY", 3)
    monkeypatch.setattr(module, "is_serving", lambda: False)
    return seen


def test_first_papers_come_in_without_them(dropped):
    assert bring_in(0, 5) == ({"created": 5}, True)
    assert dropped == [True]


def test_few_papers_leave_them_alone(dropped):
    bring_in(0, 3)
    bring_in(3, 30)
    bring_in(30, 40)

    assert dropped == [False, True, False]


def test_papers_that_are_there_already_leave_them_alone(dropped):
    bring_in(0, 3)
    assert bring_in(0, 3) == ({"unchanged": 3}, True)

    assert dropped == [False, False]


def test_last_papers_of_an_import_leave_them_alone(dropped):
    run = runs.prepare(kind="publications", sources=bib(0, 9))
    run.rows.filter(position__lt=6).update(state="done")

    runs.apply(run=run)

    assert (dropped, Publication.objects.count()) == ([False], 3)


def test_visitors_keep_them(dropped, monkeypatch):
    monkeypatch.setattr(module, "is_serving", lambda: True)

    assert (bring_in(0, 5), dropped) == (({"created": 5}, True), [False])


def test_next_import_has_what_a_killed_one_left_dropped(dropped):
    module.dropped_indexes.drop(module.MODELS)
    assert not titles_indexed()

    plan = runs.importer_for("publications").plan(bib(0, 1), {})

    assert (titles_indexed(), DroppedIndex.objects.count()) == (True, 0)
    assert [row.action for row in plan.rows] == ["created"]


def test_half_an_import_is_undone_with_them():
    run = runs.prepare(kind="publications", sources=bib(0, 5))
    runs.apply(run=run)
    module.dropped_indexes.drop(module.MODELS)

    runs.undo(run=run)

    assert (titles_indexed(), Publication.objects.count()) == (True, 0)
