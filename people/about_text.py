"""The text about a member: rich text on the page, plain text in a table's cell.

Paragraphs of plain text go both ways unchanged; anything richer stands in the cell as
the HTML that it is.
"""

import html
import re

import nh3

TAGS = {"p", "br", "a", "b", "strong", "i", "em", "ul", "ol", "li", "h3", "h4"}
LOOKS_LIKE_HTML = re.compile(r"<(?:p|a|b|i|ul|ol|li|h[34]|strong|em|br)\b[^>]*>", re.I)
PARAGRAPH = re.compile(r"<p(?: [^>]*)?>([^<]*)</p>")


def html_of(text: str) -> str:
    """Rich text for a cell. Markup that an editor could not have made is taken out."""
    if LOOKS_LIKE_HTML.search(text):
        return nh3.clean(text, tags=TAGS, attributes={"a": {"href"}}, link_rel=None)
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return "".join(
        f"<p>{html.escape(each, quote=False)}</p>" for each in paragraphs if each
    )


def text_of(rich_text: str) -> str:
    """The cell for rich text; `html_of` makes the same rich text of it."""
    if PARAGRAPH.sub("", rich_text).strip():
        return rich_text
    return "\n\n".join(html.unescape(each) for each in PARAGRAPH.findall(rich_text))
