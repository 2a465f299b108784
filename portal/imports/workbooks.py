"""The first sheet of an XLSX workbook, read within limits and written as text.

Each limit answers a file that was tried: a 2 KB sheet with a gap of a million rows
took a minute, one that unpacks to gigabytes 2.9 GB of memory.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook

from portal.imports.files import SourceFile, Unreadable

CHILD = Path(__file__).with_name("workbook_child.py")
MOST_SECONDS = 60
MOST_PACKED = 20 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 100
LONGEST_CELL = 32_767  # of Excel itself
# XML 1.0 has no place for these.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def is_workbook(source: SourceFile) -> bool:
    """Say whether it is a ZIP archive with a workbook in it, or was meant to be one."""
    if not source.content.startswith(b"PK\x03\x04"):
        return False
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return source.name.lower().endswith(".xlsx")


def sheet_rows(source: SourceFile) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of the first sheet with their numbers; Unreadable if damaged.

    They are read by a process of its own, which a trap in the file cannot outlive.
    """
    _refuse_bombs(source)
    # -I: nothing but the libraries may be imported, least of all by a module's name here.
    command = [sys.executable, "-I", str(CHILD)]
    try:
        done = subprocess.run(
            command, input=source.content, capture_output=True, timeout=MOST_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(
            f"'{source.name}' takes longer than {MOST_SECONDS} seconds to read; save it "
            "as CSV."
        ) from error
    if done.returncode:
        raise _damaged(source)
    for line in done.stdout.splitlines():
        row = json.loads(line)
        if isinstance(row, dict):
            raise Unreadable(f"'{source.name}' {row['refused']}")
        yield row[0], row[1]


def _damaged(source: SourceFile) -> Unreadable:
    return Unreadable(
        f"'{source.name}' cannot be read as an Excel workbook (.xlsx): "
        "save it again, or save it as CSV."
    )


def _refuse_bombs(source: SourceFile) -> None:
    try:
        with ZipFile(BytesIO(source.content)) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
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


def write_sheet(rows: Iterable[Iterable[str]]) -> bytes:
    """Write one sheet of text cells; what XML or Excel cannot hold is left out."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in rows:
        sheet.append([NOT_IN_XML.sub("", text)[:LONGEST_CELL] for text in row])
    written = BytesIO()
    workbook.save(written)
    return written.getvalue()
