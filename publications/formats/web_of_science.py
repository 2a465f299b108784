"""Plain text of Web of Science: "PT J", a tag of two signs before each value."""

import re
from collections.abc import Iterator

from publications.formats.tagged_fields import (
    date_of_year,
    groups,
    pages,
    serial_numbers,
)
from publications.formats.tagged_lines import Grammar, Tagged, records
from publications.formats.tagged_names import read_tagged_name, with_dotted_initials
from publications.values import Contributor, Entry

GRAMMAR = Grammar(
    line=re.compile(r"\ufeff?([A-Z][A-Z0-9])(?: (.*)|$)"),
    start="PT",
    end="ER",
)
SIGN = re.compile(r"^PT [A-Z]\s*$", re.M)
TYPES = {"J": "article-journal", "S": "article-journal", "B": "book", "P": "patent"}
CONFERENCE = re.compile(r"proceedings|meeting", re.I)
FIELDS = {
    "title": "TI",
    "volume": "VL",
    "number": "IS",
    "publisher": "PU",
    "doi": "DI",
    "pmid": "PM",
    "language": "LA",
    "address": "PI",
    "series": "SE",
    "shortjournal": "JI",
    "affiliation": "C1",
}
ADDRESS_OF_AUTHOR = re.compile(r" \([^()\s]+@[^()\s]+\)$")


def read(text: str, file: str) -> Iterator[Entry]:
    for record in records(text, GRAMMAR):
        yield _entry(record, file)


def _entry(record: Tagged, file: str) -> Entry:
    people = (*_people(record, "author", "AU", "AF"), *_people(record, "editor", "BE"))
    signed = groups(record.take("CA"))
    fields = _fields(record)
    fields |= record.rest("wos")
    return Entry(
        file=file,
        line=record.line,
        format="wos",
        fields={name: text for name, text in fields.items() if text},
        raw=record.raw,
        problems=record.problems,
        contributors=(*people, *signed),
    )


def _people(record, role, short, full=""):
    """One name a line; AF has them in full, and in the same order."""
    values = [value for tag, value in record.pairs if tag == (full or short)]
    values = values or [value for tag, value in record.pairs if tag == short]
    record.take(short, full)
    for line in "\n".join(values).split("\n"):
        name = read_tagged_name(ADDRESS_OF_AUTHOR.sub("", line.strip()))
        if name.display:
            yield Contributor(with_dotted_initials(name), role)


def _fields(record):
    fields = {name: record.first(tag) for name, tag in FIELDS.items()}
    fields["type"], fields["venue"] = _place(record)
    # A month or a whole date, with or without the year: "JUN 8", "SPR".
    fields |= date_of_year(record.first("PY"), record.first("PD").title(), "wos.pd")
    fields["pages"] = pages(record, "BP", "EP")
    fields["abstract"] = "\n\n".join(
        " ".join(value.split()) for tag, value in record.pairs if tag == "AB"
    )
    record.take("AB")
    words = "; ".join(record.take("DE"))
    fields["keywords"] = f"{words};" if "," in words and ";" not in words else words
    fields |= serial_numbers(record.take("SN", "EI", "BN"), "wos.sn")
    return fields


def _place(record):
    """A book that is somebody's part of one is a chapter, or a paper of a meeting."""
    type_ = TYPES.get(record.first("PT")[:1], "document")
    kind = " ".join(value for tag, value in record.pairs if tag in {"DT", "CT"})
    venue = record.first("SO")
    part = any(tag in {"BP", "BE", "CT"} for tag, _ in record.pairs)
    if CONFERENCE.search(kind) and type_ in {"book", "article-journal"}:
        return "paper-conference", venue
    if type_ == "book":
        return ("chapter", venue) if part else ("book", "")
    return type_, venue
