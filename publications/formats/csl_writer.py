"""A Record as CSL-JSON 1.0.2, the form that Zotero and citation processors exchange."""

import json
import re
from dataclasses import replace
from itertools import accumulate
from typing import Any

from publications.formats.carried import not_carried
from publications.formats.csl_dates import write_date
from publications.formats.csl_json import OURS, entry_of
from publications.formats.csl_names import write_name
from publications.formats.csl_variables import FIELDS, TYPES, WrongType
from publications.formats.record_fields import identifier_fields, public_extra
from publications.values import Record

BRACKET = re.compile(r"[\[\]{}]")
# What is nested deeper than this no encoder should have to follow.
DEEPEST = 100
KEPT = ("address", "edition", "language", "series", "shorttitle", "pagetotal")


def csl_item(record: Record, item_id: str, private: bool = False) -> dict[str, Any]:
    """One item; only what is known stands in it.

    What CSL has no variable for is in {"custom": {"coauthor": …}}. `private` as in
    BibTeX.
    """
    if not private:
        record = replace(record, extra=public_extra(record.extra))
    variables = _kept(record.extra) | _variables(record)
    item = {name: value for name, value in variables.items() if value}
    item = {"id": item_id, **item}
    ours = not_carried(record, entry_of(dict(item)))
    return {**item, "custom": {OURS: ours}} if ours else item


def _variables(record):
    primary = record.appearances[0]
    identifiers = identifier_fields(record)
    doi, arxiv = identifiers.get("doi", ""), identifiers.get("arxiv", "")
    is_preprint = record.type == "article"
    institution = record.type in {"thesis", "report"}
    return {
        "type": _type(record),
        "citation-key": record.key,
        "title": record.title,
        "author": _names(record, "author"),
        "editor": _names(record, "editor"),
        "container-title": "" if institution else primary.venue,
        "container-title-short": primary.venue_short,
        "issued": write_date(primary.date),
        "status": primary.status if primary.status != "published" else "",
        "volume": primary.volume,
        "issue": primary.number,
        "page": primary.pages,
        "publisher": primary.venue if institution else primary.publisher,
        "abstract": record.abstract,
        "note": record.note,
        "keyword": ", ".join(record.topics),
        "DOI": doi,
        "number": f"arXiv:{arxiv}" if arxiv and (is_preprint or not doi) else "",
        "ISBN": identifiers.get("isbn", ""),
        "ISSN": identifiers.get("issn", ""),
        "PMID": identifiers.get("pmid", ""),
        "PMCID": identifiers.get("pmcid", ""),
        "URL": next((link.url for link in record.links), ""),
    }


def _type(record):
    stated = record.extra.get("csl.type", "")
    return stated if TYPES.get(stated) == record.type else record.type or "document"


def _names(record, role):
    return [write_name(each.name) for each in record.contributors if each.role == role]


def _kept(extra):
    """What CSL has a variable for, or came from another one and comes back from it."""
    kept = {FIELDS[name]: extra[name] for name in KEPT if name in extra}
    for name, text in extra.items():
        variable = name.removeprefix("csl.")
        if variable not in {name, "id", "type", "custom"}:
            value = _value(text)
            if _comes_back(name, text, variable, value):
                kept[variable] = value
    return kept


def _comes_back(name, text, variable, value):
    """Not so of "Author": as "author", as we keep it, its text would be no names."""
    try:
        return entry_of({variable: value}).fields == {name: text}
    except WrongType:
        return False


def _value(text):
    """Lists and objects are kept as their JSON; NaN, which is none, stays a text."""
    if text[:1] not in {"[", "{"} or _depth(text) > DEEPEST:
        return text
    try:
        return json.loads(text, parse_constant=_refuse)
    except ValueError:
        return text


def _depth(text):
    steps = (1 if mark in "[{" else -1 for mark in BRACKET.findall(text))
    return max(accumulate(steps), default=0)


def _refuse(constant):
    raise ValueError(f"{constant} is no JSON")
