"""An index that is put in order once, after very much was written."""

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from publications import search
from publications.search import schema, store
from publications.search.sqlite_schema import INDEX
from tests.factories import make_paper

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL has a list of new words"
)
USUAL, BULK = {"automerge": 4, "crisismerge": 16}, {"automerge": 0, "crisismerge": 64}


@pytest.fixture(autouse=True)
def _no_server(monkeypatch):
    """Somebody who develops may have one."""
    monkeypatch.setattr(store, "is_serving", lambda: False)


def settings():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT k, v FROM {INDEX}_config WHERE k LIKE '%merge'")
        return dict(cursor.fetchall())


def parts():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(DISTINCT segid) FROM {INDEX}_idx")
        return cursor.fetchone()[0]


def test_index_is_put_in_order_once(monkeypatch):
    settled = []
    monkeypatch.setattr(schema, "settle", settled.append)
    with search.in_bulk():
        for number in range(3):
            make_paper(f"Waves {number}")
        meanwhile = list(settled)

    assert (meanwhile, settled) == ([], [connection])


@on_sqlite
def test_parts_are_merged_at_the_end():
    with search.in_bulk():
        papers = [make_paper(f"Waves {number}") for number in range(5)]
        meanwhile = settings(), parts()

    assert meanwhile == (BULK, 5)
    assert (settings(), parts()) == (USUAL, 1)
    assert search.find("waves").ranked == [paper.pk for paper in papers]


@on_sqlite
def test_index_is_merged_as_usual_after_an_error():
    with pytest.raises(ValueError, match="torn"), search.in_bulk():
        raise ValueError("torn")

    assert settings() == USUAL


@on_sqlite
def test_what_a_killed_import_has_left_is_put_right_by_the_next_one():
    schema.begin_bulk(connection)
    search.as_usual()

    assert settings() == USUAL


@on_sqlite
def test_index_that_cannot_be_merged_is_no_failure(monkeypatch):
    def locked(connection):
        raise OperationalError("database is locked")

    monkeypatch.setattr(schema, "settle", locked)
    with search.in_bulk():
        paper = make_paper("Waves")

    assert (settings(), search.find("waves").ranked) == (USUAL, [paper.pk])


@on_sqlite
def test_no_visitor_waits_for_it(monkeypatch):
    schema.begin_bulk(connection)
    monkeypatch.setattr(store, "is_serving", lambda: True)
    monkeypatch.setattr(schema, "settle", None)
    with search.in_bulk():
        assert settings() == USUAL


@on_sqlite
def test_visitor_who_came_meanwhile_does_not_wait(monkeypatch):
    monkeypatch.setattr(schema, "settle", None)
    with search.in_bulk():
        monkeypatch.setattr(store, "is_serving", lambda: True)

    assert settings() == USUAL


@on_sqlite
def test_what_is_served_is_as_usual():
    schema.begin_bulk(connection)
    call_command("migrate", verbosity=0)

    assert settings() == USUAL
