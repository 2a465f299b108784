"""A Record as a BibTeX entry that BibTeX, biber and Zotero read, and we read back."""

import re

from publications.formats.also_at import write_also_at
from publications.formats.bibtex_names import write_names
from publications.formats.fields import (
    BIBTEX_TYPES,
    LINK_FIELDS,
    VENUE_FIELD_OF_TYPE,
    VENUE_FIELDS,
)
from publications.formats.latex import encode, protect
from publications.formats.titled_links import write_links
from publications.names import PersonName
from publications.values import Record

EQUAL_MARKS = {1: "*", 2: "†"}
CORRESPONDING_MARK = "‡"
EPRINT_SCHEMES = {"arxiv": "arXiv"}
IDENTIFIER_FIELDS = ("doi", "isbn", "issn", "pmid", "pmcid", "openreview", "acl", "hal")
# What an entry inherited stands in it already; inheriting again would add to it.
INHERITANCE = {"crossref", "xdata"}
# What reference managers keep for themselves: JabRef, BibDesk, Mendeley, Zotero,
# BibSonomy. Not `annotation`, which al-folio prints. Tables have _ for -.
PRIVATE_FIELD = re.compile(
    r"files?|file-attachments|localfile|local-url|annote|notes|comments?.*|review"
    r"|owner|username|timestamp|(?:date-)?(?:added|modified)(?:-at)?"
    r"|creationdate|modificationdate|bdsk-.*|groups|user[a-f]|-*markedentry"
    r"|read|readstatus|priority|ranking|rating|relevance|quality(?:assured)?|printed"
    r"|(?:mendeley|zotero|citeulike)-.*|(?:keywords-)?private.*"
)
LOCAL_PATH = re.compile(r"[\s{:]*(?:file:|[a-z]:[\\/]|~/|/(?:home|users)/)", re.I)
UNSAFE_IN_KEY = re.compile(r"[\s{}(),\\\"'#%=~@]+")


def write_bibtex(record: Record, key: str, private: bool = False) -> str:
    """One entry, ended by a newline. `key` must be unique in the file.

    With `private` no field is lost (`interface.md` §3): what has no place comes out
    again as it came in. Without, what is nobody else's business is left out.
    """
    extra = record.extra if private else public_extra(record.extra)
    fields = [*_fields(record), *sorted(extra.items())]
    lines = [
        f"  {name:<12} = {{{value}}},"
        for name, value in fields
        if value and name not in INHERITANCE
    ]
    head = f"@{BIBTEX_TYPES.get(record.type, 'misc')}{{{key},"
    return "\n".join([head, *lines, "}", ""])


def public_extra(extra: dict[str, str]) -> dict[str, str]:
    """Without reference managers' own fields, and without paths of somebody's disk."""
    return {
        name: value
        for name, value in extra.items()
        if not PRIVATE_FIELD.fullmatch(name.lower().replace("_", "-"))
        and not LOCAL_PATH.match(value)
    }


def bibtex_key(text: str, fallback: str) -> str:
    return UNSAFE_IN_KEY.sub("-", text).strip("-") or fallback


def _fields(record):
    primary, *further = record.appearances
    yield "title", protect(record.title)
    yield "author", _names(record, "author")
    yield "editor", _names(record, "editor")
    yield _venue_field(record), encode(primary.venue)
    yield "abbr", encode(primary.venue_short)
    yield "label", encode(primary.label)
    yield from _date(primary.date)
    for name in ("volume", "number", "publisher", "award"):
        yield name, encode(getattr(primary, name))
    yield "pages", encode(primary.pages).replace("–", "--")
    yield "venue_kind", primary.kind
    yield "presentation", primary.presentation
    yield "venue_title", encode(primary.title)
    yield from _identifiers(record)
    yield from _links(record)
    yield "also_at", encode(write_also_at(further))
    yield "keywords", encode("; ".join(record.topics))
    yield "abstract", encode(record.abstract)
    yield "note", encode(record.note)
    yield "selected", "true" if record.featured else ""
    yield "status", primary.status
    yield "visibility", record.visibility
    yield "csl_type", "" if _type_survives(record) else record.type


def _venue_field(record):
    """The type's own field; ours where the source put something else into such a one."""
    if {*VENUE_FIELDS, "howpublished"} & set(record.extra):
        return "venue"
    return VENUE_FIELD_OF_TYPE.get(record.type, "howpublished")


def _names(record, role):
    named = [each for each in record.contributors if each.role == role]
    value = write_names((_encoded(each.name), _marks(each)) for each in named)
    return f"{value} and others" if record.truncated and role == "author" else value


def _encoded(name):
    parts = (name.given, name.family, name.suffix, name.literal)
    return PersonName(*(encode(part) for part in parts))


def _marks(contributor):
    mark = EQUAL_MARKS.get(contributor.equal_group, "")
    return mark + CORRESPONDING_MARK if contributor.corresponding else mark


def _date(date):
    yield "year", str(date.year or "")
    if date.text != str(date.year or ""):
        yield "date", encode(date.text)


def _identifiers(record):
    for scheme, value in record.identifiers:
        if scheme in EPRINT_SCHEMES:
            yield "eprint", value
            yield "archiveprefix", EPRINT_SCHEMES[scheme]
        elif scheme in IDENTIFIER_FIELDS:
            yield scheme, value
        else:
            yield f"{scheme}_id", value


def _links(record):
    """Links in fields of their own as long as the fields' order is that of the links.

    From the first one on that has a label, or would come back in another place, they
    are titled ones.
    """
    places = {kind: place for place, kind in enumerate(LINK_FIELDS.values())}
    names = {kind: name for name, kind in LINK_FIELDS.items()}
    titled, last = [], -1
    for link in record.links:
        place = places.get(link.kind, -1)
        if titled or link.label or place <= last:
            titled.append(link)
        else:
            last = place
            yield names[link.kind], link.url
    yield "links", write_links(titled)


def _type_survives(record):
    """Whether the BibTeX type alone brings the CSL type back."""
    return BIBTEX_TYPES.get(record.type) != "misc" and record.type != "speech"
