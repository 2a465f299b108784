"""Tables in CSV and XLSX files: rows of named cells, with the lines they came from."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from unicodedata import normalize

from portal.imports.csv_rows import NumberedCells, csv_rows
from portal.imports.files import SourceFile, Unreadable, cleaned, decode
from portal.imports.workbooks import is_workbook, sheet_rows, write_sheet

MOST_ROWS = 50_000
MOST_COLUMNS = 200
# The end of a line and what the next one that is not empty begins with; or a quoted
# cell, whose lines are none of the table.
LINE = re.compile(rb'\n[\s,;|%]*+("[^"]*+"?|[^"])?|"[^"]*+"?')

# How entries of BibTeX and RIS begin, which people save under any name.
OF_OTHERS = re.compile(rb"^[ \t]*(@\w+[ \t]*[{(]|TY  - )", re.MULTILINE)
BEGINNING = 100_000

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
    """`columns` are lower case with underscores; `headings` as the file has them.

    `encoding` is that of a text file, "" for a workbook.
    """

    columns: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""


def read_table(source: SourceFile) -> Table:
    """Read a CSV or XLSX file; Unreadable when it is no table with a header row.

    A row with more cells than the header has, or with a quote that is never closed,
    is kept with an `error`.
    """
    encoding, found = _numbered(source)
    numbered = _filled(source, found)
    headings = _headings(source, next(numbered, (1, [], ""))[1])
    columns = _apart([_column(heading) for heading in headings])
    rows = tuple(_row(*row, columns) for row in numbered)
    return Table(columns, headings, rows, encoding)


def _numbered(source: SourceFile) -> tuple[str, Iterator[NumberedCells]]:
    if is_workbook(source):
        return "", ((line, cells, "") for line, cells in sheet_rows(source))
    if _has_too_many_lines(source.content):
        raise _too_many_rows(source)
    text = decode(source)
    return text.encoding, csv_rows(source.name, text.text)


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
            raise _too_many_rows(source)
        yield line, cells, error


def refuse_too_long(source: SourceFile) -> None:
    """Raise Unreadable for a table that has too many rows, before anything keeps it.

    Not for what is no table in spite of its name.
    """
    is_table = source.name.lower().endswith((".csv", ".tsv"))
    is_table = is_table and not OF_OTHERS.search(source.content[:BEGINNING])
    if is_table and _has_too_many_lines(source.content):
        raise _too_many_rows(source)


def _has_too_many_lines(content: bytes) -> bool:
    """Say so before a million rows are decoded; fewer may be too many all the same."""
    if b"\0" in content[:4096]:
        return False
    rows = (found for found in LINE.finditer(content) if found[1])
    return next(islice(rows, MOST_ROWS, None), None) is not None


def _too_many_rows(source: SourceFile) -> Unreadable:
    return Unreadable(
        f"'{source.name}' has more than {MOST_ROWS} rows; split it in parts."
    )


def _cell(text: str) -> str:
    text = cleaned(text.replace("\r\n", "\n").replace("\r", "\n"))
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


def _apart(columns: list[str]) -> tuple[str, ...]:
    """Give the second of two columns with one name a name of its own: "open_2"."""
    count: Counter[str] = Counter()
    names = []
    for column in columns:
        count[column] += 1
        again = column and count[column] > 1
        names.append(f"{column}_{count[column]}" if again else column)
    return tuple(names)


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
