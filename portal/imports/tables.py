"""Tables in CSV and XLSX files: rows of named cells, with the lines they came from."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from unicodedata import normalize

from portal.imports.csv_rows import NumberedCells, csv_rows
from portal.imports.files import SourceFile, Unreadable
from portal.imports.workbooks import is_workbook, sheet_rows, write_sheet

MOST_ROWS = 50_000
MOST_COLUMNS = 200

# Control characters, and those that turn the direction of the text around them.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]"
)
# What a spreadsheet would run; our exports put an apostrophe before it.
FORMULA = re.compile(r"'+[=+\-@\t\r]")


@dataclass(frozen=True)
class Row:
    """Cells by column; `line` is 1-based, where the row starts in its file."""

    line: int
    cells: dict[str, str]
    error: str = ""


@dataclass(frozen=True)
class Table:
    """`columns` are lower case with underscores; `headings` as the file has them."""

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(source: SourceFile) -> Table:
    """Read a CSV or XLSX file; Unreadable when it is no table with a header row.

    A row with more cells than the header has, or with a quote that is never closed,
    is kept with an `error`.
    """
    numbered = _filled(source, _numbered(source))
    headings = _headings(source, next(numbered, (1, [], ""))[1])
    columns = tuple(_column(heading) for heading in headings)
    _refuse_repeated(source, columns)
    rows = tuple(_row(*row, columns) for row in numbered)
    return Table(columns, headings, rows)


def _numbered(source: SourceFile) -> Iterator[NumberedCells]:
    if is_workbook(source):
        return ((line, cells, "") for line, cells in sheet_rows(source))
    return csv_rows(source)


def _filled(
    source: SourceFile, rows: Iterator[NumberedCells]
) -> Iterator[NumberedCells]:
    """Pass over empty rows and clean the others, up to the limits."""
    count = 0
    for line, cells, error in rows:
        cells = [_cell(text) for text in cells]
        if not any(cells) and not error:
            continue
        count += 1
        if count > MOST_ROWS + 1:
            raise Unreadable(
                f"'{source.name}' has more than {MOST_ROWS} rows; split it in parts."
            )
        yield line, cells, error


def _cell(text: str) -> str:
    text = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = normalize("NFC", text).strip()
    return text[1:].strip() if FORMULA.match(text) else text


def _column(heading: str) -> str:
    return re.sub(r"[\s\-]+", "_", heading.lower())


def _headings(source: SourceFile, cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(
            f"'{source.name}' has {len(cells)} columns; up to {MOST_COLUMNS} are read."
        )
    if not any(re.match(r"[^\W\d_]", cell) for cell in cells):
        raise Unreadable(
            f"'{source.name}' is not a table: its first row must name the columns."
        )
    return tuple(cells)


def _refuse_repeated(source: SourceFile, columns: tuple[str, ...]) -> None:
    for column, count in Counter(filter(None, columns)).items():
        if count > 1:
            raise Unreadable(
                f"'{source.name}' has {count} columns named '{column}'; "
                "each column needs a name of its own."
            )


def _row(line: int, cells: list[str], error: str, columns: tuple[str, ...]) -> Row:
    cells = cells + [""] * (len(columns) - len(cells))
    named = {
        column: cell for column, cell in zip(columns, cells, strict=False) if column
    }
    surplus = [cell for cell in cells[len(columns) :] if cell]
    if error or not surplus:
        return Row(line, named, error)
    return Row(
        line,
        named,
        f"Line {line}: the row has {len(cells)} cells but the header has "
        f"{len(columns)}; put a cell that holds a separator in double quotes.",
    )


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if FORMULA.match(f"'{text}") else text


def write_csv(columns: Iterable[str], rows: Iterable[dict[str, str]]) -> str:
    """Write a header and rows with \\r\\n line ends (RFC 4180)."""
    columns = list(columns)
    written = StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([guarded(column) for column in columns])
    for row in rows:
        writer.writerow([guarded(row.get(column, "")) for column in columns])
    return written.getvalue()


def write_xlsx(columns: Iterable[str], rows: Iterable[dict[str, str]]) -> bytes:
    """Write a workbook of one sheet whose cells are all text."""
    columns = list(columns)
    cells = ([guarded(row.get(column, "")) for column in columns] for row in rows)
    return write_sheet([[guarded(column) for column in columns], *cells])
