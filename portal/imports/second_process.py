"""Work on a long row of chunks, done by this process and a second one at once.

It is for work that can be done twice: what the second process does not give back, because
it was killed or has no room, is done here. Most of it needs nothing but its chunk; some
reads the site.
"""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from django.db import connection

from portal.imports.second_process_child import named

CHILD = Path(__file__).with_name("second_process_child.py")
# So many chunks are done before a process has started.
ALONE = 2
# How many are with the second process, and how many begun and not yet asked for: it
# takes a while until that process has started.
GIVEN, AHEAD = 4, 10
MOST_SECONDS = 60
PIPE = 1024**2
# In seconds: threads that only pass bytes on wait five milliseconds for each turn else.
TURN, USUAL_TURN = 0.0005, sys.getswitchinterval()


def shared(
    task: str, chunks: Iterable, ahead: int = AHEAD, site: bool = False
) -> Iterator[Any]:
    """What the function `task`, a "module:function", makes of each chunk, in order.

    No more than `ahead` chunks are in memory. With `site` the second process knows our
    models and has a connection of its own, which sees what is committed.
    """
    work, chunks = named(task), iter(chunks)
    yield from map(work, islice(chunks, ALONE))
    further = list(islice(chunks, 1))
    if further and processors() > 1:
        with closing(SecondProcess(task, work, site)) as second:
            yield from _by_turns(work, second, chain(further, chunks), ahead)
    else:
        yield from map(work, chain(further, chunks))


def processors() -> int:
    """Those that this process may use, which in a container are fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _database(site) -> list[str]:
    """Of a test it is another one than the settings say."""
    return [str(connection.settings_dict["NAME"])] if site else []


def _by_turns(work, second, chunks, ahead):
    """Whoever is free takes the next chunk: nobody waits while there is one."""
    begun, given = deque(), deque()
    while True:
        while given and given[0].is_done():
            given.popleft()
        room = ahead - len(begun)
        for chunk in islice(chunks, min(room, GIVEN - len(given))):
            given.append(second.give(chunk))
            begun.append(given[-1].result)
        if not begun:
            return
        waits = bool(given) and begun[0] == given[0].result
        ours = islice(chunks, int(waits and len(begun) < ahead))
        ours = [partial(_itself, work(chunk)) for chunk in ours]
        begun.extend(ours)
        if not ours:
            yield begun.popleft()()


def _itself(result):
    return result


_at_work: set["SecondProcess"] = set()


class SecondProcess:
    """Does the work on the chunks that it is given; a thread speaks with the process."""

    def __init__(
        self, task: str, work: Callable[[Any], Any], site: bool = False
    ) -> None:
        self.work = work
        # One thread sends and one receives: the process has its next chunk at hand
        # while its last answer is still on the way.
        self._sender = ThreadPoolExecutor(max_workers=1)
        self._receiver = ThreadPoolExecutor(max_workers=1)
        # -I: nothing may be imported but our own and the libraries. A Ctrl-C is for
        # the first process, whose end ends the second.
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(CHILD), task, *_database(site)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for pipe in (self._process.stdin, self._process.stdout):
            _widen(pipe)
        _at_work.add(self)
        sys.setswitchinterval(TURN)

    def give(self, chunk) -> "Given":
        sent = self._sender.submit(self._send, chunk)
        return Given(self, chunk, self._receiver.submit(self._receive, sent))

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        _at_work.discard(self)
        if not _at_work:
            sys.setswitchinterval(USUAL_TURN)
        self.kill()
        self._sender.shutdown(cancel_futures=True)
        self._receiver.shutdown(cancel_futures=True)
        with suppress(OSError):
            self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _send(self, chunk):
        pickle.dump(chunk, self._process.stdin, pickle.HIGHEST_PROTOCOL)
        self._process.stdin.flush()

    def _receive(self, sent):
        sent.result()
        return pickle.load(self._process.stdout)


def _widen(pipe):
    """As far as the system lets: a chunk has about a megabyte, a usual pipe 64 kB."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl  # noqa: PLC0415  not on every system

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE)


@dataclass
class Given:
    """A chunk that the second process has, or had."""

    second: SecondProcess
    chunk: Any
    answer: Future

    def is_done(self) -> bool:
        return self.answer.done()

    def result(self) -> Any:
        """Done here, in this thread, where the process has failed."""
        try:
            return self.answer.result(MOST_SECONDS)
        except (OSError, EOFError, pickle.UnpicklingError, TimeoutError):
            self.second.kill()
            return self.second.work(self.chunk)
