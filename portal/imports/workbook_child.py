"""Read the first sheet of a workbook: from standard input, as lines of JSON.

This is a script for a process of its own, with little memory and time, since a workbook
of 2 KB can ask for gigabytes. It knows nothing of the site, so that it starts at once.

A line is `[row, [cell, …]]`, or `{"refused": "has more than …"}` as the last one.
"""

import json
import re
import resource
import sys
import warnings
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from itertools import repeat
from zipfile import ZipFile

from openpyxl import load_workbook

MOST_MEMORY = 1024**3
MOST_SECONDS = 60
MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_EMPTY_ROWS = 10_000
# One long text may stand in every cell without taking any room in the file.
MOST_TEXT = 50_000_000
FORMULA = re.compile(rb"<f[ >/]")


def main():
    for limit, most in (("RLIMIT_AS", MOST_MEMORY), ("RLIMIT_CPU", MOST_SECONDS)):
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, limit), (most, most))
    content = sys.stdin.buffer.read()
    try:
        for row in rows(content):
            print(json.dumps(row))  # noqa: T201
    except Refused as refused:
        print(json.dumps({"refused": str(refused)}))  # noqa: T201


class Refused(Exception):
    """The sheet goes beyond a limit; the message goes on after the file's name."""


def rows(content):
    """Give (1-based row, cells as text) for each row that is not empty."""
    values = sheet(content, data_only=True)
    formulas = sheet(content, data_only=False) if has_formulas(content) else repeat(())
    empty = filled = text = 0
    for line, (found, written) in enumerate(zip(values, formulas, strict=False), 1):
        cells = [as_text(value) for value in found]
        for place, formula in enumerate(written):
            # A program that computes nothing leaves the formula without a value.
            cells[place] = cells[place] or as_text(formula)
        empty = 0 if any(cells) else empty + 1
        if empty > MOST_EMPTY_ROWS:
            return
        if empty:
            continue
        filled, text = filled + 1, text + sum(map(len, cells))
        if any(cells[MOST_COLUMNS:]):
            raise Refused(f"has more than {MOST_COLUMNS} columns in row {line}.")
        if filled > MOST_ROWS + 1:
            raise Refused(f"has more than {MOST_ROWS} rows; split it in parts.")
        if text > MOST_TEXT:
            raise Refused("holds more text than is read; split it in parts.")
        yield line, cells[:MOST_COLUMNS]


def sheet(content, *, data_only):
    # openpyxl warns of the styles and extensions that it does not keep.
    warnings.simplefilter("ignore")
    workbook = load_workbook(BytesIO(content), read_only=True, data_only=data_only)
    first = workbook.worksheets[0]
    # The sheet's own word on its size is often wrong, and may be a trap.
    first.reset_dimensions()
    return first.iter_rows(values_only=True)


def has_formulas(content):
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        sheets = [name for name in names if name.startswith("xl/worksheets/")]
        return any(FORMULA.search(archive.read(name)) for name in sheets)


def as_text(value):
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == datetime.min.time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value)


if __name__ == "__main__":
    main()
