"""A Record as RIS, which Zotero, EndNote and Mendeley read, and we read back as it was."""

import json
import re
from dataclasses import replace

from publications.formats.carried import not_carried
from publications.formats.record_fields import identifier_fields, public_extra
from publications.formats.ris import entry_of
from publications.formats.ris_tags import (
    EXTRA_TAGS,
    OURS_TAG,
    TYPES,
    VENUE_TAGS,
    WRITTEN_TYPES,
)
from publications.formats.tagged_lines import Tagged
from publications.formats.tagged_names import write_tagged_name
from publications.identifiers import recognise, url_for
from publications.values import Record

LINE_BREAK = re.compile(r"[\n\r]")
OTHER_TAG = re.compile(r"ris\.([a-z][a-z0-9])")


def write_ris(record: Record, private: bool = False) -> str:
    """One record with \\r\\n line ends, as RIS asks for. `private` as in BibTeX.

    What RIS has no tag for stands in lines such as "U5  - coauthor.status: accepted".
    """
    if not private:
        record = replace(record, extra=public_extra(record.extra))
    pairs = [(tag, text) for tag, text in _pairs(record) if text]
    back = entry_of(Tagged(1, [each for each in pairs if not _is_doi(*each)]))
    for name, text in not_carried(record, back).items():
        pairs.append((OURS_TAG, f"coauthor.{name}: {_in_one_line(text)}"))
    return "".join(f"{tag}  - {text}\r\n" for tag, text in [*pairs, ("ER", "")])


def _pairs(record):
    primary = record.appearances[0]
    yield "TY", _type(record)
    yield "TI", _line(record.title)
    for each in record.contributors:
        yield _role(record, each), _line(write_tagged_name(each.name))
    yield "PY", str(primary.date.year or "")
    yield "DA", _date(primary.date)
    yield from _venue(record)
    yield "VL", _line(primary.volume)
    yield "IS", _line(primary.number)
    yield from _pages(primary.pages)
    yield from _identifiers(record)
    yield from _links(record)
    for topic in record.topics:
        yield "KW", _line(topic)
    yield "AB", _line(record.abstract)
    yield "N1", _line(record.note)
    yield from _extra(record.extra)
    yield "ID", _line(record.key)


def _type(record):
    stated = record.extra.get("ris.ty", "")
    if TYPES.get(stated) == record.type:
        return stated
    return WRITTEN_TYPES.get(record.type, "GEN")


def _role(record, contributor):
    if contributor.role == "author":
        return "AU"
    return "A3" if record.type == "book" else "A2"


def _date(date):
    """The one date that RIS has room for: 2020/06/01/, with its slashes."""
    if not date.start or date.start != date.end or not date.start.month:
        return ""
    point = date.start
    day = f"{point.day:02}" if point.day else ""
    return f"{point.year}/{point.month:02}/{day}/"


def _venue(record):
    primary = record.appearances[0]
    tag = VENUE_TAGS.get(record.type, VENUE_TAGS[""])[0]
    yield tag, _line(primary.venue)
    if tag in {"JF", "C3"}:
        yield "T2", _line(primary.venue)
    if tag != "PB":
        yield "PB", _line(primary.publisher)


def _pages(text):
    first, dash, last = text.partition("–")
    yield "SP", _line(first)
    yield "EP", _line(last)


def _identifiers(record):
    fields = identifier_fields(record)
    yield "DO", fields.get("doi", "")
    yield "AN", f"arXiv:{fields['arxiv']}" if "arxiv" in fields else ""
    yield "C2", fields.get("pmcid", "")
    for number in (fields.get("isbn", ""), fields.get("issn", "")):
        yield "SN", number


def _links(record):
    """RIS has one place for the paper's page and one for its file."""
    for kind, tag in (("paper", "UR"), ("pdf", "L1")):
        urls = [each.url for each in record.links if each.kind == kind]
        yield tag, urls[0] if urls else _address(record) if tag == "UR" else ""


def _address(record):
    return next((url_for(*pair) for pair in record.identifiers[:1]), "")


def _is_doi(tag, text):
    """The address of a DOI says no more than the DOI, which is what a reader makes of it."""
    found = recognise(text) if tag == "UR" else None
    return bool(found) and found[0] == "doi"


def _extra(extra):
    for name, value in extra.items():
        found = OTHER_TAG.fullmatch(name)
        tag = EXTRA_TAGS.get(name) or (found and found[1].upper())
        if tag and tag not in {"TY", "ER"}:
            for line in LINE_BREAK.split(value):
                yield tag, line.strip()


def _line(text):
    return " ".join(LINE_BREAK.split(text)) if LINE_BREAK.search(text) else text


def _in_one_line(text):
    unsafe = LINE_BREAK.search(text) or text.startswith('"')
    return json.dumps(text, ensure_ascii=False) if unsafe else text
