"""The rows of a plan that nobody stores, in a file until they are reported."""

import pickle
from collections import Counter
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import NamedTuple
from weakref import finalize

from portal.bulk_rows import Json

# Bytes up to which there is no need of a file.
IN_MEMORY = 1_000_000


class ReportedRow(NamedTuple):
    """Of an ImportRow what a report shows."""

    file: str
    line: int
    key: str
    action: str
    subject: str
    target: str
    reason: str
    changes: dict
    authors: list


class ReportedRows:
    """Gone through one after the other; `actions` counts how many have which action."""

    def __init__(self, rows: Iterable = ()) -> None:
        # It outlives this call, until nobody needs the rows any more.
        self._file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
        finalize(self, self._file.close)
        self.actions = Counter()
        for row in rows:
            self.actions[row.action] += 1
            shown = tuple(getattr(row, name) for name in ReportedRow._fields)
            pickle.dump(shown, self._file)

    def __iter__(self) -> Iterator[ReportedRow]:
        self._file.seek(0)
        for _ in range(self.actions.total()):
            yield ReportedRow(*map(Json.plain, pickle.load(self._file)))
