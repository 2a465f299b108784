"""The first sheet of an XLSX workbook, read within limits and written as text.

Each limit answers a file that was tried: a 2 KB sheet with a gap of a million rows
took a minute, one that unpacks to gigabytes 2.9 GB of memory.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from portal.imports.files import SourceFile, Unreadable

MOST_PACKED = 20 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 100
MOST_COLUMNS = 200
MOST_EMPTY_ROWS = 10_000
LONGEST_CELL = 32_767  # of Excel itself
# XML 1.0 has no place for these.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def is_workbook(source: SourceFile) -> bool:
    return source.content.startswith(b"PK\x03\x04")


def sheet_rows(source: SourceFile) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of the first sheet with their numbers; Unreadable if damaged."""
    _refuse_bombs(source)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of the styles and extensions that it does not keep.
            warnings.simplefilter("ignore")
            workbook = load_workbook(
                BytesIO(source.content), read_only=True, data_only=True
            )
    except Exception as error:  # openpyxl lets out whatever its XML parser meets
        raise _damaged(source) from error
    try:
        yield from _rows(source, workbook.worksheets[0])
    except Unreadable:
        raise
    except Exception as error:
        raise _damaged(source) from error
    finally:
        workbook.close()


def _damaged(source: SourceFile) -> Unreadable:
    return Unreadable(
        f"'{source.name}' cannot be read as an Excel workbook (.xlsx): "
        "save it again, or save it as CSV."
    )


def _refuse_bombs(source: SourceFile) -> None:
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise _damaged(source) from error
    unpacked = sum(member.file_size for member in members)
    if not any(member.filename == "xl/workbook.xml" for member in members):
        raise Unreadable(f"'{source.name}' is a ZIP archive, not an Excel workbook.")
    if (
        len(source.content) > MOST_PACKED
        or unpacked > MOST_UNPACKED
        or len(members) > MOST_MEMBERS
    ):
        raise Unreadable(
            f"'{source.name}' is too large for a workbook: up to "
            f"{MOST_PACKED // 1024**2} MB are read, {MOST_UNPACKED // 1024**2} MB "
            f"unpacked, in {MOST_MEMBERS} parts."
        )


def _rows(source: SourceFile, sheet: Worksheet) -> Iterator[tuple[int, list[str]]]:
    # The sheet's own word on its size is often wrong, and may be a trap.
    sheet.reset_dimensions()
    empty = 0
    for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = [_text(value) for value in values]
        empty = 0 if any(cells) else empty + 1
        if empty > MOST_EMPTY_ROWS:
            return
        if any(cells[MOST_COLUMNS:]):
            raise Unreadable(
                f"'{source.name}' has more than {MOST_COLUMNS} columns in row {line}."
            )
        if not empty:
            yield line, cells[:MOST_COLUMNS]


def _text(value: object) -> str:
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


def write_sheet(rows: Iterable[Iterable[str]]) -> bytes:
    """Write one sheet of text cells; what XML or Excel cannot hold is left out."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in rows:
        sheet.append([NOT_IN_XML.sub("", text)[:LONGEST_CELL] for text in row])
    written = BytesIO()
    workbook.save(written)
    return written.getvalue()
