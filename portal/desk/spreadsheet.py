"""The rows of a run as a table for a spreadsheet."""

import csv

from portal.desk.entries import as_text
from portal.imports.tables import guarded

COLUMNS = (
    "file",
    "line",
    "key",
    "action",
    "state",
    "target",
    "reason",
    "changes",
    "authors",
)


class Echo:
    """What csv.writer takes for a file; gives each line back."""

    def write(self, line):
        return line


def csv_lines(rows):
    """The lines of the file, header first, without holding all rows in memory."""
    writer = csv.writer(Echo())
    # Excel takes UTF-8 for something else unless the file begins with this mark.
    yield "\ufeff" + writer.writerow(COLUMNS)
    for row in rows.defer("plan", "before", "after", "source").iterator(500):
        yield writer.writerow([guarded(cell) for cell in _cells(row)])


def _cells(row):
    return (
        row.file,
        str(row.line),
        row.key,
        row.action,
        row.state,
        row.target,
        row.reason,
        "\n".join(_change(name, *pair) for name, pair in row.changes.items()),
        "\n".join(_author(each) for each in row.authors),
    )


def _change(name, old, new):
    return f"{name}: {as_text(old)} → {as_text(new)}"


def _author(author):
    if person := author.get("person"):
        return f"{author['name']} = {person}"
    if proposed := author.get("proposed"):
        return f"{author['name']} = {proposed}?"
    return author["name"]
