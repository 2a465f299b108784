"""Indexes that an import drops are there again, whatever became of it."""

import pytest
from django.apps import apps
from django.core.management.sql import emit_pre_migrate_signal
from django.db import connection

from portal import dropped_indexes
from portal.models import DroppedIndex
from publications.models import Authorship

pytestmark = pytest.mark.django_db
NAMES = {index.name for index in Authorship._meta.indexes}


def indexes():
    """{name: (columns, whether its values stand once)} of the table."""
    table = Authorship._meta.db_table
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, table)
    return {name: (each["columns"], each["unique"]) for name, each in found.items()}


def test_index_that_was_dropped_is_made_again():
    before = indexes()

    dropped_indexes.drop([Authorship])
    without = indexes()
    dropped_indexes.put_back()

    assert set(before) - set(without) == NAMES
    assert (indexes(), DroppedIndex.objects.count()) == (before, 0)


def test_second_import_drops_what_is_left_and_forgets_nothing():
    before = indexes()
    dropped_indexes.drop([Authorship])
    first = DroppedIndex.objects.get(name="publications_name_key")
    with connection.cursor() as cursor:
        cursor.execute(first.statement)

    dropped_indexes.drop([Authorship])
    assert not NAMES & set(indexes())
    with connection.cursor() as cursor:
        cursor.execute(first.statement)
    dropped_indexes.put_back()

    assert (indexes(), DroppedIndex.objects.count()) == (before, 0)


def test_migration_finds_the_indexes_in_their_places():
    before = indexes()
    dropped_indexes.drop([Authorship])

    emit_pre_migrate_signal(0, interactive=False, db="default", apps=apps)

    assert indexes() == before
