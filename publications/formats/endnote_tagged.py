"""EndNote's tagged format (.enw), older than RIS and still what catalogues give: "%A Name"."""

import re
from collections.abc import Iterator

from publications.formats.endnote_types import TYPES
from publications.formats.tagged_fields import (
    contributors,
    date_of_year,
    keywords,
    serial_numbers,
)
from publications.formats.tagged_lines import Grammar, Tagged, records
from publications.formats.tagged_names import read_endnote_name
from publications.values import Entry

GRAMMAR = Grammar(
    line=re.compile(r"\ufeff?%(\S)(?: (.*)|\s*$)"),
    start="0",
    heads=frozenset("ATBJD"),
)
SIGN = re.compile(r"^\ufeff?%0 [A-Z]", re.M)
FIELDS = {
    "title": "T",
    "volume": "V",
    "number": "N",
    "pages": "P",
    "doi": "R",
    "abstract": "X",
    "url": "U",
    "pdf": ">",
    "address": "C",
    "edition": "7",
    "language": "G",
    "series": "S",
    "shorttitle": "!",
    "affiliation": "+",
}


def read(text: str, file: str) -> Iterator[Entry]:
    for record in records(text, GRAMMAR):
        yield _entry(record, file)


def _entry(record: Tagged, file: str) -> Entry:
    tags = {"author": ("A",), "editor": ("E",)}
    people, truncated = contributors(record, tags, read_endnote_name)
    fields = _fields(record)
    fields |= {_named(n): text for n, text in record.rest("enw").items()}
    return Entry(
        file=file,
        line=record.line,
        format="enw",
        key=record.first("F"),
        fields={name: text for name, text in fields.items() if text},
        raw=record.raw,
        problems=record.problems,
        contributors=people,
        truncated=truncated,
    )


def _fields(record):
    fields = {name: record.first(tag) for name, tag in FIELDS.items()}
    word = record.first("0")
    type_ = fields["type"] = TYPES.get(word.casefold(), word)
    publisher = record.first("I")
    if type_ in {"thesis", "report"}:
        fields["venue"] = publisher
    else:
        fields["publisher"] = publisher
        fields["venue"] = record.first("J", "B")
    fields |= date_of_year(record.first("D"), record.first("8"), "enw.8")
    fields["keywords"] = keywords(record, "K")
    fields["notes"] = "\n".join(record.take("Z", "O"))
    fields |= serial_numbers(record.take("@"), "enw.sn")
    return fields


def _named(name):
    """A sign cannot be part of a field's name; its number can."""
    sign = name.removeprefix("enw.")
    return name if sign.isalnum() or sign == "sn" else f"enw.{ord(sign):02x}"
