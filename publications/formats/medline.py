"""MEDLINE records (.nbib) as PubMed writes them, and ERIC in the same form."""

import re
from collections.abc import Iterator
from dataclasses import replace

from publications.formats.tagged_fields import groups, keywords, serial_numbers
from publications.formats.tagged_lines import Grammar, Tagged, records
from publications.formats.tagged_names import (
    is_truncation,
    read_tagged_name,
    with_dotted_initials,
)
from publications.identifiers import normalise
from publications.orcid import normalise_orcid
from publications.values import Contributor, Entry

GRAMMAR = Grammar(
    line=re.compile(r"\ufeff?([A-Z]{2,4}) {0,2}-(?: (.*)|$)"),
    start="PMID",
    heads=frozenset({"OWN", "STAT", "TI", "FAU", "AU"}),
    blank_ends=True,
)
SIGN = re.compile(r"^\ufeff?(?:PMID|OWN|STAT) {0,2}- \S", re.M)
FULL_NAMES = {"FAU": "author", "FED": "editor"}
SHORT_NAMES = {"AU": "author", "ED": "editor"}
FIELDS = {
    "volume": "VI",
    "number": "IP",
    "pages": "PG",
    "date": "DP",
    "publisher": "PB",
    "language": "LA",
    "address": "PL",
    "shortjournal": "TA",
    "edition": "EN",
}
ABBREVIATED = re.compile(r"(\d+)[-–](\d+)")


def read(text: str, file: str) -> Iterator[Entry]:
    for record in records(text, GRAMMAR):
        yield _entry(record, file)


def _entry(record: Tagged, file: str) -> Entry:
    people, truncated = _people(record)
    signed = groups(record.take("CN"))
    fields = _fields(record)
    fields |= record.rest("medline")
    return Entry(
        file=file,
        line=record.line,
        format="medline",
        fields={name: text for name, text in fields.items() if text},
        raw=record.raw,
        contributors=(*people, *signed),
        truncated=truncated,
    )


def _people(record):
    """Full names where there are any; each is followed by its short form and ORCID."""
    people, kept, truncated = [], [], False
    full = {FULL_NAMES[tag] for tag, _ in record.pairs if tag in FULL_NAMES}
    for tag, value in record.pairs:
        role = FULL_NAMES.get(tag) or SHORT_NAMES.get(tag)
        if role and is_truncation(value):
            truncated = True
        elif role and (tag in FULL_NAMES or role not in full):
            name = read_tagged_name(" ".join(value.split()))
            people.append(Contributor(with_dotted_initials(name), role))
        elif tag == "AUID" and people and (orcid := _orcid(value)):
            people[-1] = replace(people[-1], orcid=orcid)
        elif not role:
            kept.append((tag, value))
    record.pairs = kept
    return people, truncated


def _orcid(value):
    found = re.search(r"\d{4}-?\d{4}-?\d{4}-?\d{3}[\dXx]", value)
    return normalise_orcid(found[0]) if found else ""


def _fields(record):
    title, book = record.first("TI"), record.first("BTI", "CTI")
    fields = {name: record.first(tag) for name, tag in FIELDS.items()}
    fields["title"] = title or book
    fields["venue"] = (book if title else "") or record.first("JT")
    fields["type"] = "article-journal"
    if book:
        fields["type"] = "chapter" if title else "book"
    fields["pages"] = _pages(fields["pages"])
    fields["abstract"] = "\n\n".join(record.take("AB"))
    # MeSH terms are a library's; the authors' own keywords are topics.
    fields["keywords"] = keywords(record, "OT")
    fields["pmid"] = record.first("PMID").lstrip("0")
    fields["pmcid"] = record.first("PMC")
    fields["doi"] = _doi(record)
    fields |= serial_numbers(record.take("IS", "ISSN", "ISBN"), "medline.is")
    return fields


def _pages(text):
    """PubMed leaves out the digits that are the same: 6913-7 is 6913-6917."""
    found = ABBREVIATED.fullmatch(text)
    if not found or len(found[2]) >= len(found[1]):
        return text
    first, last = found.groups()
    return f"{first}-{first[: len(first) - len(last)]}{last}"


def _doi(record):
    for place, (tag, value) in enumerate(record.pairs):
        if tag in {"LID", "AID"} and (
            doi := normalise("doi", value.removesuffix("[doi]"))
        ):
            del record.pairs[place]
            return doi
    return ""
