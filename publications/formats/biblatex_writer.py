"""A Record as a biblatex entry that biber reads without a warning.

Against BibTeX: ISO dates (EDTF), `journaltitle`, `eprinttype`, `pubstate`, biblatex's
own entry types, plain Unicode, and marks of authors as data annotations
(biblatex manual §3.7, "author+an"), so that no name bears an asterisk.
"""

import re

from publications.formats.biblatex import PRINTED_DATE, PUBSTATES
from publications.formats.bibtex_record import bibtex_fields
from publications.formats.bibtex_writer import further_fields
from publications.formats.latex import encode
from publications.formats.record_fields import public_extra
from publications.values import Record

TYPES = {
    "article-journal": "article",
    "paper-conference": "inproceedings",
    "article": "online",
    "chapter": "incollection",
    "book": "book",
    "thesis": "phdthesis",  # an alias that sets the type itself
    "report": "report",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "speech": "unpublished",
    "webpage": "online",
    "document": "misc",
}
# What the entry type alone does not bring back as the type of CSL.
AMBIGUOUS = {"article", "webpage", "speech", "document"}
RENAMED = {"journal": "journaltitle", "archiveprefix": "eprinttype"}
ISO = re.compile(r"\d{4}(-\d\d){0,2}(/(\d{4}(-\d\d){0,2}|\.\.)?)?")


def write_biblatex(record: Record, key: str, private: bool = False) -> str:
    """One entry, ended by a newline. `key` must be unique in the file."""
    extra = record.extra if private else public_extra(record.extra)
    fields = [(name, value) for name, value in _fields(record) if value]
    fields += further_fields(extra, {name for name, _ in fields}, private)
    lines = [f"  {name:<12} = {{{value}}}," for name, value in fields]
    head = f"@{TYPES.get(record.type, 'misc')}{{{key},"
    return "\n".join([head, *lines, "}", ""])


def _fields(record):
    """BibTeX's fields, with biblatex's names and values where they differ."""
    for name, value in bibtex_fields(record, marked=False):
        if name == "school":
            yield "institution", value
        elif name in {"year", "date", "month"}:
            continue  # one date, below
        elif name == "csl_type":
            yield name, record.type if record.type in AMBIGUOUS else ""
        else:
            yield RENAMED.get(name, name), value
    yield from _dates(record.appearances[0].date)
    yield "pubstate", PUBSTATES.get(record.appearances[0].status, "")


def _dates(date):
    iso = date.iso if ISO.fullmatch(date.iso) else str(date.year or "")
    yield "date", iso
    yield PRINTED_DATE, encode(date.text) if date.text != iso else ""
