"""What the sources of static sites have in common: dates, links and names in YAML."""

import re

from portal.imports.yaml_values import Value, text_of
from publications.formats.titled_links import kind_of, write_links
from publications.values import LinkRecord

FIRST_OF_JANUARY = re.compile(r"(\d{4})-0?1-0?1")
DATE = re.compile(r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?")
EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")
TAG = re.compile(r"</?\w[^<>]*>")


def date_of(text: str) -> str:
    """The day, or the year alone: whoever knew no more wrote the first of January."""
    found = DATE.match(text.strip())
    if not found:
        return text.strip()
    january = FIRST_OF_JANUARY.fullmatch(found[0])
    return january[1] if january else found[0]


def names_of(value: Value) -> str:
    """A list of names as our tables write it; a name alone may be a list itself."""
    names = value if isinstance(value, list) else [value]
    return "; ".join(filter(None, (" ".join(text_of(name).split()) for name in names)))


def titled(links: list[tuple[str, str]]) -> str:
    """Pairs of label and address as the field `links` writes them."""
    return write_links(
        LinkRecord(kind_of(label), address, label)
        for label, address in links
        if address.strip() not in {"", "#"}
    )


def unmarked(text: str) -> str:
    """A line of Markdown without its emphasis and tags."""
    return EMPHASIS.sub(r"\2", TAG.sub("", text)).strip()


def left(head: dict[str, Value], taken: set[str], prefix: str) -> dict[str, str]:
    """What has no place of its own, so that no field is lost."""
    kept = {
        f"{prefix}_{key}".lower(): text_of(head[key])
        for key in head
        if key not in taken
    }
    return {key: text for key, text in kept.items() if text}
