"""What was rejected of a file or waits, as a file to mend and send again."""

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import PurePosixPath

from django.db.models import Count, Min, Q

from portal.imports.archives import Archive
from portal.imports.csv_rows import csv_rows
from portal.imports.files import SourceFile, decode
from portal.imports.tables import guarded
from portal.imports.workbooks import is_workbook, sheet_rows
from portal.models import ImportRow

UNFINISHED = ("review", "rejected")
TABLES = (".csv", ".tsv", ".xlsx")
TABLE_FORMATS = ("csv", "xlsx")


@dataclass(frozen=True)
class ToMend:
    """`file` is a file of the run, or one in an archive; `name` that of the download."""

    file: str
    name: str
    count: int = 0
    text: str = ""


def files_to_mend(run):
    """The files of which something is left, with how many entries."""
    counted = (
        _left(run)
        .values("file")
        .annotate(
            first=Min("position"),
            rows=Count("pk"),
            sources=Count("pk", filter=~Q(source="")),
        )
        .order_by("first")
    )
    found = []
    for each in counted:
        file, is_table = each["file"], _is_table(run, each["file"])
        if count := each["rows" if is_table else "sources"]:
            found.append(ToMend(file, _name(file, is_table), count))
    return found


def entries_to_mend(run, kind, file):
    """The entries of one file as it has them; None when nothing of it is left."""
    rows = list(_left(run).filter(file=file).only("line", "source"))
    if not rows:
        return None
    source, is_table = _source(run, file), _is_table(run, file)
    if source and is_table:
        text = _table(source, {row.line for row in rows})
    else:
        sources = [row.source.strip() for row in rows if row.source]
        text = kind.joined(sources, source)
    return ToMend(file, _name(file, is_table), len(rows), text)


def _left(run):
    rows = ImportRow.objects.filter(run=run, action__in=UNFINISHED)
    return rows.order_by("position")


def _is_table(run, file):
    """By what it was read as: people give a table, or a .bib, any name."""
    readings = run.options.get("readings", [])
    formats = {each["name"]: each.get("format") for each in readings}
    if formats.get(file):
        return formats[file] in TABLE_FORMATS
    return file.lower().endswith(TABLES)


def _name(file, is_table):
    path = PurePosixPath(file)
    return f"{path.stem}-to-mend{'.csv' if is_table else path.suffix}"


def _source(run, file):
    """The file in the encoding that it was read in; None when it is not kept."""
    encoding = run.options.get("encoding", "")
    for kept in run.files.all():
        if file == kept.name:
            return SourceFile(kept.name, bytes(kept.content), encoding)
        if file.startswith(f"{kept.name}/"):
            archive = Archive(SourceFile(kept.name, bytes(kept.content), encoding))
            path = file.removeprefix(f"{kept.name}/")
            return archive.file(path) if path in archive else None
    return None


def _table(source, lines):
    """The header and these rows with all of their cells, which alone mean nothing."""
    if is_workbook(source):
        numbered = sheet_rows(source)
    else:
        numbered = csv_rows(source.name, decode(source).text)
    header, *rows = [row for row in numbered if any(map(str.strip, row[1]))]
    kept = [header, *(row for row in rows if row[0] in lines)]
    written = StringIO(newline="")
    csv.writer(written).writerows(map(_inert, cells) for _, cells, *_ in kept)
    return written.getvalue()


def _inert(cell):
    return cell if cell.startswith("'") else guarded(cell)
