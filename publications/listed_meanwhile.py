"""While an import writes papers, a second process lists those before them.

On PostgreSQL it writes them itself, but for those that it made while the listing was
renewed; SQLite's are written by the import's process, which has the one lock. What is
not listed by the end is left to `list_the_unlisted`.
"""

from collections import deque
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import connection, transaction

from portal.imports.second_process import GIVEN, Given, SecondProcess, processors
from portal.imports.turns import let_others_write
from publications import renewal, search
from publications.models import ListedPaper
from publications.querysets import each_among
from publications.unlisted import (
    LIST,
    MAKE,
    at_a_time,
    listed_or_made,
    made_of,
    unlisted,
    write_listed,
)

_meanwhile: ContextVar["Meanwhile | None"] = ContextVar("lists papers", default=None)


def listed_meanwhile(chunks):
    """The chunks as they are: each is committed when the next one is asked for."""
    with search.in_bulk():
        # What a transaction has not yet committed no other process can see.
        if connection.in_atomic_block or processors() == 1:
            yield from chunks
            return
        with closing(Meanwhile()) as meanwhile, _known(meanwhile):
            for rows in chunks:
                yield rows
                meanwhile.go_on()
            meanwhile.finish()


@contextmanager
def left_unlisted():
    """New papers of this block are in no list; what stands in one is renewed."""
    with transaction.atomic():
        with renewal.put_off() as ids:
            yield
        if meanwhile := _meanwhile.get():
            meanwhile.forget(ids)
        listed = ListedPaper.objects.values_list("pk", flat=True)
        if listed := list(each_among(listed, "pk", ids)):
            renewal.renew(ids=listed)


@contextmanager
def _known(meanwhile):
    before = _meanwhile.set(meanwhile)
    try:
        yield
    finally:
        _meanwhile.reset(before)


class Meanwhile:
    def __init__(self):
        self._process = None
        self._last = 0
        self._waiting = deque()
        self._given = deque()

    def go_on(self):
        """Give the process what is new; write what it has made. Waits for nothing."""
        self._see_what_is_new()
        self._write_done()
        self._give()

    def finish(self):
        """Both processes make what is left."""
        self._see_what_is_new()
        while self._waiting or self._given:
            self._give()
            if self._waiting and not self._given[0].given.is_done():
                write_listed(*made_of(self._next_chunk()))
                let_others_write()
            else:
                self._write_first()

    def forget(self, ids):
        """What is made of these papers is of a time before they changed.

        Whether that is written already the second process learns by the version.
        """
        if any(ids & set(each.given.chunk) for each in self._given):
            renewal.next_version()
        for each in self._given:
            each.still -= ids

    def close(self):
        if self._process:
            self._process.close()

    def _see_what_is_new(self):
        new = unlisted().filter(pk__gt=self._last).order_by("pk")
        self._waiting.extend(new.values_list("pk", flat=True))
        if self._waiting:
            self._last = max(self._last, self._waiting[-1])

    def _give(self):
        while self._waiting and len(self._given) < GIVEN:
            chunk = self._next_chunk()
            if self._process is None:
                self._process = SecondProcess(*_task(), site=True)
            self._given.append(_Chunk(set(chunk), self._process.give(chunk)))

    def _next_chunk(self):
        size = min(at_a_time(), len(self._waiting))
        return [self._waiting.popleft() for _ in range(size)]

    def _write_done(self):
        while self._given and self._given[0].given.is_done():
            self._write_first()

    def _write_first(self):
        first = self._given.popleft()
        if made := first.given.result():
            write_listed(*made, first.still)
            let_others_write()


@dataclass
class _Chunk:
    """Papers that the process has; what it makes holds for those that are in `still`."""

    still: set
    given: Given


def _task():
    # SQLite has one writer: who else waits for it sleeps, for up to a tenth of a second
    # each time, and two who come by turns would let no visitor in.
    if connection.vendor == "sqlite":
        return MAKE, made_of
    return LIST, listed_or_made
