"""What the desk needs of an importer, and the importers that the apps have registered.

An importer turns files into planned rows without writing anything, applies such rows,
and takes them back. It never opens a transaction: the desk does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from portal.bulk_rows import Json
from portal.imports.files import SourceFile
from portal.models import ImportRow, ImportRun

Progress = Callable[[int, int], None]
# The option of a run that is carried out as soon as it is read.
AT_ONCE = "at_once"


@dataclass(frozen=True)
class Reading:
    """How one file was understood; `samples` are names in it, to judge by eye.

    `name` is the file's, or "site.zip/_bibliography/papers.bib" for one in an archive.
    """

    name: str
    format: str = ""
    dialect: str = ""
    encoding: str = ""
    entries: int = 0
    samples: tuple[str, ...] = ()


@dataclass
class Plan:
    """Unsaved rows in the order in which they will be applied.

    `rows` may be made while they are asked for, so that a large file is never in
    memory as a whole; the other fields are complete when the last row is out.
    `details` are further fields of the report; `notes` are sentences about the file
    as a whole (an unknown column, a role that will be made). `kept` is what the
    importer wants to have at hand where the plan is carried out AT_ONCE.
    """

    rows: Iterable[ImportRow]
    notes: list[str] = field(default_factory=list)
    details: dict = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    kept: Any = None


@dataclass(frozen=True)
class Step:
    """Something that a person should look at between reading and applying.

    `name` is also the name of its address below the run's: "names", "works".
    """

    name: str
    label: str
    open: int
    url: str


class Importer(Protocol):
    """Importers inherit from it; `label` says what they bring: "papers"."""

    kind: str
    label: str

    def plan(
        self, sources: Iterable[SourceFile], options: dict, answers: dict | None = None
    ) -> Plan:
        """Read and match; raise Unreadable for a file that cannot be read at all.

        `answers`: what a person decided about single rows: {position (int): answer}.
        """

    def stamp(self) -> str:
        """What the matching depends on, in short: it differs when that has changed.

        Asked for often; two or three small queries. "" when nothing is matched.
        """
        return ""

    def gather(self, options: dict) -> tuple[list[SourceFile], list[str]]:
        """Files for a run that was given none but says in its options where they lie.

        Returns them with sentences about what could not be had.
        """
        return [], []

    def look_ahead(
        self, chunks: Iterable[list[ImportRow]], kept: Any = None
    ) -> Iterable[list[ImportRow]]:
        """The chunks that `apply` will be given; what needs no database may be done
        for them beforehand. Their plans are text, `bulk_rows.Json`. Where something was
        `kept` of the plan, most columns are read only when they are asked for.
        """
        for rows in chunks:
            for row in rows:
                row.plan = Json.plain(row.plan)
            yield rows

    def follow(self, chunks: Iterable[list[ImportRow]]) -> Iterable[list[ImportRow]]:
        """The same chunks, each of which is committed when the next one is asked for:
        what can be done only then.
        """
        return chunks

    def apply(self, rows: list[ImportRow]) -> list[ImportRow]:
        """Carry the rows out; returns those into which it wrote what was done."""

    def undo(self, row: ImportRow) -> str:
        """Take one row back; a sentence when it is kept, and why."""

    def undo_rows(self, rows: list[ImportRow]) -> dict[int, str]:
        """Take rows back in their order; why some are kept: {key of the row: sentence}."""
        return {row.pk: reason for row in rows if (reason := self.undo(row))}

    def hindrances(self, rows: list[ImportRow]) -> dict[int, str]:
        """Why rows that were taken back cannot be carried out again: by position.

        `apply` sees for itself to what changed of a record that is still there.
        """
        return {}

    def after_undo(self, rows: list[ImportRow]) -> None:
        """Remove what the rows made besides and nothing uses any more."""

    def after_apply(self) -> None:
        """Renew what was left alone while rows came in: statistics, an index."""
        return None

    def steps(self, run: ImportRun) -> list[Step]:
        """What a person should decide before the run is applied."""
        return []


_importers: dict[str, Importer] = {}


def register(importer: Importer) -> None:
    _importers[importer.kind] = importer


def importer_for(kind: str) -> Importer:
    return _importers[kind]
