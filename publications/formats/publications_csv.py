"""A table of papers, a row each, read into entries: publications.csv and its kin."""

import csv
import html
import re
from dataclasses import replace
from io import StringIO

from portal.imports.tables import Row, Table
from publications.formats.fields import VENUE_FIELDS
from publications.formats.long_cells import join_long
from publications.formats.table_columns import SYNONYMS, TYPES
from publications.formats.table_dialects import (
    GENERIC,
    OWN,
    Dialect,
    dialect_of,
)
from publications.formats.table_names import LIST_OF_PYTHON, habit_of, undecided
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
    *("openreview", "acl", "hal", "dblp", "handle", "ads", "inspire", "extra"),
)
KNOWN = frozenset(
    {*COLUMNS, *FURTHER, *VENUE_FIELDS, "author", "editor", "keywords", "day"}
)
# What R and pandas write where there is nothing.
NOTHING = frozenset({"NA", "NaN", "nan", "N/A", "None", "NULL"})
MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})")
DAY_OF_MONTH = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})")
RENAMED = {"authors": "author", "editors": "editor", "topics": "keywords"}


Meanings = dict[str, list[str]]


def is_publications(table: Table) -> bool:
    if {"given_name", "family_name"} & set(table.columns):
        return False
    meant = meanings(table.columns)
    return "title" in meant or {"author", "abstract"} <= set(meant)


def meanings(columns: tuple[str, ...]) -> Meanings:
    """The columns of each field, the one that says most first."""
    dialect, meant = dialect_of(columns), {}
    for column in filter(None, columns):
        if column in KNOWN and column not in dialect.ours:
            meant.setdefault(RENAMED.get(column, column), []).append(column)
    for name, synonyms in {**SYNONYMS, **dialect.fields}.items():
        held = [column for column in synonyms if column in columns]
        others = [each for each in meant.get(name, []) if each not in held]
        columns_of_name = held + others if name in dialect.fields else others + held
        if columns_of_name:
            meant[name] = columns_of_name
    return meant


def notes(table: Table) -> list[str]:
    meant = {
        column for columns in meanings(table.columns).values() for column in columns
    }
    filled = {name for row in table.rows for name, text in row.cells.items() if text}
    unknown = [name for name in table.columns if name in filled - meant]
    if not unknown:
        return []
    return [f"Unknown columns are kept with each paper: {', '.join(unknown)}."]


def read(table: Table, file: str) -> list[Entry]:
    """An entry for each row, in the names of publications.csv and BibTeX."""
    dialect, meant = dialect_of(table.columns), meanings(table.columns)
    if dialect.names is undecided:
        column = meant.get("author", [""])[0]
        cells = [row.cells.get(column, "") for row in table.rows]
        dialect = replace(dialect, names=habit_of(cells))
    return [_entry(row, file, dialect, meant) for row in table.rows]


def _entry(row: Row, file: str, dialect: Dialect, meant: Meanings) -> Entry:
    fields = _fields(row, dialect, meant)
    return Entry(
        file=file,
        line=row.line,
        format="csv",
        key=fields.pop("key", ""),
        fields=fields,
        raw=_line(row),
        error=row.error,
    )


def _fields(row: Row, dialect: Dialect, meant: Meanings) -> dict[str, str]:
    left = {name: text for name, text in row.cells.items() if text}
    if dialect is OWN:
        left = join_long(left)
    elif dialect is not GENERIC:
        left = {name: text for name, text in left.items() if text not in NOTHING}
    taken, word_of_ours = {}, False
    for name, columns in meant.items():
        column = next((each for each in columns if each in left), None)
        if column:
            # A citation says more than its authors.
            taken[name] = left[column] if column == "citation" else left.pop(column)
            word_of_ours |= name == column == "type"
    for name in dialect.ours & set(left):
        left[f"{dialect.name}_{name}".lower()] = left.pop(name)
    if dialect is OWN:
        return {**left, **taken}
    _tidy(taken, dialect)
    if dialect.place:
        _take_apart(taken, dialect, row.cells)
    if not (word_of_ours and dialect.name == ""):
        _translate_type(taken, dialect)
    return {**left, **taken}


def _tidy(fields: dict[str, str], dialect: Dialect) -> None:
    """Bring what a dialect writes in its own way into our form."""
    for name in ("author", "editor"):
        if name in fields:
            fields[name] = dialect.names(html.unescape(fields[name]))
    if LIST_OF_PYTHON.fullmatch(fields.get("keywords", "")):
        fields["keywords"] = undecided(fields["keywords"])
    for name in ("year", "date"):
        if name in fields:
            fields[name] = _date(fields[name])
    if day := DAY_OF_MONTH.fullmatch(fields.get("month", "")):
        fields["month"], fields["day"] = day.groups()
    _set_pages(fields)


def _date(text: str) -> str:
    """ "2014//" of RIS, "1999.0" of pandas and "3/27/18" of spreadsheets, as ISO 8601."""
    if american := MONTH_FIRST.fullmatch(text):
        month, day, year = american.groups()
        century = "20" if len(year) == 2 else ""
        return f"{century}{year}-{int(month):02}-{int(day):02}"
    return text.removesuffix(".0").rstrip("/")


def _set_pages(fields: dict[str, str]) -> None:
    first, last = fields.pop("first_page", ""), fields.pop("last_page", "")
    article = fields.pop("article_number", "")
    span = f"{first}-{last}" if last and last != first else first
    if pages := fields.get("pages") or span or article:
        fields["pages"] = pages


def _take_apart(fields: dict[str, str], dialect: Dialect, cells: dict) -> None:
    """Fill from a cell that holds venue, volume and pages what no other cell says."""
    column, pattern = dialect.place
    found = pattern.fullmatch(cells.get(column, ""))
    parts = found.groupdict() if found else {}
    if fields.get("year", parts.get("year")) != parts.get("year", fields.get("year")):
        return
    for name, text in parts.items():
        if text and (name == column or name not in fields):
            fields[name] = text


def _translate_type(fields: dict[str, str], dialect: Dialect) -> None:
    word = fields.get("type", "").partition(";")[0].strip()
    known = dialect.types.get(word.casefold()) or TYPES.get(word.casefold())
    if known:
        fields["type"] = known


def _line(row: Row) -> str:
    written = StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerow(row.cells.values())
    return written.getvalue()
