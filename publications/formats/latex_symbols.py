"""What LaTeX's macros stand for in Unicode.

The symbols come from pylatexenc's tables; what those do not know was counted over
some 600,000 fields of real bibliographies.
"""

import re
import unicodedata

from pylatexenc.latex2text import get_default_latex_context_db
from pylatexenc.latexencode import get_builtin_uni2latex_dict

_PLAIN_MACRO = re.compile(r"\{?(?:\\ensuremath\{)?\\([A-Za-z]+)\}{0,2}")

# Control words that pylatexenc takes for symbols, but no author of a title does:
# for "\cite" it has "<cit.>", and the key would stand beside it.
_NOT_SYMBOLS = frozenset(
    ("today", "hspace", "quad", "qquad")
    + ("cite", "citep", "citet", "ref", "autoref", "cref", "Cref", "eqref")
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _symbols() -> dict[str, str]:
    found = {}
    for code, source in get_builtin_uni2latex_dict().items():
        macro = _PLAIN_MACRO.fullmatch(source)
        if macro:
            found.setdefault(macro[1], chr(code))
    for spec in get_default_latex_context_db().iter_macro_specs():
        text = spec.simplify_repl
        if isinstance(text, str) and text and "%" not in text:
            found[spec.macroname] = text
    return {name: found[name] for name in found if name not in _NOT_SYMBOLS}


_LOGOS = _words(
    "TeX LaTeX BibTeX XeTeX XeLaTeX LuaTeX LuaLaTeX pdfTeX ConTeXt PiCTeX AmSTeX AMS"
)

SYMBOLS = {
    **_symbols(),
    **{letter: letter for letter in "&$#_%{}@"},
    **{name: name for name in _LOGOS},
    "LaTeXe": "LaTeX2ε",
    "AmS": "AMS",
    "MF": "METAFONT",
    "MP": "MetaPost",
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "copyright": "©",
    "pounds": "£",
    "slash": "/",
    "prime": "′",
    "ast": "*",
    "lt": "<",
    "gt": ">",
    "dash": "—",
    "thinspace": " ",
    "Dash": "—",
    "emdash": "—",
    "endash": "–",
    "hyphen": "-",
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrace": "{",
    "rbrace": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textasciigrave": "`",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textdollar": "$",
    "lq": "‘",
    "rq": "’",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "newline": "\n",
    "par": "\n\n",
    "\\": " ",
    " ": " ",
    "\n": " ",
    ",": " ",
    ";": " ",
    ":": " ",
    "quad": " ",
    "qquad": " ",
    "space": " ",
    "nobreakspace": " ",
    "/": "",
    "-": "",
    "!": "",
    "(": "",
    ")": "",
    "[": "",
    "]": "",
}

SWITCHES = _words(
    "em it bf sc sl rm sf tt md up cal normalfont itshape bfseries scshape slshape "
    "upshape rmfamily sffamily ttfamily mdseries boldmath unboldmath tiny scriptsize "
    "footnotesize small normalsize large Large LARGE relax protect null leavevmode "
    "ignorespaces unskip noindent allowbreak nolinebreak displaystyle textstyle "
    "scriptstyle bgroup egroup begingroup endgroup natexlab urlstyle"
)

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "r": "\u030a",
    "c": "\u0327",
    "k": "\u0328",
    "d": "\u0323",
    "b": "\u0331",
    "t": "\u0361",
    "G": "\u030f",
    "U": "\u030e",
    "h": "\u0309",
}

MATH_ACCENTS = {
    "grave": "\u0300",
    "acute": "\u0301",
    "hat": "\u0302",
    "tilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0304",
    "breve": "\u0306",
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
    "vec": "\u20d7",
    "widetilde": "\u0303",
    "widehat": "\u0302",
}


def _raised_or_lowered(form: str) -> dict[str, str]:
    """ASCII characters (and Greek letters) to their Unicode superscript or subscript."""
    found = {}
    for code in range(0xA0, 0x2D00):
        kind, _, base = unicodedata.decomposition(chr(code)).partition(" ")
        if kind == form and " " not in base:
            found[chr(int(base, 16))] = chr(code)
    return {**found, "-": found["\u2212"]}


SUPERSCRIPTS = _raised_or_lowered("<super>")
SUBSCRIPTS = _raised_or_lowered("<sub>")


def shifted(text: str, forms: dict[str, str]) -> str | None:
    """The text in superscripts or subscripts; None if a character has no such form."""
    characters = [forms.get(character) for character in text]
    return None if None in characters else "".join(characters)
