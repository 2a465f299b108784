"""The fields of a Record as BibTeX has them, in LaTeX."""

import re

from portal.date_spans import MONTHS
from publications.formats.also_at import write_also_at
from publications.formats.biblatex import write_annotations
from publications.formats.bibtex_heads import is_inert
from publications.formats.bibtex_name_lists import write_names
from publications.formats.fields import (
    BIBTEX_TYPES,
    VENUE_FIELD_OF_TYPE,
    VENUE_FIELDS,
)
from publications.formats.latex import encode, protect
from publications.formats.record_fields import (
    identifier_fields,
    link_fields,
    marks_of,
    topics_field,
)
from publications.names import PersonName

MACROS = tuple(month[:3].lower() for month in MONTHS)
BRACE = re.compile(r"[{}]")
EPRINT_SCHEMES = {"arxiv": "arXiv"}
IDENTIFIER_FIELDS = ("doi", "isbn", "issn", "pmid", "pmcid", "openreview", "acl", "hal")


def bibtex_fields(record, marked):
    """(name, LaTeX) pairs, empty ones too; biblatex's writer starts from them.

    `marked`: whether names bear the marks of their authors.
    """
    primary, *further = record.appearances
    yield "title", protect(record.title)
    yield from _people(record, "author", marked)
    yield from _people(record, "editor", marked)
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
    for name, value in link_fields(record):
        yield name, _verbatim(value)
    yield "also_at", encode(write_also_at(further))
    yield "keywords", encode(_keywords(record))
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
    if "://" in record.appearances[0].venue:
        return "venue"  # as `howpublished` it would be an address
    return VENUE_FIELD_OF_TYPE.get(record.type, "howpublished")


def _people(record, role, marked):
    """What is said of an author stands on the name or, unless `marked`, beside it."""
    named = [each for each in record.contributors if each.role == role]
    marks = marks_of if marked else lambda _: ""
    value = write_names((_encoded(each.name), marks(each)) for each in named)
    cut = record.truncated and role == "author"
    yield role, f"{value} and others" if cut else value
    yield f"{role}+an", "" if marked else write_annotations(named)


def _encoded(name):
    parts = (name.given, name.family, name.suffix, name.literal)
    return PersonName(*(encode(part) for part in parts))


def _date(date):
    yield "year", str(date.year or "")
    if date.text != str(date.year or ""):
        yield "date", encode(date.text)
    if date.start and date.end and date.start.month:
        same = (date.start.year, date.start.month) == (date.end.year, date.end.month)
        yield "month", MACROS[date.start.month - 1] if same else ""


def _keywords(record):
    """Between commas, as biblatex and JabRef part them, unless a topic has one inside."""
    safe = not any(mark in topic for topic in record.topics for mark in ",;")
    return ", ".join(record.topics) if safe else topics_field(record)


def _identifiers(record):
    for scheme, text in identifier_fields(record).items():
        value = _verbatim(text)
        if scheme in EPRINT_SCHEMES and ";" not in value:
            yield "eprint", value
            yield "archiveprefix", EPRINT_SCHEMES[scheme]
        elif scheme in IDENTIFIER_FIELDS:
            yield scheme, value
        else:
            yield f"{scheme}_id", value


def _verbatim(text):
    """Addresses and identifiers are no LaTeX, but no brace may be left open."""
    if is_inert(text):
        return text
    return BRACE.sub(lambda brace: encode(brace[0]), text)


def _type_survives(record):
    """Whether the BibTeX type alone brings the CSL type back."""
    return BIBTEX_TYPES.get(record.type) != "misc" and record.type != "speech"
