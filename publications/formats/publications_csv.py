"""publications.csv: a table of papers, a row each, read into entries."""

from portal.imports.tables import Table
from publications.values import Entry

COLUMNS = (
    "key",
    "type",
    "title",
    "authors",
    "year",
    "month",
    "venue",
    "venue_short",
    "volume",
    "number",
    "pages",
    "publisher",
    "status",
    "visibility",
    "doi",
    "arxiv",
    "url",
    "pdf",
    "code",
    "poster",
    "slides",
    "video",
    "website",
    "abstract",
    "note",
    "award",
    "topics",
    "also_at",
)
# Columns that our exports add, and the names that BibTeX has for some.
FURTHER = (
    *("editors", "date", "label", "presentation", "venue_kind", "venue_title"),
    *("links", "selected", "html", "blog", "supp", "isbn", "issn", "pmid", "pmcid"),
    *("openreview", "acl", "hal"),
)
RENAMED = {"authors": "author", "editors": "editor", "topics": "keywords"}


def is_publications(table: Table) -> bool:
    return "title" in table.columns


def notes(table: Table) -> list[str]:
    known = {*COLUMNS, *FURTHER}
    unknown = [name for name in table.columns if name not in known]
    if not unknown:
        return []
    return [f"Unknown columns are kept with each paper: {', '.join(unknown)}."]


def read(table: Table, file: str) -> list[Entry]:
    return [_entry(row, file) for row in table.rows]


def _entry(row, file):
    cells = {RENAMED.get(name, name): text for name, text in row.cells.items() if text}
    key = cells.pop("key", "")
    return Entry(
        file=file,
        line=row.line,
        format="csv",
        key=key,
        fields=cells,
        raw="",
        error=row.error,
    )
