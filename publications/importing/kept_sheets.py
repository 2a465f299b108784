"""Sheets made as their entries were understood, for papers written in the same act.

A plan is kept as JSON, to be carried out at any time. Where that is at once, what would
be made of it again is at hand here, in a file; only who the names are is filled in.
"""

from array import array
from tempfile import SpooledTemporaryFile
from weakref import finalize

from portal.models import ImportRow
from publications.importing.preparing import Prepared
from publications.importing.values import Statement
from publications.sheets import AUTHORSHIP, PAPER, unpacked

# Bytes up to which there is no need of a file.
IN_MEMORY = 1_000_000
SOURCE, AUTHOR = PAPER.index("source_text"), AUTHORSHIP.index("author_id")
UNDECIDED, NEW = -1, 0


class KeptSheets:
    """By the position of the entry in its run. All names in them are new ones, and
    those of new authors are as they are printed.
    """

    def __init__(self):
        # It outlives this call, until nobody needs the sheets any more.
        self._file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
        finalize(self, self._file.close)
        self._ends = array("Q", [0])
        self._holds = bytearray()
        self._authors, self._authors_ends = array("q"), array("Q", [0])

    def add(self, sheet: bytes) -> None:
        """Put the next entry's sheet aside, packed; nothing where it has none."""
        self._file.write(sheet)
        self._ends.append(self._ends[-1] + len(sheet))

    def decide(self, planned, row: ImportRow) -> None:
        """Say of the next entry what was planned: its Statement, and its row."""
        holds = (
            row.action == ImportRow.Action.CREATED
            and isinstance(planned, Statement)
            and not (planned.answer or planned.repeats)
            and not any(each.named for each in planned.names)
        )
        self._holds.append(holds)
        if holds:
            self._authors.extend(_authors(planned))
        self._authors_ends.append(len(self._authors))

    def take(self, row: ImportRow) -> Prepared | None:
        place = row.position
        if place >= len(self._holds) or not self._holds[place]:
            return None
        start, end = self._ends[place : place + 2]
        if start == end:
            return None
        self._file.seek(start)
        sheet = unpacked(self._file.read(end - start))
        sheet.paper[SOURCE] = row.source
        first, last = self._authors_ends[place : place + 2]
        for index, author in enumerate(self._authors[first:last]):
            if author != NEW:
                sheet.new_authors[index] = None
            if author > NEW:
                sheet.authorships[index][AUTHOR] = author
        return Prepared(sheet, is_decided=False)


def _authors(statement):
    """One number a name: the author's, or what it is when there is none."""
    new = {
        key
        for key, match in zip(statement.stated.keys, statement.names, strict=True)
        if match.is_new
    }
    for key, match in zip(statement.stated.keys, statement.names, strict=True):
        yield match.author_id or (NEW if key in new else UNDECIDED)
