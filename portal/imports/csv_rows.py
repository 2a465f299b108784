"""The rows of CSV text, also where a double quote is never closed."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from portal.imports.files import Unreadable

# A paper of the large physics collaborations has 184 KB of authors.
LONGEST_CELL = 10 * 1024 * 1024
DELIMITERS = ",;\t|%"
# A row after the last one: where a quote is open, it ends up inside a cell instead.
# Decoding leaves no such sign in a text.
END = "\x1f"

# The 1-based line where the row starts, its cells, and what is wrong with it.
NumberedCells = tuple[int, list[str], str]


def csv_rows(name: str, text: str) -> Iterator[NumberedCells]:
    """Give the rows of the file called `name`; Unreadable when a cell is too long or the header has no end.

    A row with an open quote has an error. The lines after it are rows of their own if
    all of them have as many cells as the header, else they are not read.
    """
    lines = StringIO(text.removesuffix("\n") + "\n", newline="").readlines()
    delimiter, width = _delimiter(lines), 0
    if delimiter == "\t" and _is_unquoted(lines):
        yield from _between_tabs(lines)
        return
    for line, cells in _parsed(name, lines, delimiter):
        if cells and cells[-1].endswith(END):
            if not width:
                raise Unreadable(
                    f"'{name}' is not a table: a double quote in its header is "
                    "never closed."
                )
            yield from _unclosed(name, line, cells, lines, width, delimiter)
            return
        width = width or (len(cells) if any(map(str.strip, cells)) else 0)
        yield line, cells, ""


def _parsed(
    name: str, lines: list[str], delimiter: str
) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader([*lines, END], delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if cells != [END]:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(
            f"'{name}' cannot be read as CSV from line {line} on: {error}."
        ) from error


def _unclosed(
    name: str,
    line: int,
    cells: list[str],
    lines: list[str],
    width: int,
    delimiter: str,
) -> Iterator[NumberedCells]:
    """The row that swallowed the rest of the lines, and that rest where it is rows."""
    *closed, swallowed = cells
    opened = len(lines) + 1 - swallowed.count("\n")
    parsed = _parsed(name, lines[opened:], delimiter)
    rest = [(opened + number, cells, "") for number, cells in parsed if cells]
    # In a table of one column any line of a text looks like a row.
    fits = width > 1 and all(len(cells) == width for _, cells, _ in rest)
    advice = (
        "close it at the end of its cell."
        if fits or not rest
        else "what follows it was not read as rows."
    )
    error = f"Line {opened}: a double quote is never closed; {advice}"
    yield line, [*closed, swallowed.partition("\n")[0]], error
    if fits:
        yield from rest


def _delimiter(lines: list[str]) -> str:
    """The commonest in the header; csv.Sniffer fails on 4 of 54 real files."""
    header = next((line for line in lines if line.strip()), "")
    unquoted = re.sub(r'"[^"]*"', "", header)
    return max(DELIMITERS, key=unquoted.count)


def _is_unquoted(lines: list[str]) -> bool:
    """Say whether each line is a row: then a double quote in it is just a sign.

    Web of Science writes titles with quotes between its tabs, and quotes no cell.
    """
    tabs = {line.count("\t") for line in lines if line.strip()}
    return max(tabs, default=0) - min(tabs, default=0) <= 1


def _between_tabs(lines: list[str]) -> Iterator[NumberedCells]:
    for number, line in enumerate(lines, start=1):
        yield number, [_bare(cell) for cell in line.rstrip("\r\n").split("\t")], ""


def _bare(cell: str) -> str:
    whole = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if whole else cell
