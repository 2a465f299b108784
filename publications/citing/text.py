"""A reference as runs of plain, emphasised and linked text, for a page and a clipboard."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

ENDS = (".", "?", "!", "…", "。", "？", "！")
CLOSERS = "”’\"'"
# A quotation that ends the title; what ends a word, as in workers’, is no quotation.
QUOTED_END = re.compile(r"‘(?:[^‘’]|(?<=\w)’(?=\w))*’$")
ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:al|etc|Inc|Jr|Ltd|Sr|vs))\.$")


@dataclass(frozen=True, slots=True)
class Text:
    """`runs` are pairs of a text and its kind: "" plain, "em" emphasised, "link" an address."""

    runs: tuple[tuple[str, str], ...] = ()

    @property
    def plain(self) -> str:
        return "".join(text for text, _ in self.runs)

    @property
    def html(self) -> str:
        """Safe to stand on a page as it is; everything in it is escaped."""
        return "".join(_element(escape(text), kind) for text, kind in self.runs)

    def __bool__(self) -> bool:
        return any(text for text, _ in self.runs)

    def __add__(self, other: "Text | str") -> "Text":
        return Text(self.runs + rich(other).runs)

    def __radd__(self, other: str) -> "Text":
        return rich(other) + self


def rich(text: Text | str) -> Text:
    if isinstance(text, Text):
        return text
    return Text(((text, ""),)) if text else Text()


def em(text: str) -> Text:
    return Text(((text, "em"),)) if text else Text()


def link(url: str) -> Text:
    return Text(((url, "link"),)) if url else Text()


def joined(parts: Iterable[Text | str], between: str = ", ") -> Text:
    """The parts that are there, with `between` between them."""
    whole = Text()
    for part in parts:
        if part:
            whole = whole + between + part if whole else rich(part)
    return whole


def sentences(*parts: Text | str) -> Text:
    """The parts that are there, each ended by a full stop unless it ends in some."""
    return joined((ended(part) for part in parts if part), " ")


def ended(text: Text | str, mark: str = ".") -> Text:
    whole = rich(text)
    said = whole.plain.rstrip(CLOSERS).endswith(ENDS)
    return whole if said or not whole else whole + mark


def quoted(title: str, mark: str) -> str:
    """In double quotes with the mark inside; quotes within it become single ones.

    American styles put the mark into those too: “On ‘truth.’”
    """
    title = title.replace("“", "‘").replace("”", "’")
    halves = title.split('"')
    if len(halves) % 2:
        opened = (f"‘{half}’" if odd % 2 else half for odd, half in enumerate(halves))
        title = "".join(opened)
    if mark == "," and title.endswith(".") and not title.endswith(".."):
        # A comma follows "U.S."; of a sentence's full stop it takes the place.
        title = title if ABBREVIATED.search(title) else title[:-1]
    elif title.rstrip(CLOSERS).endswith(ENDS):
        mark = ""
    if QUOTED_END.search(title):
        return f"“{title[:-1]}{mark}’”"
    return f"“{title}{mark}”"


def _element(text, kind):
    if kind == "em":
        return f"<em>{text}</em>"
    # The addresses are ours, made by `work.py`: https:// and nothing else.
    return f'<a href="{text}">{text}</a>' if kind == "link" else text
