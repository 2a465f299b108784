"""Crossref's JSON: of its own API, or the CSL-JSON that it gives for a DOI.

Most of it is about the record and not about the work: when it was indexed, how often
it is cited, what it cites. That changes every day, and so would each paper, if it were
kept; only what describes the work is read.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from publications.formats import csl_json
from publications.formats.csl_variables import WrongType
from publications.formats.json_items import Item, items
from publications.formats.markup import without_markup
from publications.values import Entry

SIGN = re.compile(r'"is-referenced-by-count"\s*:|"message-type"\s*:\s*"work')
DESCRIBE = {
    *("type", "title", "author", "editor", "container-title", "issued", "volume"),
    *("issue", "page", "publisher", "DOI", "ISBN", "ISSN", "URL", "language"),
    *("collection-title", "edition", "publisher-place", "container-title-short"),
}
HEADING = re.compile(
    r"<jats:title[^>]*>\s*(?:Abstract|Summary)\W*</jats:title>", re.IGNORECASE
)
# "KDD '19": the badge of a series of conferences has no year.
YEAR = re.compile(r"[\s'’-]*(?:19|20)?[0-9]{2}$")


def read(text: str, file: str) -> Iterator[Entry]:
    for item in items(text, "items"):
        yield _entry(item, file)


def _entry(item: Item, file: str) -> Entry:
    about = {"file": file, "line": item.line, "raw": item.raw}
    if item.error:
        return Entry(format="csl-json", error=item.error, **about)
    try:
        work = _work(item.value)
        entry = csl_json.entry_of(_described(work))
        badge = YEAR.sub("", _part(work, "event", "acronym"))
    except (WrongType, AttributeError, TypeError) as error:
        sentence = f"Line {item.line}: this is no work: {error}."
        return Entry(format="csl-json", error=sentence, **about)
    fields = {**entry.fields, "venue_short": badge} if badge else entry.fields
    return replace(entry, fields=fields, **about)


def _work(value):
    """The work in the answer about one, or in a list of works."""
    return value["message"] if "message-type" in value else value


def _described(work):
    item = {name: value for name, value in work.items() if name in DESCRIBE}
    item["title"] = _titled(work)
    item["abstract"] = without_markup(HEADING.sub("", work.get("abstract") or ""))
    item.setdefault("page", work.get("article-number"))
    if short := _first(work.get("short-container-title")):
        item["container-title-short"] = short
    if place := work.get("publisher-location"):
        item["publisher-place"] = place
    if not _first(work.get("container-title")):
        # A preprint's server stands there, for want of a better place.
        item["container-title"] = _part(work, "institution", "name")
    return item


def _titled(work):
    title, subtitle = _first(work.get("title")), _first(work.get("subtitle"))
    if subtitle.casefold() in title.casefold():
        return title
    return ": ".join(filter(None, [title, subtitle]))


def _first(value):
    if isinstance(value, list):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""


def _part(work, name, part):
    value = work.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return _first((value or {}).get(part))
