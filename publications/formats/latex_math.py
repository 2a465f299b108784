"""Simple formulas as they read in plain text: `CO$_2$`, `$\\alpha$`, `$\\sqrt{s}=13$`."""

import re
import unicodedata

from publications.formats.latex_symbols import (
    MATH_ACCENTS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    SYMBOLS,
    shifted,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN = re.compile(r"\\(?P<word>[A-Za-z]+)\s*|\\(?P<sign>.)|(?P<plain>.)", re.DOTALL)
_TRANSPARENT = _words(
    "mathrm mathit mathbf mathsf mathtt mathcal mathscr mathfrak mathnormal rm it bf "
    "sf tt cal em text textrm textit textbf textsc textsf texttt textnormal mbox hbox "
    "boldsymbol bm operatorname ensuremath left right displaystyle textstyle"
)
_FUNCTIONS = _words(
    "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp min max "
    "sup inf lim arg det dim ker gcd deg Pr hom"
)
_SPACES = {",": "", ";": " ", ":": " ", "!": "", " ": " ", "quad": " ", "qquad": " "}
_UNREADABLE = frozenset("&#%$\\\n")
_RAISED = {"∘": "°", "°": "°", "′": "′", "*": "*", "†": "†", "‡": "‡"}
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_DEPTH = 20


class _Unreadable(Exception):
    pass


def readable(formula: str) -> str | None:
    """The formula, given without its dollars, in Unicode; None if it has no such form."""
    try:
        return _Formula(formula).sequence(0).strip()
    except _Unreadable:
        return None


class _Formula:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    def sequence(self, depth: int) -> str:
        """Up to the brace that closes the group, or the end of the outermost one."""
        if depth > _DEPTH:
            raise _Unreadable
        parts = []
        while self.position < len(self.source):
            if self.source[self.position] == "}":
                if not depth:
                    raise _Unreadable
                self.position += 1
                return "".join(parts)
            parts.append(self._item(depth))
        if depth:
            raise _Unreadable
        return "".join(parts)

    def _item(self, depth: int) -> str:
        # "^^^^x" goes deeper without a brace.
        token = depth <= _DEPTH and _TOKEN.match(self.source, self.position)
        if not token:
            raise _Unreadable
        self.position = token.end()
        if token["plain"] is None:
            return self._macro(token["word"] or token["sign"], depth)
        if token["plain"] == "{":
            return self.sequence(depth + 1)
        if token["plain"] in "_^":
            return self._script(token["plain"], depth)
        if token["plain"] in _UNREADABLE:
            raise _Unreadable
        return {"'": "′", "~": " "}.get(token["plain"], token["plain"])

    def _macro(self, name: str, depth: int) -> str:
        if name in _TRANSPARENT:
            return ""
        if name in _FUNCTIONS:
            return name
        if name in _SPACES:
            return _SPACES[name]
        if name in MATH_ACCENTS:
            return self._accented(MATH_ACCENTS[name], depth)
        if name == "sqrt":
            root = self._item(depth + 1)
            return f"√{root}" if len(root) == 1 else f"√({root})"
        if name == "mathbb":
            return "".join(map(_double_struck, self._item(depth + 1)))
        if name not in SYMBOLS or not SYMBOLS[name].strip():
            raise _Unreadable
        return SYMBOLS[name]

    def _accented(self, accent: str, depth: int) -> str:
        base = self._item(depth + 1)
        if len(base) != 1:
            raise _Unreadable
        return unicodedata.normalize("NFC", base + accent)

    def _script(self, sign: str, depth: int) -> str:
        text = self._item(depth + 1)
        if sign == "^" and text in _RAISED:
            return _RAISED[text]
        if text in _ORDINALS:
            return text
        script = shifted(text, SUPERSCRIPTS if sign == "^" else SUBSCRIPTS)
        if script is None:
            raise _Unreadable
        return script


def _double_struck(letter: str) -> str:
    for name in ("DOUBLE-STRUCK CAPITAL", "MATHEMATICAL DOUBLE-STRUCK CAPITAL"):
        try:
            return unicodedata.lookup(f"{name} {letter}")
        except KeyError:
            continue
    return letter
