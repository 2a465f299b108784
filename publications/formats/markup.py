"""Titles and abstracts as the registers of papers have them: with bits of HTML and JATS."""

import re
from html import unescape

# Only what these registers write: "a < b" and "<http://…>" are text.
TAG = re.compile(
    r"</?(?:i|b|u|em|strong|sub|sup|sc|scp|tt|br|p|span|title|(?:jats|mml):[\w-]+)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
BLOCK = re.compile(r"</?(?:br|p|title|jats:(?:p|title|sec|list|list-item))\b", re.I)


def without_markup(text: str) -> str:
    """Plain text with single blanks; entities decoded, once and where written twice."""
    decoded = unescape(unescape(text))
    return " ".join(TAG.sub(_blank, decoded).split())


def _blank(tag):
    return " " if BLOCK.match(tag[0]) else ""
