"""The database is away, locked or full: nobody's entry is to blame, and it may pass."""

import time

from django.db import InterfaceError, OperationalError, connection

OUTAGES = (OperationalError, InterfaceError)
TRIES = 3
WAIT = 1.0


def patiently(work, *arguments):
    """Do a piece of work that is one transaction; again when the database failed it.

    A deadlock with an editor, or a server that starts anew, is over in a moment.
    """
    for left in reversed(range(TRIES)):
        try:
            return work(*arguments)
        except OUTAGES:
            if not left or connection.in_atomic_block:
                raise
        connection.close_if_unusable_or_obsolete()
        time.sleep(WAIT)


def explain(error: Exception) -> str:
    """What has happened, as a sentence without the name of the library."""
    said = str(error).strip().rstrip(".").splitlines() or [type(error).__name__]
    text = said[0].lower()
    if "locked" in text:
        return "Another program kept the database locked."
    if "full" in text or "no space left" in text:
        return "The disk is full."
    if "readonly" in text or "read-only" in text:
        return "The database may only be read."
    return f"The database cannot be used ({said[0]})."
