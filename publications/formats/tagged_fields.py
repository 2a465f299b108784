"""Fields that all tagged formats have in one form or another."""

import re
from collections.abc import Callable, Iterable

from portal.dates import PartialDate
from publications.formats.tagged_lines import Tagged
from publications.formats.tagged_names import is_truncation, read_tagged_name
from publications.formats.titled_links import write_links
from publications.identifiers import normalise
from publications.names import PersonName
from publications.values import Contributor, LinkRecord

SERIAL = re.compile(r"\b(?:97[89][-‐– ]?)?(?:\d[-‐– ]?){7,9}[\dXx]\b")
WEB = re.compile(r"https?://")


def contributors(
    record: Tagged,
    tags: dict[str, tuple[str, ...]],
    read_name: Callable[[str], PersonName] = read_tagged_name,
) -> tuple[tuple[Contributor, ...], bool]:
    """Those whom the tags of each role name, in the order of the file, and whether
    there are more."""
    people, truncated = [], False
    for role, names in tags.items():
        for text in record.take(*names):
            if is_truncation(text):
                truncated = True
                continue
            name = read_name(text)
            if name.display:
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


def date_of_year(year: str, rest: str, otherwise: str) -> dict[str, str]:
    """The date of a year and what is said of it besides: "2004" and "JUN 8".

    A rest that makes no date of the year costs no year: it goes into `otherwise`.
    """
    whole = rest if year and year in rest else f"{rest} {year}".strip()
    if not (year and rest) or PartialDate(whole).understood:
        return {"date": whole}
    return {"date": year, otherwise: rest}


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


def links(addresses: list[str], files: list[str], otherwise: str) -> dict[str, str]:
    """The paper's page, its PDF, further links and files of somebody's disk.

    Further addresses that are none of the web go into `otherwise`.
    """
    first, further = addresses[:1], addresses[1:]
    pdfs = [each for each in files if WEB.match(each)]
    titled = [each for each in further if WEB.match(each)] + pdfs[1:]
    return {
        "url": "".join(first),
        "pdf": "".join(pdfs[:1]),
        "links": write_links(
            LinkRecord("paper", each) for each in dict.fromkeys(titled)
        ),
        "file": "; ".join(each for each in files if not WEB.match(each)),
        otherwise: "\n".join(each for each in further if not WEB.match(each)),
    }


def _serial(text):
    for scheme in ("issn", "isbn"):
        if number := normalise(scheme, text):
            return scheme, number
    return None
