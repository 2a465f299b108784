"""Entry → Record: what an entry of any format means.

Which field means what is one table for all formats; they differ in how a value is
written, which EntryFields knows, and in how names are listed. Nothing is dropped: a
field that has no place here goes into `extra` as the source has it.
"""

import re
from dataclasses import replace

from portal.dates import PartialDate
from publications.formats.also_at import read_also_at
from publications.formats.bibtex_names import read_names
from publications.formats.csv_names import read_csv_names
from publications.formats.fields import LINK_FIELDS, VENUE_FIELDS
from publications.formats.latex import decode
from publications.formats.titled_links import LABELS, read_links
from publications.identifiers import (
    SCHEMES,
    explain,
    recognise,
    url_for,
)
from publications.identifiers import (
    normalise as normalise_identifier,
)
from publications.importing import lengths
from publications.importing.entry_fields import EntryFields
from publications.importing.record_types import KINDS, record_type
from publications.importing.statuses import STATUSES, read_status
from publications.names import PersonName
from publications.values import AppearanceRecord, Contributor, Entry, LinkRecord, Record

IDENTIFIER_FIELDS = {
    **{scheme: scheme for scheme in SCHEMES},
    **{f"{scheme}_id": scheme for scheme in SCHEMES},
    "pmc": "pmcid",
}
EQUAL_GROUPS = {"*": 1, "#": 1, "†": 2}
CORRESPONDING_MARKS = frozenset("‡✉&")
PRESENTATIONS = ("oral", "spotlight", "poster", "short", "demo")
KNOWN_WORDS = {"status": STATUSES, "kind": KINDS, "presentation": PRESENTATIONS}


def normalise(entry: Entry) -> Record:
    """Understand an entry that its reader could read."""
    fields = EntryFields(entry)
    contributors, truncated = _contributors(fields)
    title = ": ".join(filter(None, [fields.text("title"), fields.text("subtitle")]))
    identifiers = _identifiers(fields)
    links, found = _links(fields, identifiers)
    identifiers += tuple(pair for pair in found if pair[0] not in dict(identifiers))
    appearance = _primary(fields)
    type_ = _type(fields, appearance.venue, is_eprint="arxiv" in dict(identifiers))
    record = Record(
        key=entry.key,
        type=type_,
        title=title,
        abstract=fields.text("abstract"),
        note=fields.text("note"),
        contributors=contributors,
        truncated=truncated,
        appearances=(appearance, *_further(fields)),
        identifiers=identifiers,
        links=links,
        topics=_topics(fields),
        visibility=fields.one_of("visibility", ("public", "private")),
        featured=fields.truth("selected"),
    )
    return replace(
        record, extra=fields.rest, problems=(*entry.problems, *fields.problems)
    )


def _contributors(fields):
    authors = _names(fields, "author")
    editors = _names(fields, "editor")
    everybody = (
        *(_contributor(fields, each, "author") for each in authors.names),
        *(_contributor(fields, each, "editor") for each in editors.names),
    )
    return everybody, authors.truncated


def _names(fields, role):
    raw = fields.raw(role)
    names = read_names(raw, decode) if fields.is_bibtex else read_csv_names(raw)
    for problem in names.problems:
        fields.complain(role, problem)
    return names


def _contributor(fields, named, role):
    groups = (EQUAL_GROUPS[mark] for mark in named.marks if mark in EQUAL_GROUPS)
    return Contributor(
        name=_fitting(fields, named.name, role),
        namesake=named.namesake,
        role=role,
        equal_group=next(groups, None),
        corresponding=bool(CORRESPONDING_MARKS & set(named.marks)),
    )


def _fitting(fields, name, role):
    if lengths.name_fits(name):
        return name
    start = name.display[: lengths.NAME].rstrip()
    fields.complain(
        role,
        f"'{start[:80]}…' is too long for a name: no more than {lengths.NAME} "
        "characters of it were taken.",
    )
    return PersonName(literal=start)


