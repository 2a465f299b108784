"""RIS files as Zotero, EndNote, Mendeley, Scopus, Ovid, Embase, ProQuest and we write them."""

import json
import re
from collections.abc import Iterator

from portal.imports.files import cleaned
from publications.formats.carried import with_ours
from publications.formats.ris_dates import read_dates
from publications.formats.ris_tags import (
    ABBREVIATIONS,
    BOOKS,
    EDITED,
    EXTRA_TAGS,
    FIELD_TAGS,
    OURS_TAGS,
    TITLE_TAGS,
    TYPES,
    VENUE_TAGS,
    WRITTEN_TYPES,
)
from publications.formats.tagged_fields import (
    contributors,
    keywords,
    links,
    pages,
    serial_numbers,
)
from publications.formats.tagged_lines import Grammar, Tagged, joined, records
from publications.identifiers import normalise
from publications.values import Entry

GRAMMAR = Grammar(
    line=re.compile(r"[ \t\ufeff]*([A-Z][A-Z0-9])  -[ \t]*(.*)"),
    # Drupal writes "TY - JOUR", which in the midst of a text may be anything.
    loose=re.compile(r"[ \t\ufeff]*([A-Z][A-Z0-9])[ \t]*-(?:[ \t]+(.*)|[ \t]*$)"),
    start="TY",
    end="ER",
    heads=frozenset(
        ("ID", "AU", "A1", "TI", "T1", "T2", "JF", "JO", "PY", "Y1", "DA", "DO", "AB")
    ),
)
SIGN = re.compile(r"^[ \t\ufeff]*TY {0,2}-(?:[ \t]|[A-Z]{2,}|$)", re.M)
OURS = re.compile(r"coauthor\.([^\s:]+): ?(.*)", re.S)
IDENTIFIERS = {"C2": "pmcid", "C7": "pmcid", "AN": "arxiv"}


def read(text: str, file: str) -> Iterator[Entry]:
    """One entry for each record; nothing that a record says is lost."""
    for record in records(text, GRAMMAR):
        yield entry_of(record, file)


def entry_of(record: Tagged, file: str = "") -> Entry:
    code = record.first("TY").upper()
    ours = _ours(record)
    type_ = TYPES.get(code, "")
    people, truncated = _people(record, code)
    fields = _fields(record, code, type_)
    notes = [joined(note) for tag, note in record.pairs if tag in {"N1", "RN"}]
    record.take("N1", "RN")
    fields["notes"] = "\n".join(n for n in notes if n and n != ours.get("note"))
    key = _key(record)
    entry = Entry(
        file=file,
        line=record.line,
        format="ris",
        key=key,
        fields={n: t for n, t in {**fields, **record.rest("ris")}.items() if t},
        raw=record.raw,
        problems=record.problems,
        contributors=people,
        truncated=truncated,
    )
    return with_ours(entry, ours)


def _ours(record):
    """What our own writer put besides; see `carried`."""
    ours = {}
    for tag, value in record.pairs:
        if tag in OURS_TAGS and (found := OURS.fullmatch(value)):
            name, text = found.groups()
            ours[name] = _of_several_lines(text) if text.startswith('"') else text
    if ours:
        record.pairs = [
            (tag, value)
            for tag, value in record.pairs
            if tag not in OURS_TAGS or not OURS.fullmatch(value)
        ]
    return ours


def _of_several_lines(text):
    """What our writer put into one line as JSON; anybody may write what only looks so."""
    try:
        return cleaned(json.loads(text))
    except ValueError:
        return text


def _people(record, code):
    tags = {"author": ("AU", "A1"), "editor": ("ED",)}
    if code in EDITED:
        tags["editor"] = ("A2", "ED")
    elif code in BOOKS:
        tags["editor"] = ("A3", "ED")
    elif code == "EDBOOK":
        tags = {"author": (), "editor": ("AU", "A1", "ED")}
    return contributors(record, tags)


def _fields(record, code, type_):
    fields = {"type": type_ or code.lower()}
    if type_ and WRITTEN_TYPES[type_] != code:
        fields["ris.ty"] = code
    fields["title"] = record.first(*TITLE_TAGS.get(code, ("TI", "T1", "CT")))
    fields["abstract"] = _abstract(record)
    fields["venue"] = record.first(*VENUE_TAGS.get(type_, VENUE_TAGS[""]))
    fields["shortjournal"] = _abbreviation(record, fields["venue"])
    fields |= {name: record.first(*tags) for name, tags in FIELD_TAGS.items()}
    fields |= read_dates(record)
    fields["pages"] = pages(record, "SP", "EP")
    fields["keywords"] = keywords(record, "KW")
    fields |= serial_numbers(record.take("SN"), "ris.sn")
    fields |= _identifiers(record, fields["doi"])
    fields |= _links(record)
    for name, tag in EXTRA_TAGS.items():
        if name not in fields and tag != "N1":
            fields[name] = "\n".join(record.take(tag))
    return fields


def _abstract(record):
    """Paragraphs stay; AB and N2 are often the same."""
    found = [joined(value) for tag, value in record.pairs if tag in {"AB", "N2"}]
    found = list(dict.fromkeys(text for text in found if text))
    record.take("AB", "N2")
    return "\n\n".join(found)


def _abbreviation(record, venue):
    names = dict.fromkeys(record.take(*ABBREVIATIONS, "JF"))
    # Many programs write one name under several tags.
    record.pairs = [pair for pair in record.pairs if pair != ("T2", venue)]
    return "; ".join(name for name in names if name != venue)


def _identifiers(record, doi):
    """Those that stand in tags for anything, where they can be nothing else."""
    found = {}
    for tag, scheme in IDENTIFIERS.items():
        for place, (each, value) in enumerate(record.pairs):
            typical = re.match(r"\s*(?:PMC\d|arXiv:)", value)
            if each == tag and typical and (value := normalise(scheme, value)):
                del record.pairs[place]
                found[scheme] = value
                break
    # Silverchair and others repeat the DOI in M3, EndNote puts it into L3.
    repeated = [pair for pair in record.pairs if _repeats_doi(pair)]
    record.pairs = [pair for pair in record.pairs if pair not in repeated]
    dois = [doi, *(normalise("doi", value) for _, value in repeated)]
    return {**found, "doi": next(filter(None, dois), "")}


def _repeats_doi(pair):
    tag, value = pair
    return tag in {"M3", "L3"} and bool(normalise("doi", value))


def _links(record):
    addresses = [
        part
        for value in record.take("UR")
        for part in re.split(r";\s*(?=https?://)", value)
    ]
    return links(addresses, record.take("L1"), "ris.ur")


def _key(record):
    """A number is the place in somebody's library, and no key."""
    label = record.first("ID")
    if label.isdigit():
        record.pairs.append(("ID", label))
        return ""
    return label
