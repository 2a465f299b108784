"""What was rejected of a file or waits, as a file to mend and send again."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from portal.imports.files import SourceFile
from portal.imports.tables import read_table, write_csv
from portal.models import ImportRow

UNFINISHED = ("review", "rejected")
TABLES = (".csv", ".tsv", ".xlsx")


@dataclass(frozen=True)
class ToMend:
    """`file` is a file of the run, or one in an archive; `name` that of the download."""

    file: str
    name: str
    count: int = 0
    text: str = ""


def files_to_mend(run):
    """The files of which something is left, with how many entries."""
    counts = {}
    for row in _left(run).only("file", "source"):
        if row.source or _is_table(row.file):
            counts[row.file] = counts.get(row.file, 0) + 1
    return [ToMend(file, _name(file), count) for file, count in counts.items()]


def entries_to_mend(run, kind, file):
    """The entries of one file as it has them; None when nothing of it is left."""
    rows = list(_left(run).filter(file=file).only("line", "source"))
    if not rows:
        return None
    kept = run.files.filter(name=file).first()
    source = SourceFile(kept.name, bytes(kept.content)) if kept else None
    if source and _is_table(file):
        text = _table(source, {row.line for row in rows})
    else:
        sources = [row.source.strip() for row in rows if row.source]
        text = kind.joined(sources, source)
    return ToMend(file, _name(file), len(rows), text)


def _left(run):
    rows = ImportRow.objects.filter(run=run, action__in=UNFINISHED)
    return rows.order_by("position")


def _is_table(file):
    return file.lower().endswith(TABLES)


def _name(file):
    path = PurePosixPath(file)
    return f"{path.stem}-to-mend{'.csv' if _is_table(file) else path.suffix}"


def _table(source, lines):
    """A row alone would have lost what its cells mean."""
    table = read_table(source)
    return write_csv(
        table.columns, (row.cells for row in table.rows if row.line in lines)
    )
