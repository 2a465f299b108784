"""Indexes that a large import does without, and that are made again at its end.

Each paper stands at another place of each index. To find all these places takes longer
than to sort everything once: a quarter of the time that PostgreSQL needs for writing
100,000 papers, and a seventh of SQLite's.

What is dropped is written down in the same transaction. Whatever ends an import, the
next one, or the next `migrate`, knows what is missing and how it is made.
"""

from django.db import DatabaseError, connection, transaction

from portal.models import DroppedIndex

# Whoever reads a table at length keeps its indexes; nobody else has to wait for them.
PATIENCE = "SET LOCAL lock_timeout = '2s'"
_FIND = {
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes"
    " WHERE schemaname = current_schema() AND indexname = %s",
    "sqlite": "SELECT name, sql FROM sqlite_master"
    " WHERE type = 'index' AND sql IS NOT NULL AND name = %s",
}


def drop(models):
    """Those of their `Meta.indexes`; constraints and foreign keys keep theirs.

    Nothing is dropped where somebody uses one of the tables for longer than a moment, or
    where the tables are another role's.
    """
    names = [index.name for model in models for index in model._meta.indexes]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(PATIENCE)
            for name in names:
                _drop(cursor, name)
    except DatabaseError:
        return


def put_back():
    """Make again what is missing, one after the other; others write in between."""
    for name in list(DroppedIndex.objects.values_list("name", flat=True)):
        with transaction.atomic(), connection.cursor() as cursor:
            dropped = DroppedIndex.objects.select_for_update().filter(name=name).first()
            # Somebody else may have made it meanwhile.
            if dropped and not _found(cursor, name):
                cursor.execute(dropped.statement)
            if dropped:
                dropped.delete()


def _drop(cursor, name):
    if found := _found(cursor, name):
        _, statement = found
        DroppedIndex.objects.update_or_create(
            name=name, defaults={"statement": statement}
        )
        cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")


def _found(cursor, name):
    cursor.execute(_FIND[connection.vendor], [name])
    return cursor.fetchone()