def _type(fields, venue, is_eprint):
    word = fields.entry.type if fields.is_bibtex else fields.text("type")
    type_ = record_type(word, fields.text("csl_type"), venue, is_eprint)
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
        pages=re.sub(r"(?<=\w)\s*-{1,3}\s*(?=\w)", "–", _within(fields, "pages")),
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
    date = PartialDate(fields.text("date", longest=lengths.DATE))
    if not date.understood and year:
        whole = PartialDate.from_year_month(year, month, day)
        date = whole if len(whole.text) <= lengths.DATE else PartialDate(year)
    if date and not date.understood:
        fields.complain("year", f"'{date.text}' is not a year. A year looks like 2018.")
    return date


def _further(fields):
    raw = fields.raw("also_at")
    records, problems = read_also_at(fields.plain(raw))
    for problem in problems:
        fields.complain("also_at", problem)
    if not all(map(lengths.appearance_fits, records)):
        _leave_too_long(fields, "also_at", raw)
        return ()
    return tuple(_with_known_words(fields, record) for record in records)


def _leave_too_long(fields, name, raw):
    """Leave the whole field: half of it would come out twice on export."""
    fields.complain(name, "A part of this is too long; it is kept without being used.")
    fields.leave(name, raw)


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


def _identifiers(fields):
    found = []
    for name in [name for name in fields.rest if name in IDENTIFIER_FIELDS]:
        scheme = IDENTIFIER_FIELDS[name]
        raw = fields.rest[name]
        value = normalise_identifier(scheme, fields.verbatim(name))
        if value and fields.fits(name, value, lengths.IDENTIFIER):
            found.append((scheme, value))
        elif value:
            fields.leave(name, raw)
        else:
            fields.complain(name, explain(scheme, raw))
            fields.leave(name, raw)
    return (*dict.fromkeys([*found, *_eprint(fields)]),)


def _eprint(fields):
    """arXiv's identifier stands in `eprint`, whose scheme another field names."""
    rest = fields.rest
    kind = rest.get("archiveprefix") or rest.get("eprinttype") or "arxiv"
    value = normalise_identifier("arxiv", rest.get("eprint", ""))
    if not value or kind.strip(" {}").casefold() != "arxiv":
        return []
    for name in ("eprint", "archiveprefix", "eprinttype"):
        fields.raw(name)
    return [("arxiv", value)]


def _links(fields, identifiers):
    """The links, and the identifiers that their addresses hold.

    An address that only repeats an identifier is no link: the identifier is one.
    """
    links = [
        LinkRecord(kind, url)
        for name, kind in LINK_FIELDS.items()
        if (url := fields.address(name))
    ]
    links += map(_with_usual_label, _titled(fields))
    found = [each for each in (recognise(link.url) for link in links) if each]
    found = [each for each in found if len(each[1]) <= lengths.IDENTIFIER]
    known = {url_for(*pair) for pair in (*identifiers, *found) if pair[0] == "doi"}
    return tuple(link for link in links if link.label or link.url not in known), tuple(
        dict.fromkeys(found)
    )


def _titled(fields):
    raw = fields.rest.get("links", "")
    links, problems = read_links(fields.verbatim("links"))
    for problem in problems:
        fields.complain("links", problem)
    if all(map(lengths.link_fits, links)):
        return links
    _leave_too_long(fields, "links", raw)
    return ()


def _with_usual_label(link):
    """A label that its kind has anyway says nothing."""
    return replace(link, label="") if link.label == LABELS[link.kind] else link


def _topics(fields):
    name = "keywords" if "keywords" in fields.rest else "topics"
    raw = fields.raw(name)
    parts = [fields.plain(part) for part in _split_topics(raw)]
    if any(len(part) > lengths.TOPIC for part in parts):
        _leave_too_long(fields, name, raw)
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
