"""The migrations run in one worker; the others take over what came of them."""

import fcntl
import os
import sqlite3
from contextlib import closing, contextmanager
from unittest import mock

from django.core.management.commands.migrate import Command
from django.db import connection


@contextmanager
def migrated_once(folder):
    """While a test database is made: the first worker to come here keeps it in `folder`."""
    if connection.vendor != "sqlite" or "PYTEST_XDIST_WORKER" not in os.environ:
        yield
        return
    kept = folder / "migrated.sqlite3"
    with (folder / "migrating").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.exists():
            taken = mock.Mock(side_effect=lambda **_: _take(kept))
            with mock.patch.object(Command, "handle", taken):
                yield
        else:
            yield
            _keep(kept)


def _keep(path):
    connection.ensure_connection()
    unfinished = path.with_suffix(".unfinished")
    with closing(sqlite3.connect(unfinished)) as copy:
        connection.connection.backup(copy)
    unfinished.rename(path)


def _take(path):
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        copy.backup(connection.connection)
