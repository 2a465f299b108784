"""Fields that all tagged formats have in one form or another."""

import re
from collections.abc import Iterable

from publications.formats.tagged_lines import Tagged
from publications.formats.tagged_names import (
    is_truncation,
    read_tagged_name,
    with_dotted_initials,
)
from publications.formats.titled_links import write_links
from publications.identifiers import normalise
from publications.names import PersonName
from publications.values import Contributor, LinkRecord

SERIAL = re.compile(r"\b(?:97[89][-‐– ]?)?(?:\d[-‐– ]?){7,9}[\dXx]\b")


def contributors(
    record: Tagged, tags: dict[str, tuple[str, ...]], dotted: bool = False
) -> tuple[tuple[Contributor, ...], bool]:
    """Those whom the tags of each role name, in the order of the file, and whether
    there are more. `dotted` is for formats that pack initials: "Loach, PA"."""
    people, truncated = [], False
    for role, names in tags.items():
        for text in record.take(*names):
            if is_truncation(text):
                truncated = True
                continue
            name = read_tagged_name(text)
            if name.display:
                name = with_dotted_initials(name) if dotted else name
                people.append(Contributor(name, role))
    return tuple(people), truncated


def groups(texts: Iterable[str], role: str = "author") -> tuple[Contributor, ...]:
    """Organisations, which have a tag of their own."""
    return tuple(Contributor(PersonName(literal=text), role) for text in texts if text)


def pages(record: Tagged, first: str, last: str) -> str:
    start, end = record.first(first), record.first(last)
    if start and end and end != start and not re.search(r"[-–]", start):
        return f"{start}–{end}"
    return start or end


def keywords(record: Tagged, *tags: str) -> str:
    """Between semicolons; EndNote puts all of them into one value, in lines."""
    values = [value for tag, value in record.pairs if tag in tags]
    record.take(*tags)
    words = (part.strip(" ;") for value in values for part in value.split("\n"))
    found = list(dict.fromkeys(word for word in words if word))
    return f"{found[0]};" if len(found) == 1 and "," in found[0] else "; ".join(found)


def serial_numbers(values: Iterable[str], otherwise: str) -> dict[str, str]:
    """ISBN and ISSN, which share a tag; what is neither goes into `otherwise`."""
    found: dict[str, list[str]] = {"isbn": [], "issn": []}
    unknown = []
    for value in values:
        known = [_serial(each) for each in SERIAL.findall(value)]
        if not any(known):
            unknown.append(value)
        for scheme, number in filter(None, known):
            found[scheme].append(number)
    fields = {name: "; ".join(dict.fromkeys(each)) for name, each in found.items()}
    return {**fields, otherwise: "\n".join(unknown)}


def titled_addresses(addresses: Iterable[str]) -> str:
    web = (each for each in addresses if re.match(r"https?://", each))
    return write_links(LinkRecord("paper", each) for each in dict.fromkeys(web))


def _serial(text):
    for scheme in ("issn", "isbn"):
        if number := normalise(scheme, text):
            return scheme, number
    return None
