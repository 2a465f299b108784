"""Identifiers of publications: DOI, arXiv, PubMed, ISBN and their like.

A value is canonical in exactly one spelling, so that equal works have equal values.
"""

import re
from functools import cache
from unicodedata import normalize
from urllib.parse import urlsplit

from portal.imports.files import cleaned
from publications.identifier_schemes import DOI, SCHEMES, TRAILING

# Publishers put the DOI into the path of their own pages.
DOI_IN_PATH = re.compile(
    rf"/(?:doi(?:/\w+)?|article|chapter|book|abs)/({DOI}?)(?:/(?:full|abstract|e?pdf|meta|html))?$"
)
# Bare numbers and words are no evidence: in an address only these schemes' own hosts are.
# Before the DOI: 10.48550/arXiv.… is the DOI of a preprint.
RECOGNISED = (
    "arxiv",
    *(scheme for scheme in SCHEMES if scheme not in ("arxiv", "isbn", "issn")),
)


def normalise(scheme: str, text: str) -> str:
    """Give the canonical value of an identifier written in any usual way, or ""."""
    kind = SCHEMES[scheme]
    written = normalize("NFC", text).strip().rstrip(TRAILING)
    for pattern in kind.patterns:
        match = _whole(pattern, written)
        if match:
            value = kind.finish(match[1])
            # "%00" of an address is a character that no database should hold.
            return value if cleaned(value) == value else ""
    return ""


def _whole(pattern: str, text: str) -> re.Match[str] | None:
    return _compiled(pattern).fullmatch(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def recognise(url: str) -> tuple[str, str] | None:
    """Find the scheme and the value that a web address stands for, if any."""
    address = url.strip()
    if not re.match(r"https?://[^/]+/.", address):
        return None
    for scheme in RECOGNISED:
        value = normalise(scheme, address)
        if value:
            return scheme, value
    in_path = DOI_IN_PATH.search(urlsplit(address).path)
    value = normalise("doi", in_path[1]) if in_path else ""
    return ("doi", value) if value else None


def url_for(scheme: str, value: str) -> str:
    """Give the address that an identifier in canonical form leads to."""
    # A DOI may hold characters that end an address: <, >, #, ?, %.
    safe = re.sub(r"[%#?<>\"\s]", lambda found: f"%{ord(found[0]):02X}", value)
    return SCHEMES[scheme].url.format(safe)


def explain(scheme: str, text: str) -> str:
    """Say in a sentence that a text is not an identifier, and how one looks."""
    name, example = SCHEMES[scheme][:2]
    kind = name[0].upper() + name[1:]
    return f"'{text}' is not {name}. {kind} looks like {example}."
