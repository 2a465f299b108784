"""Atom feeds of the arXiv API."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from publications.formats.json_items import Item
from publications.formats.latex import decode
from publications.formats.structured import entry_of
from publications.identifiers import normalise
from publications.names import parse_name
from publications.values import Contributor, Entry

# Only at the start of the text: elsewhere a long one could be searched without end.
SIGN = re.compile(
    r"\A(?:\s|<[?!][^<>]*>)*+<feed\s(?=[^<>]*http://www\.w3\.org/2005/Atom)"
    r"[\s\S]*?arxiv\.org/"
)
ATOM = "{http://www.w3.org/2005/Atom}"
ARXIV = "{http://arxiv.org/schemas/atom}"
# The text is decoded by now, whatever it declares.
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
ENTRY = re.compile(r"<entry\b.*?</entry>", re.DOTALL)


def read(text: str, file: str) -> Iterator[Entry]:
    try:
        xml = DECLARATION.sub("", text).encode("utf-8", "replace")
        feed = fromstring(xml, forbid_dtd=True)
        if feed.tag != f"{ATOM}feed":
            raise ValueError("it is no Atom feed")
    except (ParseError, DefusedXmlException, ValueError) as error:
        sentence = f"The XML cannot be read: {error}."
        yield Entry(file, 1, "arxiv", raw=text[:2000], error=sentence)
        return
    raws = list(ENTRY.finditer(text))
    for number, entry in enumerate(feed.iter(f"{ATOM}entry")):
        if "/api/errors" not in _text(entry, f"{ATOM}id"):
            yield entry_of(
                _item(text, raws, number, entry), file, "arxiv", _fields, _people
            )


def _item(text, raws, number, entry):
    if number >= len(raws):
        return Item(entry, "", 1)
    found = raws[number]
    return Item(entry, found[0], text.count("\n", 0, found.start()) + 1)


def _fields(entry: Element):
    number = normalise("arxiv", _text(entry, f"{ATOM}id"))
    if not number:
        raise ValueError("it has no arXiv identifier")
    return {
        "title": _plain(_text(entry, f"{ATOM}title")),
        "csl_type": "article",
        "venue": "arXiv",
        "date": _text(entry, f"{ATOM}published")[:10],
        "abstract": _plain(_text(entry, f"{ATOM}summary")),
        "eprint": number,
        "archiveprefix": "arXiv",
        "doi": _text(entry, f"{ARXIV}doi"),
        "journal_ref": _text(entry, f"{ARXIV}journal_ref"),
        "comment": _text(entry, f"{ARXIV}comment"),
    }


def _people(entry):
    names = (_text(author, f"{ATOM}name") for author in entry.iter(f"{ATOM}author"))
    return tuple(Contributor(parse_name(name)) for name in names if name), False


def _text(element, path):
    return " ".join((element.findtext(path) or "").split())


def _plain(text):
    """Authors send titles and abstracts as TeX; a lone % or ~ is text."""
    return decode(text) if re.search(r"[$\\]", text) else text
