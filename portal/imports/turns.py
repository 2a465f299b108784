"""Turns: one act of an import at a time works on the site, whatever process it is in.

A turn is the `holder` of a run, and a constraint lets only one run have one. Every
chunk renews it in its own transaction, so that a process that lost its turn, because
it was taken for dead, can write nothing more.
"""

import logging
import secrets
import time
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from portal.imports.processes import is_alive, own_name
from portal.imports.serving import is_serving
from portal.imports.thrift import thrift
from portal.models import ImportRun

# How many rows are read or prepared at once, and go into one transaction.
CHUNK = 500
# So many chunks are one transaction where nobody waits for its end: what is written
# into an index at random places is then written in a quarter of the time.
TOGETHER = 8
# SQLite has one writer; between two chunks a visitor's or editor's request gets it.
PAUSE = 0.05
# After so long without a beat a process on another machine is taken for dead.
SILENCE = timedelta(seconds=60)

logger = logging.getLogger(__name__)


def rows_at_a_time() -> int:
    """How many rows go into one transaction."""
    return CHUNK if is_serving() else TOGETHER * CHUNK


class NotNow(Exception):
    """The act does not fit the run's state; the message is a sentence."""


class AtWork(NotNow):
    """Another act is at work; it will be possible later."""


class Turn:
    """The right to work on `run` until the turn ends; `step` renews it."""

    def __init__(self, run, holder):
        self.run, self.holder = run, holder

    def step(self, **values):
        """Write values into the run, if the turn is still ours; in the caller's transaction."""
        values["beat_at"] = timezone.now()
        runs = ImportRun.objects.filter(pk=self.run.pk, holder=self.holder)
        if not runs.update(**values):
            raise NotNow(
                f"{named(self.run)} is worked on by another process, which took it "
                "over from this one."
            )
        for name, value in values.items():
            setattr(self.run, name, value)

    def pause(self):
        let_others_write()


def let_others_write():
    """Pause, where there is one writer and somebody may be waiting."""
    if connection.vendor == "sqlite" and is_serving():
        time.sleep(PAUSE)


@contextmanager
def turn(run, act, *, patience=0):
    """Work on the run as it is now; AtWork when others still do after `patience` seconds.

    An act that ends early, but not by the end of its process, is no longer asked for.
    """
    mine = Turn(run, _wait_for_turn(run, act, patience))
    try:
        run.refresh_from_db()
        with thrift():
            yield mine
    except (SystemExit, GeneratorExit):
        _give_back(mine, act=act)
        raise
    except BaseException:
        _give_back(mine)
        raise
    _give_back(mine)


def holder_of(run) -> str:
    """The living process that works on the run, or ""."""
    return run.holder if run.holder and _is_held(run) else ""


def named(run) -> str:
    """ "Import 12 (papers.bib)"."""
    names = list(run.files.order_by("pk").values_list("name", flat=True)[:2])
    more = " …" if names[1:] else ""
    return f"Import {run.pk} ({names[0]}{more})" if names else f"Import {run.pk}"


def _wait_for_turn(run, act, patience):
    until = time.monotonic() + patience
    while True:
        try:
            return _take(run, act)
        except AtWork:
            if time.monotonic() > until:
                raise
        time.sleep(0.5)


def _take(run, act):
    holder = f"{own_name()}:{secrets.token_hex(4)}"
    for _ in range(5):
        taken = {"holder": holder, "beat_at": timezone.now(), "act": act, "error": ""}
        with suppress(IntegrityError), transaction.atomic():
            if ImportRun.objects.filter(pk=run.pk, holder="").update(**taken):
                return holder
        _dismiss_the_dead()
    if not ImportRun.objects.filter(pk=run.pk).exists():
        raise NotNow(f"There is no import {run.pk} any more.")
    raise AtWork("Another import is at work; try again when it is done.")


def _dismiss_the_dead():
    """Take the turn from a process that ended without giving it back."""
    other = ImportRun.objects.exclude(holder="").select_related("started_by").first()
    if other is None:
        return
    if _is_held(other):
        raise AtWork(_at_work(other))
    logger.warning("%s lost its process %s.", other, other.holder)
    ImportRun.objects.filter(pk=other.pk, holder=other.holder).update(holder="")


def _is_held(run):
    alive = is_alive(run.holder)
    if alive is None:
        return run.beat_at > timezone.now() - SILENCE
    return alive


def _at_work(run):
    began = timezone.localtime(run.created_at)
    by = f" by {run.started_by}" if run.started_by else ""
    return (
        f"{named(run)}, started{by} at {began:%H:%M}, is at work; "
        "try again when it is done."
    )


def _give_back(mine, act=""):
    """Where the database is away, the turn is taken back when this process is dead."""
    runs = ImportRun.objects.filter(pk=mine.run.pk, holder=mine.holder)
    with suppress(DatabaseError), transaction.atomic():
        runs.update(holder="", act=act)
        mine.run.holder, mine.run.act = "", act
