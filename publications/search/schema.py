"""The full-text index of the database: a table that follows SearchText by triggers.

What this declares is what migration 0009 makes; `rebuild` makes it again.
"""

from publications.search import postgresql_schema, sqlite_schema

SCHEMAS = {"sqlite": sqlite_schema, "postgresql": postgresql_schema}


def create(connection):
    _run(connection, SCHEMAS[connection.vendor].CREATE)


def drop(connection):
    _run(connection, SCHEMAS[connection.vendor].DROP)


def fill(connection):
    """From the rows of SearchText that are there."""
    _run(connection, SCHEMAS[connection.vendor].FILL)


def begin_bulk(connection):
    """Leave the index in parts, until `end_bulk`."""
    _run(connection, SCHEMAS[connection.vendor].BEGIN_BULK)


def end_bulk(connection):
    dialect = SCHEMAS[connection.vendor]
    with connection.cursor() as cursor:
        in_bulk = dialect.IN_BULK and cursor.execute(dialect.IN_BULK).fetchone()
    if in_bulk:
        _run(connection, dialect.END_BULK)


def settle(connection):
    _run(connection, SCHEMAS[connection.vendor].SETTLE)


def _run(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
