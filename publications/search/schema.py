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


def is_in_bulk(connection):
    question = SCHEMAS[connection.vendor].IN_BULK
    with connection.cursor() as cursor:
        return bool(question and cursor.execute(question).fetchone())


def end_bulk(connection):
    _run(connection, SCHEMAS[connection.vendor].END_BULK)


def settle(connection):
    _run(connection, SCHEMAS[connection.vendor].SETTLE)


def _run(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
