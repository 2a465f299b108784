"""What LaTeX's macros of formulas ask for, in the terms of MathML."""

import unicodedata
from html import escape


def _words(text):
    return frozenset(text.split())


FUNCTIONS = _words(
    "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp min max "
    "sup inf lim limsup liminf arg argmin argmax det dim ker gcd deg Pr hom"
)
IGNORED = _words(
    "displaystyle textstyle limits nolimits left right big Big bigg Bigg bigl bigr "
    "Bigl Bigr biggl biggr , ! : ;"
)
SPACES = {"quad": "1em", "qquad": "2em", " ": "0.3em", "~": "0.3em"}
UPRIGHT = _words("text textrm textnormal mathrm mbox hbox rm operatorname textit emph")
ALPHABETS = {
    "mathbb": "DOUBLE-STRUCK",
    "mathcal": "SCRIPT",
    "mathscr": "SCRIPT",
    "mathfrak": "FRAKTUR",
    "mathbf": "BOLD",
    "boldsymbol": "BOLD",
    "bm": "BOLD",
    "mathsf": "SANS-SERIF",
    "mathtt": "MONOSPACE",
}
ACCENTS = {
    "hat": "^",
    "widehat": "^",
    "tilde": "~",
    "widetilde": "~",
    "bar": "¯",
    "overline": "¯",
    "vec": "→",
    "dot": "˙",
    "ddot": "¨",
}


def lettered(letter, alphabet):
    """The letter in another alphabet, where Unicode has it there."""
    case = "CAPITAL" if letter.isupper() else "SMALL"
    kind = {"SCRIPT": "SCRIPT", "FRAKTUR": "BLACK-LETTER"}.get(alphabet, alphabet)
    for name in (
        f"{kind} {case} {letter.upper()}",
        f"MATHEMATICAL {alphabet} {case} {letter.upper()}",
    ):
        try:
            return unicodedata.lookup(name)
        except KeyError:
            continue
    return escape(letter)
