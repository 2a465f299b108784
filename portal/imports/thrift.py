"""What an act on many thousand rows does without, for time and memory."""

import gc
from contextlib import contextmanager, suppress

from django.db import DatabaseError, InterfaceError, connection

from portal.imports.serving import is_serving

# Rows come and go and hardly any of them is part of a cycle: to look for one after each
# 700 objects takes an import a fifth of its time.
OBJECTS_BETWEEN = 200_000
PRAGMAS = {
    # What is mapped of the database's file counts as our memory.
    "mmap_size": 0,
    # In pages of the log. Each chunk changes the same pages of the indexes again: to
    # write them into the database after each one takes as long as all the rest. The log
    # grows to some 400 MB for an import of 50,000 papers or more, and goes again.
    "wal_autocheckpoint": 100_000,
}
# Where the server knows these, for our session.
SETTINGS = {
    # A crash of the server would take the last chunks with it, one after the other and
    # each as a whole; the import then goes on from there.
    "synchronous_commit": "off",
    # Rows of more than 2 kB are compressed; so, their tables take two thirds of the time.
    "default_toast_compression": "lz4",
}
# In kB. New words wait in a list until it is as long as that: not so short that words
# are sorted in again and again (14 s for 100,000 papers, not 12), nor so long that all
# wait for the end of the import, where one process does nothing else for 4 s. Each
# search goes through it.
UNREAD_LISTS = {"gin_pending_list_limit": "32768", "maintenance_work_mem": "262144"}


@contextmanager
def thrift():
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS_BETWEEN, *usual[1:])
    former = {name: _pragma(name, value) for name, value in PRAGMAS.items()}
    settings = SETTINGS if is_serving() else SETTINGS | UNREAD_LISTS
    _on_postgresql(_SET, [list(settings), list(settings.values())])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        # A connection that is lost has nothing to reset, and why it is lost matters.
        with suppress(DatabaseError, InterfaceError):
            _on_postgresql(_RESET, [list(settings)])
        for name, value in former.items():
            _pragma(name, value)


_SET = """SELECT set_config(name, value, false)
    FROM pg_settings JOIN unnest(%s::text[], %s::text[]) AS wanted (name, value)
    USING (name) WHERE enumvals IS NULL OR value = ANY(enumvals)"""
_RESET = """SELECT set_config(name, coalesce(reset_val, '') || coalesce(
        CASE WHEN vartype = 'integer' THEN unit END, ''), false)
    FROM pg_settings WHERE name = ANY(%s)"""


def _pragma(name, value):
    """Set it for this connection; returns what it was."""
    if value is None or connection.vendor != "sqlite" or connection.in_atomic_block:
        return None
    with connection.cursor() as cursor:
        former = cursor.execute(f"PRAGMA {name}").fetchone()
        cursor.execute(f"PRAGMA {name} = {int(value)}").fetchone()
    return former and former[0]


def _on_postgresql(statement, values):
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
