"""Titles and abstracts with formulas, to be read without a script that draws them.

A formula that Unicode can write becomes text, others MathML, which browsers set by
themselves. What neither can say stays as it was written: nothing is ever lost.
"""

import re
from html import escape

from publications.formats.latex_math import readable
from publications.formulas.macros import FUNCTIONS
from publications.formulas.mathml import mathml

# "$5 and $10" are prices: a formula touches its dollars, and two prices are none.
_FORMULA = re.compile(
    r"""
    (?<!\\)\$\$(?P<display>(?:\\.|[^\\$])++)\$\$
    | (?<!\\)\$(?![\s$]|\d[^$]*+\$\d)(?P<inline>(?:\\.|[^\\$])++)(?<!\s)\$
    | \\\((?P<round>(?:(?!\\[()]).)++)\\\)
    | \\\[(?P<square>(?:(?!\\[\[\]]).)++)\\\]
    """,
    re.VERBOSE | re.DOTALL,
)
# `readable` writes "n \log n" without its blanks …
_FUNCTION = re.compile(rf"(?<=[\w)}}])\s*\\({'|'.join(sorted(FUNCTIONS))})\b\s*(?=\w)")
# … and on one line what stands at a root or, in another font, below a letter.
_LOSES_ITS_PLACES = re.compile(r"\\sqrt\s*\[|[_^]\s*\\[A-Za-z]+\s*\{")


def with_formulas(text: str) -> str:
    """The text as HTML, escaped."""
    if not _may_hold_formulas(text):
        return escape(text)
    parts, position = [], 0
    for found in _FORMULA.finditer(text):
        parts += [escape(text[position : found.start()]), _html(found)]
        position = found.end()
    return "".join([*parts, escape(text[position:])])


def paragraphs(text: str) -> str:
    """An abstract as HTML: a blank line parts its paragraphs."""
    parts = [part for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return "".join(f"<p>{_lines(part)}</p>" for part in parts)


def _lines(text):
    return with_formulas(text.strip()).replace("\n", "<br>")


def plain(text: str) -> str:
    """The text as text, for the title of a window, a feed or a file."""
    if not _may_hold_formulas(text):
        return text
    return _FORMULA.sub(lambda found: _text(_source(found)) or found[0], text)


def _may_hold_formulas(text):
    return "$" in text or "\\(" in text or "\\[" in text


def _html(found):
    source = _source(found)
    if _LOSES_ITS_PLACES.search(source) and (html := mathml(source)):
        return html
    text = _text(source)
    return escape(text) if text else mathml(source) or escape(found[0])


def _text(source):
    return readable(_FUNCTION.sub(r"\\ \\\1\\ ", source))


def _source(found):
    return found[found.lastgroup]
