"""What an act on many thousand rows does without, for time and memory."""

import gc
from contextlib import contextmanager

from django.db import connection

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


@contextmanager
def thrift():
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS_BETWEEN, *usual[1:])
    former = {name: _pragma(name, value) for name, value in PRAGMAS.items()}
    # A crash of the server would take the last chunks with it, one after the other and
    # each as a whole; the import then goes on from there.
    _on_postgresql("SET synchronous_commit TO off")
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        _on_postgresql("RESET synchronous_commit")
        for name, value in former.items():
            _pragma(name, value)


def _pragma(name, value):
    """Set it for this connection; returns what it was."""
    if value is None or connection.vendor != "sqlite" or connection.in_atomic_block:
        return None
    with connection.cursor() as cursor:
        former = cursor.execute(f"PRAGMA {name}").fetchone()
        cursor.execute(f"PRAGMA {name} = {int(value)}").fetchone()
    return former and former[0]


def _on_postgresql(statement):
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(statement)
