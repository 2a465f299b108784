"""Texts that no cell of a workbook has room for, in further columns: "authors (2)"."""

import re
from collections.abc import Iterable

LONGEST = 32_000  # Excel's cells end at 32,767 characters
CONTINUED = re.compile(r"(.+?)[ _]\(([0-9]{1,4})\)")


def split_long(
    columns: list[str], rows: Iterable[dict[str, str]]
) -> tuple[list[str], list[dict[str, str]]]:
    """The columns and rows with the long cells cut, and the columns for the rest."""
    split = [_split(row) for row in rows]
    further = {name for row in split for name in row} - set(columns)
    return [*columns, *sorted(further)], split


def join_long(cells: dict[str, str]) -> dict[str, str]:
    """The cells as they were before `split_long`."""
    parts: dict[str, list[tuple[int, str]]] = {}
    for name, text in cells.items():
        found = CONTINUED.fullmatch(name)
        whole = found and found[1] in cells
        column, number = (found[1], int(found[2])) if whole else (name, 1)
        parts.setdefault(column, []).append((number, text))
    return {
        name: "".join(text for _, text in sorted(each)) for name, each in parts.items()
    }


def _split(row):
    cells = {}
    for name, text in row.items():
        cells[name], number = text, 1
        while len(text) > LONGEST:
            # Blanks at the edge of a cell would be lost.
            head = re.match(r".*\S(?=\S)", text[:LONGEST], re.S)[0]
            cells[name if number == 1 else f"{name} ({number})"] = head
            text, number = text[len(head) :], number + 1
            cells[f"{name} ({number})"] = text
    return cells
