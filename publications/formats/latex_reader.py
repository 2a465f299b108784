"""LaTeX source, as bibliographies use it, read into plain text.

Not a TeX: every macro that is not known gives way to its argument or stands for
itself, so that nothing which an author wrote disappears.
"""

import re
import unicodedata

from publications.formats.latex_journals import JOURNALS
from publications.formats.latex_math import readable
from publications.formats.latex_symbols import (
    ACCENTS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    SWITCHES,
    SYMBOLS,
    shifted,
)

# "$5 and $10" are prices: a formula touches its dollars, and two prices are none.
_TOKEN = re.compile(
    r"""
    \$(?![\s$]|\d[^$]*+\$\d)(?P<inline>(?:\\.|[^\\$])++)(?<!\s)\$
    | \$\$(?P<display>(?:\\.|[^\\$])++)\$\$
    | \\\((?P<round>(?:(?!\\[()]).)++)\\\)
    | \\(?P<word>[A-Za-z]++)\*?(?P<gap>[ ]*+)
    | \\(?P<sign>.)
    | (?P<ligature>---?|``|''|[!?]`|~)
    | (?P<brace>[{}])
    | (?P<plain>[^\\${}\-`'!?~]++|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”", "!`": "¡", "?`": "¿"}
_LIGATURES["~"] = " "
_ARGUMENT_FOLLOWS = re.compile(r"(?:\[[^\[\]{}]*+\])?\{")
_CHARACTER = re.compile(r"(\d++)|\"([0-9A-F]++)|'([0-7]++)")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_DOTLESS = {"ı": "i", "ȷ": "j"}

# Groups nested deeper than this are damage; their braces are dropped unread.
_DEPTH = 60

_DROPPED = frozenset({"noopsort", "NoopSort", "SortNoop", "noop", "hspace", "vspace"})
_SECOND = frozenset({"href", "foreignlanguage", "textcolor", "texorpdfstring"})
_SCRIPTS = {
    "textsubscript": SUBSCRIPTS,
    "sb": SUBSCRIPTS,
    "textsuperscript": SUPERSCRIPTS,
    "sp": SUPERSCRIPTS,
}
_CASES = {
    "uppercase": str.upper,
    "MakeUppercase": str.upper,
    "lowercase": str.lower,
    "MakeLowercase": str.lower,
}


_EMPTY = re.compile(r"\{\s*+\}")
_FORMATTING = frozenset(
    ("emph", "mbox", "hbox", "text", "textbf", "textit", "textmd", "textnormal")
    + ("textrm", "textsc", "textsf", "textsl", "texttt", "textup", "underline")
)


def plain_text(source: str) -> str:
    """The text of the source; every source has one, in time linear in its length."""
    return _Reader(source).read(0)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0

    def read(self, depth: int) -> str:
        """Up to the brace that closes this group; at depth 0 to the end."""
        parts = []
        while self.position < len(self.source):
            token = self._next()
            if token["brace"] == "}" and depth:
                break
            parts.append(self._text_of(token, depth))
        return "".join(parts)

    def _next(self) -> re.Match[str]:
        token = _TOKEN.match(self.source, self.position)
        self.position = token.end()
        return token

    def _text_of(self, token: re.Match[str], depth: int) -> str:
        kind = token.lastgroup
        if kind == "brace":
            opens = token[0] == "{" and depth < _DEPTH
            return self.read(depth + 1) if opens else ""
        if kind in {"inline", "display", "round"}:
            text = readable(token[kind])
            return token[0] if text is None else text
        if kind == "ligature":
            return _LIGATURES[token[0]]
        if kind in {"word", "gap", "sign"}:
            name = token["word"] or token["sign"]
            return self._macro(name, token["gap"] or "", depth)
        return token[0]

    def _macro(self, name: str, gap: str, depth: int) -> str:
        if name in SWITCHES:
            return ""
        if name in ACCENTS:
            return self._accented(name, depth)
        if name in SYMBOLS:
            return SYMBOLS[name]
        if name in JOURNALS:
            return JOURNALS[name]
        if name == "char":
            return self._numbered()
        if _ARGUMENT_FOLLOWS.match(self.source, self.position):
            return self._command(name, depth)
        return f"\\{name}{gap}"

    def _command(self, name: str, depth: int) -> str:
        """A macro with an argument; of an unknown one the argument is its text."""
        if name == "url":
            return verbatim(self._raw_argument())
        if name in _DROPPED:
            self._raw_argument()
            return ""
        if name in _SECOND:
            first = self._raw_argument()
            return self._argument(depth) or first
        if name in _SCRIPTS:
            return _script(self._argument(depth), _SCRIPTS[name])
        if name in _CASES:
            return _CASES[name](self._argument(depth))
        if name in {"enquote", "mkbibquote"}:
            return f"“{self._argument(depth)}”"
        if name == "ensuremath":
            formula = self._raw_argument()
            text = readable(formula)
            return f"${formula}$" if text is None else text
        if name not in _FORMATTING and (
            empty := _EMPTY.match(self.source, self.position)
        ):
            # "\\TUB{}": there is no argument that could stand for it.
            self.position = empty.end()
            return f"\\{name}"
        return ""

    def _argument(self, depth: int) -> str:
        """A group's text, or that of the one character or macro that stands there."""
        rest = self.source[self.position : self.position + 1]
        if not rest or rest == "}":
            return ""
        if rest in "\\{$" and depth < _DEPTH:
            return self._text_of(self._next(), depth + 1)
        self.position += 1
        return rest

    def _raw_argument(self) -> str:
        start, depth = self.position, 0
        for brace in _BRACES.finditer(self.source, start):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth <= 0:
                self.position = brace.end()
                return self.source[start + 1 : brace.start()]
        self.position = len(self.source)
        return self.source[start + 1 :]

    def _accented(self, name: str, depth: int) -> str:
        base = self._argument(depth)
        if not base.strip():
            return (name if not name.isalpha() else "") + base
        first = _DOTLESS.get(base[0], base[0])
        return unicodedata.normalize("NFC", first + ACCENTS[name]) + base[1:]

    def _numbered(self) -> str:
        found = _CHARACTER.match(self.source, self.position)
        if not found:
            return "\\char"
        self.position = found.end()
        decimal, hexadecimal, octal = found.groups()
        digits, base = (decimal, 10) if decimal else (hexadecimal, 16)
        code = int((octal or digits)[:7], 8 if octal else base)
        return chr(code) if code < 0x110000 and chr(code).isprintable() else ""


def _script(text: str, forms: dict[str, str]) -> str:
    """Letters stay as they are: nobody searches for the "19ᵗʰ century"."""
    script = None if any(map(str.isalpha, text)) else shifted(text, forms)
    return text if script is None else script


_VERBATIM_ESCAPE = re.compile(
    r"\{\\([_%&#$~^])(?:\{\})?\}|\\([_%&#$])|\\([~^])(?:\{\})?"
    r"|\{?\\text(?:ascii)?(tilde|underscore|braceleft|braceright)(?:\{\}|\b)\}?"
)
_NAMED = {"tilde": "~", "underscore": "_", "braceleft": "{", "braceright": "}"}


def verbatim(text: str) -> str:
    """A URL, DOI or file name: only the escapes that LaTeX forces on it are undone."""
    return _VERBATIM_ESCAPE.sub(
        lambda found: _NAMED.get(found[4]) or found[1] or found[2] or found[3], text
    )
