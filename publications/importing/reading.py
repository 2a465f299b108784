"""Files → entries: which format a file is in, and its reader."""

import re

from portal.imports.files import SourceFile, Unreadable, decode
from portal.imports.tables import read_table
from publications.formats import bibtex, publications_csv
from publications.values import Entry

FORMATS = ("bibtex", "csv", "xlsx")
ENTRY_HEAD = re.compile(r"^[^%\n]*@\s*[a-z]+\s*[{(]", re.I | re.M)
WEB_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body)\b", re.I)
BIBTEX_NAMES = (".bib", ".bibtex")
TABLE_NAMES = (".csv", ".tsv", ".xlsx")


def read(source: SourceFile, format: str = "") -> tuple[list[Entry], list[str], str]:
    """The file's entries, notes about the file, and its encoding.

    Raises Unreadable when the file is no bibliography in any format that we read.
    """
    if format in {"csv", "xlsx"} or not format and _is_table(source):
        return _read_table(source)
    text = decode(source)
    looks_right = ENTRY_HEAD.search(text.text) or source.name.lower().endswith(
        BIBTEX_NAMES
    )
    if not format and not looks_right:
        return _read_table(source)
    if WEB_PAGE.match(text.text):
        raise Unreadable(f"“{source.name}” is a web page, not a bibliography.")
    entries = list(bibtex.read(text.text, source.name))
    return entries, [] if entries else [_nothing_in(source)], text.encoding


def _nothing_in(source):
    """Not a refusal: to BibTeX all text outside of entries is a comment."""
    return (
        f"“{source.name}” has no BibTeX entry, which looks like "
        "“@article{key, title = {…}}”."
    )


def _is_table(source):
    return source.name.lower().endswith(TABLE_NAMES)


def _read_table(source):
    table = read_table(source)
    if not publications_csv.is_publications(table):
        raise Unreadable(
            f"“{source.name}” is no bibliography: it has no BibTeX entry, and as a table "
            "it has no column “title”."
        )
    entries = publications_csv.read(table, source.name)
    return entries, publications_csv.notes(table), ""
