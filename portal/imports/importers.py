"""What the desk needs of an importer, and the importers that the apps have registered.

An importer turns files into planned rows without writing anything, applies such rows,
and takes them back. It never opens a transaction: the desk does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from portal.imports.files import SourceFile
from portal.models import ImportRow

Progress = Callable[[int, int], None]


@dataclass
class Plan:
    """Unsaved rows in the order in which they will be applied.

    `details` are further fields of the report; `notes` are sentences about the file
    as a whole (an unknown column, a role that will be made).
    """

    rows: list[ImportRow]
    notes: list[str] = field(default_factory=list)
    details: dict = field(default_factory=dict)
    encodings: dict[str, str] = field(default_factory=dict)


class Importer(Protocol):
    kind: str

    def plan(self, sources: Iterable[SourceFile], options: dict) -> Plan:
        """Read and match; raise Unreadable for a file that cannot be read at all."""

    def apply(self, rows: list[ImportRow]) -> list[ImportRow]:
        """Carry the rows out; returns those into which it wrote what was done."""

    def undo(self, row: ImportRow) -> str:
        """Take one row back; a sentence when it is kept, and why."""

    def after_undo(self, rows: list[ImportRow]) -> None:
        """Remove what the rows made besides and nothing uses any more."""


_importers: dict[str, Importer] = {}


def register(importer: Importer) -> None:
    _importers[importer.kind] = importer


def importer_for(kind: str) -> Importer:
    return _importers[kind]
