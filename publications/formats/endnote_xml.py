"""EndNote's XML (<xml><records><record>), as EndNote, Zotero, Mendeley and Drupal write it.

Each record is parsed by itself: what is broken in one costs no other, nothing that the
file declares is ever expanded, and a large library needs no tree of its whole.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ErrorString

from defusedxml.ElementTree import fromstring

from portal.imports.files import cleaned
from publications.formats.endnote_types import NUMBERS, TYPES
from publications.formats.tagged_fields import (
    contributors,
    date_of_year,
    keywords,
    links,
    serial_numbers,
)
from publications.formats.tagged_lines import Tagged, joined
from publications.formats.tagged_names import read_endnote_name
from publications.identifiers import normalise
from publications.values import Entry

SIGN = re.compile(r"<xml>\s*<records>|<records>\s*<record>")
START = re.compile(r"<record(?:\s[^<>]*)?>")
END = "</record>"
DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)")
MOST_KEPT = 2000
# They tell of the library that the record stood in, and not of the work.
OF_THE_LIBRARY = {"database", "source-app", "rec-number", "foreign-keys", "ref-type"}
# Their parts have names that say less than their own.
NAMED_BY_WHOLE = {"keywords", "alt-periodical"}

FIELDS = {
    "title": ("title",),
    "volume": ("volume",),
    "number": ("number", "issue"),
    "pages": ("pages",),
    "doi": ("electronic-resource-num",),
    "edition": ("edition",),
    "language": ("language",),
    "address": ("pub-location",),
    "affiliation": ("auth-address",),
    "shorttitle": ("short-title",),
    "urldate": ("access-date",),
}
EDITED = {"article-journal", "paper-conference", "chapter", "document"}
PROCEEDINGS = ("custom3", "secondary-title", "full-title")
JOURNAL = ("full-title", "secondary-title")
PUBMED = re.compile(r"\b(?:nlm|pubmed|medline)\b", re.I)


def read(text: str, file: str) -> Iterator[Entry]:
    """One entry for each record, the broken ones with their `error`."""
    starts = [found.start() for found in START.finditer(text)]
    head = text[: starts[0]] if starts else text
    if DECLARATION.search(head):
        sentence = (
            "The XML declares a document type or entities of its own, which EndNote "
            "never does. Nothing of it was read; export the library again."
        )
        yield Entry(file, 1, "endnote", raw=text[:MOST_KEPT], error=sentence)
        return
    for number, (line, column, raw) in enumerate(_records(text, starts), start=1):
        yield _entry(raw, file, line, column, number)


def _records(text: str, starts: list[int]) -> Iterator[tuple[int, int, str]]:
    """The source of each with its line and column: a library is often one line."""
    line, position, before = 1, 0, -1
    for start, limit in pairwise([*starts, len(text)]):
        line += text.count("\n", position, start)
        before = max(before, text.rfind("\n", position, start))
        position = start
        end = text.find(END, start, limit)
        yield line, start - before, text[start : end + len(END) if end > 0 else limit]


def _entry(raw: str, file: str, line: int, column: int, number: int) -> Entry:
    try:
        element = _element(raw)
    except (ParseError, ValueError) as error:
        rows, place = getattr(error, "position", (1, 0))
        place += column if rows == 1 else 1
        reason = ErrorString(error.code) if isinstance(error, ParseError) else error
        sentence = (
            f"Line {line + rows - 1}, column {place}: record {number} cannot be read: "
            f"{reason}."
        )
        return Entry(file, line, "endnote", raw=raw[:MOST_KEPT], error=sentence)
    record = Tagged(line, [pair for pair in _pairs(element) if pair[1]])
    type_, edited = _type(element)
    people, truncated = _people(record, type_, edited)
    fields = {"type": type_, **_fields(record, type_), **record.rest("endnote")}
    return Entry(
        file=file,
        line=line,
        format="endnote",
        key=_key(fields),
        fields={name: text for name, text in fields.items() if text},
        raw=raw,
        contributors=people,
        truncated=truncated,
    )


def _element(raw: str) -> Element:
    if not raw.endswith(END):
        raise ValueError(f"it is not closed, a '{END}' is missing")
    return fromstring(raw, forbid_dtd=True)


def _pairs(record: Element) -> Iterator[tuple[str, str]]:
    """("secondary-title", text), of lists ("authors", name) or ("web-urls", address)."""
    for part in record:
        if part.tag in OF_THE_LIBRARY:
            continue
        if not _inside(part):
            yield part.tag, _text(part)
        for each in _inside(part):
            name = part.tag if part.tag in NAMED_BY_WHOLE else each.tag
            for leaf in _inside(each) or [each]:
                yield name, _text(leaf)


def _inside(element):
    """Its parts; a <style> is none, but how the text looks."""
    return [each for each in element if each.tag != "style"]


def _text(element):
    text = cleaned("".join(element.itertext()))
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _type(record):
    """The type, and whether those called authors are the editors of a book."""
    element = record.find("ref-type")
    name, number = "", ""
    if element is not None:
        name, number = element.get("name", "").strip(), _text(element)
    word = name.casefold() or NUMBERS.get(number, "generic")
    return TYPES.get(word, name), word == "edited book"


def _people(record, type_, edited):
    """The second authors of a book edit its series, unless nobody else is named."""
    tags = {"author": ("authors",), "editor": ()}
    if edited:
        tags = {"author": (), "editor": ("authors",)}
    elif type_ in EDITED:
        tags["editor"] = ("secondary-authors",)
    elif type_ == "book":
        named = {tag for tag, _ in record.pairs}
        others = named & {"authors", "tertiary-authors"}
        tags["editor"] = ("tertiary-authors" if others else "secondary-authors",)
    return contributors(record, tags, read_endnote_name)


def _fields(record, type_):
    fields = {name: record.first(*tags) for name, tags in FIELDS.items()}
    fields |= _place(record, type_)
    fields |= date_of_year(
        record.first("year"), record.first("pub-dates"), "endnote.pub-dates"
    )
    fields["abstract"] = "\n\n".join(_taken_whole(record, "abstract"))
    fields["notes"] = "\n".join(_taken_whole(record, "notes", "research-notes"))
    fields["keywords"] = keywords(record, "keywords")
    fields |= serial_numbers(record.take("isbn"), "endnote.isbn")
    fields |= _numbers_of_pubmed(record)
    addresses = chain(record.take("web-urls"), record.take("related-urls", "text-urls"))
    return fields | links([*addresses], record.take("pdf-urls"), "endnote.urls")


def _place(record, type_):
    """Where it came out; what a journal is called besides is its short name."""
    if type_ in {"thesis", "report"}:
        place = {"venue": record.first("publisher")}
    elif type_ == "book":
        place = {"series": record.first("secondary-title")}
    else:
        tags = PROCEEDINGS if type_ == "paper-conference" else JOURNAL
        place = {"venue": record.first(*tags), "series": record.first("tertiary-title")}
    names = record.take("abbr-1", "full-title", "secondary-title")
    names = [each for each in names if each not in place.values()]
    return {
        "publisher": record.first("publisher"),
        "shortjournal": "; ".join(dict.fromkeys(names)),
        **place,
    }


def _taken_whole(record, *tags):
    texts = [joined(value) for tag, value in record.pairs if tag in tags]
    record.take(*tags)
    return texts


def _numbers_of_pubmed(record):
    """Where it is certain that these are they; elsewhere they are any library's."""
    found = {}
    sources = [text for tag, text in record.pairs if tag.startswith("remote-database")]
    for pair in list(record.pairs):
        tag, text = pair
        scheme = {"custom2": "pmcid", "custom7": "pmcid", "accession-num": "pmid"}.get(
            tag
        )
        if scheme == "pmid" and not any(map(PUBMED.search, sources)):
            continue
        if scheme and scheme not in found and (value := normalise(scheme, text)):
            found[scheme] = value
            record.pairs.remove(pair)
    return found


def _key(fields):
    """A label is the key, unless it is a number, which many have."""
    label = fields.get("endnote.label", "")
    return "" if label.isdigit() else fields.pop("endnote.label", "")
