"""RefWorks' tagged format: "RT Journal Article", a tag of two letters before each value."""

import re
from collections.abc import Iterator

from portal.dates import PartialDate
from publications.formats.tagged_fields import (
    contributors,
    date_of_year,
    keywords,
    pages,
    serial_numbers,
)
from publications.formats.tagged_lines import Grammar, Tagged, records
from publications.values import Entry

GRAMMAR = Grammar(
    line=re.compile(r"\ufeff?(PMID|PMCID|U\d{1,2}|[A-Z][A-Z0-9])(?: (.*)|$)"),
    start="RT",
)
SIGN = re.compile(r"^RT [A-Z][a-z]", re.M)
TYPES = {
    "journal article": "article-journal",
    "abstract": "article-journal",
    "magazine article": "article-journal",
    "newspaper article": "article-journal",
    "conference proceedings": "paper-conference",
    "book, section": "chapter",
    "book, whole": "book",
    "book, edited": "book",
    "dissertation": "thesis",
    "dissertation/thesis": "thesis",
    "dissertation/thesis, unpublished": "thesis",
    "report": "report",
    "patent": "patent",
    "computer program": "software",
    "web page": "webpage",
    "online discussion forum/blogs": "webpage",
    "unpublished material": "article",
    "generic": "document",
}
FIELDS = {
    "title": ("T1",),
    "volume": ("VO",),
    "number": ("IS",),
    "doi": ("DO",),
    "pmid": ("PMID",),
    "pmcid": ("PMCID",),
    "abstract": ("AB",),
    "url": ("UL",),
    "edition": ("ED",),
    "address": ("PP",),
    "language": ("LA",),
    "affiliation": ("AD",),
    "shorttitle": ("ST",),
    "series": ("T3",),
}
MONTH_AND_DAY = re.compile(r"(\d\d?)/(\d\d?)")


def read(text: str, file: str) -> Iterator[Entry]:
    for record in records(text, GRAMMAR):
        yield _entry(record, file)


def _entry(record: Tagged, file: str) -> Entry:
    people, truncated = contributors(record, {"author": ("A1",), "editor": ("A2",)})
    fields = _fields(record)
    fields |= record.rest("refworks")
    return Entry(
        file=file,
        line=record.line,
        format="refworks",
        fields={name: text for name, text in fields.items() if text},
        raw=record.raw,
        contributors=people,
        truncated=truncated,
    )


def _fields(record):
    fields = {name: record.first(*tags) for name, tags in FIELDS.items()}
    word = record.first("RT")
    type_ = fields["type"] = TYPES.get(word.casefold(), word)
    publisher = record.first("PB")
    if type_ in {"thesis", "report"}:
        fields["venue"] = publisher
    else:
        fields["publisher"] = publisher
        fields["venue"] = record.first("JF", "T2", "JO")
    fields |= _date(record)
    fields["pages"] = pages(record, "SP", "OP")
    fields["keywords"] = keywords(record, "K1")
    fields["notes"] = "\n".join(record.take("NO"))
    fields |= serial_numbers(record.take("SN"), "refworks.sn")
    return fields


def _date(record):
    """FD is what the year lacks: "Feb", "01/01"."""
    year, rest = record.first("YR"), record.first("FD")
    found = MONTH_AND_DAY.fullmatch(rest)
    iso = f"{year}-{int(found[1]):02}-{int(found[2]):02}" if found else ""
    if year and PartialDate(iso).understood:
        return {"date": iso}
    return date_of_year(year, rest, "refworks.fd")
