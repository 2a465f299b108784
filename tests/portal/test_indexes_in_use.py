"""An import leaves alone the indexes of a table that somebody uses."""

import pytest
from django.db import connection, connections

from portal import dropped_indexes
from portal.models import DroppedIndex
from publications.models import Authorship


@pytest.fixture
def reader():
    """Another connection, in the middle of reading the table."""
    reader = connections.create_connection("default")
    reader.set_autocommit(False)
    with reader.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {Authorship._meta.db_table} LIMIT 1")
    yield reader
    reader.rollback()
    reader.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="it has one lock for all")
def test_table_that_somebody_reads_at_length_keeps_its_indexes(monkeypatch, reader):
    monkeypatch.setattr(dropped_indexes, "PATIENCE", "SET LOCAL lock_timeout = '20ms'")

    dropped_indexes.drop([Authorship])

    with connection.cursor() as cursor:
        table = Authorship._meta.db_table
        found = connection.introspection.get_constraints(cursor, table)
    assert {index.name for index in Authorship._meta.indexes} <= set(found)
    assert DroppedIndex.objects.count() == 0
