"""CSL-JSON as Zotero, Pandoc, citation.js, Crossref and DataCite write it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from publications.formats.carried import with_ours
from publications.formats.csl_dates import read_date
from publications.formats.csl_names import read_names
from publications.formats.csl_variables import (
    FIELDS,
    NOTE_LINES,
    TYPES,
    WrongType,
    as_text,
)
from publications.formats.json_items import Item, items
from publications.formats.markup import without_markup
from publications.identifiers import normalise
from publications.values import Entry

SIGN = re.compile(
    r'\A\s*[\[{].*?"(?:type|title|issued|DOI|citation-key|container-title)"\s*:', re.S
)
# With one of these an item begins, as everybody writes it.
HEADS = "id|type|title|DOI|citation-key|abstract|author|issued|categories|indexed"
NOTE_LINE = re.compile(r"([A-Za-z][\w .-]*?): (.+)")
ARXIV = re.compile(r"arxiv:", re.I)
OURS = "coauthor"


def read(text: str, file: str) -> Iterator[Entry]:
    """One entry for each item of the list, of {"items": […]}, or for the one object."""
    for item in items(text, "items", heads=HEADS):
        yield _entry(item, file)


def entry_of(item: dict[str, Any]) -> Entry:
    """The entry that an item is; WrongType when it is none."""
    left = {name: value for name, value in item.items() if value not in (None, "", [])}
    custom = left.pop("custom", {})
    custom = dict(custom) if isinstance(custom, dict) else custom
    ours = _ours(custom.pop(OURS, {})) if isinstance(custom, dict) else {}
    fields = _fields(left)
    people, truncated = [], False
    for role in ("author", "editor"):
        named, cut = read_names(left.pop(role, []), role)
        people += named
        truncated = truncated or cut and role == "author"
    key = _key(left)
    for name, value in {**left, **({"custom": custom} if custom else {})}.items():
        fields[f"csl.{name.lower()}"] = _kept(value)
    entry = Entry(
        file="",
        line=0,
        format="csl-json",
        key=key,
        fields={name: text for name, text in fields.items() if text},
        contributors=tuple(people),
        truncated=truncated,
    )
    return with_ours(entry, ours)


def _ours(stated):
    if isinstance(stated, dict) and all(isinstance(v, str) for v in stated.values()):
        return stated
    raise WrongType(OURS, stated, 'an object of texts such as {"status": "accepted"}')


def _entry(item: Item, file: str) -> Entry:
    about = {"file": file, "line": item.line, "raw": item.raw}
    if item.error:
        return Entry(format="csl-json", error=item.error, **about)
    try:
        if not isinstance(item.value, dict):
            raise WrongType("an item", item.value, "an object such as {…}")
        return replace(entry_of(dict(item.value)), **about)
    except WrongType as error:
        sentence = f"Line {item.line}: {error}."
        return Entry(format="csl-json", error=sentence, **about)


def _fields(left):
    fields = {
        name: as_text(variable, left.pop(variable, ""))
        for name, variable in FIELDS.items()
    }
    fields["title"] = without_markup(fields["title"])
    fields |= _type(left)
    fields |= {n: t for n, t in _venue(left, fields).items() if t}
    fields["date"] = read_date("issued", left.pop("issued", None))
    fields["urldate"] = read_date("accessed", left.pop("accessed", None))
    fields["abstract"] = as_text("abstract", left.pop("abstract", ""))
    fields["keywords"] = _keywords(left.pop("keyword", ""))
    fields |= _number(left, fields)
    fields |= _note(left)
    return fields


def _type(left):
    word = as_text("type", left.pop("type", ""))
    known = TYPES.get(word, word)
    return {"type": known, "csl.type": word if word != known else ""}


def _venue(left, fields):
    """The container; the institution of a thesis or report; the event of a talk."""
    container = without_markup(
        as_text("container-title", left.pop("container-title", ""))
    )
    event = as_text("event-title", left.pop("event-title", left.pop("event", "")))
    if fields["type"] in {"thesis", "report"} and not container:
        return {"venue": fields.pop("publisher"), "eventtitle": event}
    if not container:
        return {"venue": event}
    return {"venue": container, "eventtitle": event}


def _keywords(value):
    if isinstance(value, list):
        return "; ".join(map(str, value))
    text = as_text("keyword", value)
    # Zotero and CSL put commas between them.
    return text if ";" in text else "; ".join(re.split(r",\s*", text))


def _number(left, fields):
    """The number of a report or an arXiv paper; the issue has a variable of its own."""
    number = as_text("number", left.pop("number", ""))
    if ARXIV.match(number) and (arxiv := normalise("arxiv", number)):
        return {"arxiv": arxiv}
    if number and not fields["number"] and fields["type"] in {"report", "patent"}:
        return {"number": number}
    return {"csl.number": number}


def _note(left):
    """Zotero puts what it has no field for into the note: "Citation Key: doe2020"."""
    found, rest = {}, []
    for line in as_text("note", left.pop("note", "")).split("\n"):
        known = NOTE_LINE.fullmatch(line.strip())
        name = NOTE_LINES.get(known[1].casefold()) if known else None
        if name == "key":
            left.setdefault("citation-key", known[2])
        elif name and name not in found:
            found[name] = known[2]
        else:
            rest.append(line)
    return {**found, "note": "\n".join(rest).strip()}


def _key(left):
    """An address or a number names the item in somebody's library; it is no key."""
    item_id = as_text("id", left.get("id", ""))
    usable = not item_id.isdigit() and "/" not in item_id
    if usable:
        left.pop("id", None)
    return as_text("citation-key", left.pop("citation-key", "")) or item_id * usable


def _kept(value):
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
