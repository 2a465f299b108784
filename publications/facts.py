"""A Record as named facts that can be compared, stored and shown one by one.

A fact is a text, a truth value or a list of texts; an empty one is a fact that the
source does not state. Facts are what a run reports as changed, what a paper remembers
of its last import, and what decides whether two statements agree.
"""

import hashlib
import json
from functools import lru_cache

from publications.formats.also_at import write_also_at
from publications.names import make_slug
from publications.values import Record

Fact = str | bool | list[str]
# Digests are kept: its text must stay what it is.
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode

EQUAL_MARKS = {1: "*", 2: "†"}
PRIMARY = (
    "venue",
    "label",
    "kind",
    "status",
    "presentation",
    "award",
    "volume",
    "number",
    "pages",
    "publisher",
)


def facts_of(record: Record) -> dict[str, Fact]:
    """Every fact that the record states, by name."""
    primary, *further = record.appearances
    facts: dict[str, Fact] = {
        "type": record.type,
        "title": record.title,
        "authors": _names(record, "author"),
        "editors": _names(record, "editor"),
        **{name: getattr(primary, name) for name in PRIMARY},
        "date": primary.date.text,
        "venue_title": primary.title,
        "also_at": write_also_at(further),
        **_identifiers(record),
        # BibTeX's fields have no order, so that of the links says nothing.
        "links": sorted(
            f"{link.kind} {link.url} {link.label}".strip() for link in record.links
        ),
        "topics": sorted(set(map(topic_slug, record.topics))),
        "abstract": record.abstract,
        "note": record.note,
        "visibility": record.visibility,
        "featured": bool(record.featured),
        **{f"extra.{name}": value for name, value in record.extra.items()},
    }
    return {name: fact for name, fact in facts.items() if fact}


# A bibliography has thousands of papers for each of its topics.
@lru_cache(maxsize=4096)
def topic_slug(name: str) -> str:
    """What two spellings of one topic share."""
    return make_slug(name, 150)


def digest_of(record: Record) -> str:
    """One value for all that a record states; equal statements have equal digests."""
    return digest_of_facts(record.key, facts_of(record))


def digest_of_facts(key: str, facts: dict[str, Fact]) -> str:
    text = _ENCODE([key, facts])
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def _names(record, role):
    names = [
        each.name.inverted
        + EQUAL_MARKS.get(each.equal_group, "")
        + ("‡" if each.corresponding else "")
        for each in record.contributors
        if each.role == role
    ]
    return [*names, "others"] if record.truncated and role == "author" else names


def _identifiers(record):
    facts = {}
    for scheme, value in sorted(record.identifiers):
        facts[scheme] = f"{facts[scheme]}; {value}" if scheme in facts else value
    return facts
