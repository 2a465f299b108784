"""What was understood of a run's entries, put aside in a file until it is matched.

Some things must be known of all entries before the first can be matched, and a large
bibliography understood is too much for memory. So it is gone through twice, without
reading anything twice.
"""

import json
import pickle
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from tempfile import SpooledTemporaryFile
from typing import NamedTuple
from weakref import finalize

from publications.importing.match import Work
from publications.importing.stored import name_of, record_from_json
from publications.names import PersonName
from publications.values import Record

# Bytes up to which there is no need of a file.
IN_MEMORY = 1_000_000


class Origin(NamedTuple):
    """Of an entry where it stands and what it says, as it is reported."""

    file: str
    line: int
    format: str
    key: str
    raw: str
    error: str


@dataclass
class Understood:
    """An entry and what it means; `position` counts the entries of the run from 0.

    Nearly all is for matching. `stored` is the record as JSON, and `authors` what the
    run's row says of its names when none of them is a member's. It has no `work` when
    it cannot be used.
    """

    position: int
    entry: Origin
    stored: str = ""
    digest: str = ""
    work: Work | None = None
    slug: str = ""
    names: tuple[PersonName, ...] = ()
    orcids: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    authors: str = "[]"
    problems: list[str] = ()

    @cached_property
    def record(self) -> Record:
        return record_from_json(json.loads(self.stored))


class UnderstoodEntries:
    def __init__(self):
        # It outlives this call, until nobody needs the entries any more.
        self._file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
        finalize(self, self._file.close)
        self._ends = array("Q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, kept: bytes) -> None:
        """Put an entry aside as `understanding` has packed it."""
        self._file.write(kept)
        self._ends.append(self._ends[-1] + len(kept))

    def chunks(self, size: int) -> Iterator[list[Understood]]:
        """All of them in their order, so many at a time."""
        for first in range(0, len(self), size):
            last = min(first + size, len(self))
            kept = self._between(first, last)
            yield [_unpacked(first + index, each) for index, each in enumerate(kept)]

    def record(self, position: int) -> Record:
        (kept,) = self._between(position, position + 1)
        return _unpacked(position, kept).record

    def _between(self, first, last):
        start = self._ends[first]
        self._file.seek(start)
        kept = memoryview(self._file.read(self._ends[last] - start))
        for index in range(first, last):
            yield kept[self._ends[index] - start : self._ends[index + 1] - start]


def _unpacked(position, kept):
    about, what = pickle.loads(kept)
    origin = Origin(*about)
    if what is None:
        return Understood(position, origin)
    stored, digest, work, slug, names, *rest = what
    names = tuple([name_of(*parts) for parts in names])
    return Understood(position, origin, stored, digest, Work(*work), slug, names, *rest)
