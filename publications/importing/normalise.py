"""Entry → Record: what an entry of any format means.

Which field means what is one table for all formats; they differ in how a value is
written, which EntryFields knows, and in how names are listed. Nothing is dropped: a
field that has no place here goes into `extra` as the source has it.
"""

import re
from dataclasses import replace
from functools import lru_cache

from portal.dates import PartialDate, date_of
from publications.formats.also_at import read_also_at
from publications.formats.fields import VENUE_FIELDS
from publications.importing import lengths
from publications.importing.contributors import read_contributors
from publications.importing.entry_fields import EntryFields
from publications.importing.identifiers_and_links import (
    read_all_links,
    read_identifiers,
)
from publications.importing.record_types import KINDS, record_type
from publications.importing.statuses import STATUSES, read_status
from publications.values import AppearanceRecord, Entry, Record

DASHES = re.compile(r"(?<=\w)\s*[-‐‑–—]+\s*(?=\w)")
PRESENTATIONS = ("oral", "spotlight", "poster", "short", "demo")
# Types of BibTeX and biblatex that are theses with us, and what `type` says of them.
DEGREES = {
    **dict.fromkeys(("mastersthesis", "mathesis"), "Master's thesis"),
    "bathesis": "Bachelor's thesis",
}
KNOWN_WORDS = {"status": STATUSES, "kind": KINDS, "presentation": PRESENTATIONS}


def normalise(entry: Entry) -> Record:
    """Understand an entry that its reader could read."""
    fields = EntryFields(entry)
    contributors, truncated = read_contributors(fields)
    title = ": ".join(filter(None, [fields.text("title"), fields.text("subtitle")]))
    identifiers = read_identifiers(fields)
    links, found = read_all_links(fields, identifiers)
    identifiers += tuple(pair for pair in found if pair[0] not in dict(identifiers))
    appearance = _primary(fields)
    type_ = _type(fields, appearance.venue, is_eprint="arxiv" in dict(identifiers))
    return Record(
        key=entry.key,
        type=type_,
        title=title,
        abstract=fields.prose("abstract"),
        note=fields.prose("note"),
        contributors=contributors,
        truncated=truncated,
        appearances=(appearance, *_further(fields)),
        identifiers=identifiers,
        links=links,
        topics=_topics(fields),
        visibility=_visibility(fields),
        featured=fields.truth("selected"),
        # What is left when all the above have taken theirs.
        extra=fields.extra,
        problems=(*entry.problems, *fields.problems),
    )


def _visibility(fields):
    """A word that nobody knows, for this or the status, hides the work: it may be that
    it was not to be shown."""
    visibility = fields.one_of("visibility", ("public", "private"))
    unclear = {"status", "visibility"} & set(fields.rest)
    return visibility or ("private" if unclear else "")


def _type(fields, venue, is_eprint):
    word = fields.entry.type if fields.is_bibtex else fields.text("type")
    type_ = record_type(word, fields.text("csl_type"), venue, is_eprint)
    if (degree := DEGREES.get(word.casefold())) and "type" not in fields.extra:
        fields.leave("type", degree)
    if word and not type_:
        fields.complain("type", f"'{word}' is no type of publication that we know.")
        if not fields.is_bibtex:
            fields.leave("type", word)
        return "document"
    return type_


def _primary(fields):
    return AppearanceRecord(
        venue=_within(fields, "venue", *VENUE_FIELDS) or _how_published(fields),
        venue_short=_within(fields, "venue_short", "abbr", "venue_short"),
        label=_within(fields, "label"),
        kind=fields.one_of("venue_kind", KINDS),
        status=_status(fields),
        presentation=fields.one_of("presentation", PRESENTATIONS),
        award=_within(fields, "award"),
        date=_date(fields),
        volume=_within(fields, "volume"),
        number=_within(fields, "number", "number", "issue"),
        pages=DASHES.sub("–", _within(fields, "pages")),
        publisher=_within(fields, "publisher"),
        title=fields.text("venue_title"),
    )


def _within(fields, attribute, *names):
    """The text of these fields, or of the one called like the attribute."""
    longest = lengths.APPEARANCE[attribute]
    return fields.text(*(names or (attribute,)), longest=longest)


def _how_published(fields):
    """`howpublished` names a venue, or it is an address and none of ours to read."""
    raw = fields.entry.fields.get("howpublished", "")
    text = _within(fields, "venue", "howpublished")
    if "://" in raw or "\\url" in raw:
        fields.leave("howpublished", raw)
        return ""
    return text


def _status(fields):
    """Our own field, biblatex's `pubstate`, or a note that is nothing but a status."""
    status = fields.one_of("status", STATUSES)
    if status:
        return status
    raw = fields.entry.fields.get("pubstate", "")
    status = read_status(fields.text("pubstate"))
    if raw and not status:
        fields.leave("pubstate", raw)
    return status or read_status(fields.entry.fields.get("note", ""))


def _date(fields):
    year = fields.text("year", longest=lengths.DATE)
    month = fields.text("month", longest=lengths.DATE // 2)
    day = fields.text("day", longest=lengths.DATE // 2)
    date = date_of(fields.text("date", longest=lengths.DATE))
    if not date.understood and year:
        whole = _of_parts(year, month, day)
        date = whole if len(whole.text) <= lengths.DATE else PartialDate(year)
    if date and not date.understood:
        fields.complain("year", f"'{date.text}' is not a year. A year looks like 2018.")
    return date


# Many works are of the same year and month.
_of_parts = lru_cache(maxsize=4096)(PartialDate.from_year_month)


def _further(fields):
    raw = fields.raw("also_at")
    if not raw:
        return ()
    records, problems = read_also_at(fields.plain(raw))
    for problem in problems:
        fields.complain("also_at", problem)
    if not all(map(lengths.appearance_fits, records)):
        fields.leave_too_long("also_at", raw)
        return ()
    return tuple(_with_known_words(fields, record) for record in records)


def _with_known_words(fields, record):
    """The appearance without words that its status, kind and so on cannot be."""
    for name, choices in KNOWN_WORDS.items():
        word = getattr(record, name)
        if word and word not in choices:
            known = ", ".join(choices)
            fields.complain(
                "also_at", f"'{word}' is not a {name}. It is one of {known}."
            )
            record = replace(record, **{name: "published" if name == "status" else ""})
    return record


def _topics(fields):
    name = "keywords" if "keywords" in fields.rest else "topics"
    raw = fields.raw(name)
    if not raw:
        return ()
    parts = [fields.plain(part) for part in _split_topics(raw)]
    if any(len(part) > lengths.TOPIC for part in parts):
        fields.leave_too_long(name, raw)
        return ()
    return tuple(dict.fromkeys(part for part in parts if part))


def _split_topics(raw):
    """Semicolons, or lines (EndNote and PubMed, with commas inside), or commas."""
    if ";" in raw:
        return re.split(r"[;\n]", raw)
    lines = raw.strip().split("\n")
    if len(lines) > 2 and not any(line.rstrip().endswith(",") for line in lines):
        return lines
    return raw.split(",")
