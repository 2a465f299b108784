"""Formulas in LaTeX's notation as MathML, as far as titles and abstracts go."""

from html import escape

from publications.formats.latex_symbols import SYMBOLS
from publications.formulas.macros import (
    ACCENTS,
    ALPHABETS,
    FUNCTIONS,
    IGNORED,
    SPACES,
    UPRIGHT,
    lettered,
)
from publications.formulas.source import FormulaSource, Unreadable

_OPERATORS = {"{": "{", "}": "}", "|": "‖", "-": "−", "*": "∗", "'": "′"}
_DEPTH = 20


def mathml(formula: str) -> str | None:
    """The formula, given without its dollars; None if it has what we cannot set."""
    try:
        body = _Parser(formula).row(0)
    except (Unreadable, RecursionError):
        return None
    return f'<math alttext="{escape(" ".join(formula.split()))}">{body}</math>'


class _Parser:
    def __init__(self, formula):
        self.source = FormulaSource(formula)

    def row(self, depth):
        """Up to the brace that closes the group, or the end of the outermost one."""
        if depth > _DEPTH:
            raise Unreadable
        parts = []
        while token := self.source.next():
            if token["plain"] == "}":
                if not depth:
                    raise Unreadable
                return _one(parts)
            parts.append(self._with_scripts(self._atom(token, depth), depth))
        if depth:
            raise Unreadable
        return _one(parts)

    def _argument(self, depth):
        token = self.source.next()
        if not token or token["plain"] == "}":
            raise Unreadable
        if token["number"]:
            self.source.position = token.start("number") + 1  # "\frac12" is a half
            return f"<mn>{token['number'][0]}</mn>"
        argument = self._atom(token, depth)
        if not argument:
            raise Unreadable
        return argument

    def _atom(self, token, depth):
        if token["number"]:
            return f"<mn>{token['number']}</mn>"
        if token["plain"] is None:
            return self._macro(token["word"] or token["sign"], depth)
        sign = token["plain"]
        if sign == "{":
            return self.row(depth + 1)
        if sign in "_^":
            self.source.position = token.start()
            return ""  # a script without a base, as in "{}^{14}C"
        if sign in "&#%$":
            raise Unreadable
        return _symbol(_OPERATORS.get(sign, sign))

    def _with_scripts(self, base, depth):
        """The base with what stands below and above it, each once."""
        scripts = {}
        while (sign := self.source.peek()) in ("_", "^", "'") and sign not in scripts:
            token = self.source.next()
            is_prime = sign == "'"
            script = self._atom(token, depth) if is_prime else self._argument(depth)
            if is_prime and "^" in scripts:
                raise Unreadable
            scripts["^" if is_prime else sign] = script
        if not scripts:
            return base
        base = base or "<mrow></mrow>"
        tag = {"_": "msub", "^": "msup"}[next(iter(scripts))]
        if len(scripts) == 2:
            return f"<msubsup>{base}{scripts['_']}{scripts['^']}</msubsup>"
        return f"<{tag}>{base}{next(iter(scripts.values()))}</{tag}>"

    def _macro(self, name, depth):
        if name in IGNORED:
            return self._ignored(name)
        if name in FUNCTIONS:
            return f"<mi>{name}</mi>"
        if name in SPACES:
            return f'<mspace width="{SPACES[name]}"></mspace>'
        if name in UPRIGHT:
            return self._upright()
        if name in ALPHABETS:
            return self._in_alphabet(ALPHABETS[name])
        if name in ACCENTS:
            base = self._argument(depth + 1)
            return f'<mover accent="true">{base}<mo>{ACCENTS[name]}</mo></mover>'
        if name in {"frac", "dfrac", "tfrac", "binom"}:
            return self._fraction(name, depth)
        if name == "sqrt":
            return self._root(depth)
        if name in "{}|":
            return _symbol(_OPERATORS[name])
        if not SYMBOLS.get(name, "").strip():
            raise Unreadable
        return _symbol(SYMBOLS[name])

    def _upright(self):
        words = self.source.words()
        if words is None:
            raise Unreadable
        return f"<mtext>{escape(words)}</mtext>"

    def _ignored(self, name):
        if name in {"left", "right"} and self.source.peek() == ".":
            self.source.next()
        return ""

    def _fraction(self, name, depth):
        above, below = self._argument(depth + 1), self._argument(depth + 1)
        if name != "binom":
            return f"<mfrac>{above}{below}</mfrac>"
        lines = f'<mfrac linethickness="0">{above}{below}</mfrac>'
        return f"<mrow><mo>(</mo>{lines}<mo>)</mo></mrow>"

    def _root(self, depth):
        if self.source.peek() != "[":
            return f"<msqrt>{self._argument(depth + 1)}</msqrt>"
        index = self.source.index()
        return f"<mroot>{self._argument(depth + 1)}<mi>{index}</mi></mroot>"

    def _in_alphabet(self, alphabet):
        letters = self.source.words()
        if letters is None:
            return self._argument(0)
        return f"<mi>{''.join(lettered(each, alphabet) for each in letters)}</mi>"


def _one(parts):
    """MathML counts children: what is several stands in a row of its own."""
    parts = [part for part in parts if part]
    return parts[0] if len(parts) == 1 else f"<mrow>{''.join(parts)}</mrow>"


def _symbol(text):
    tag = "mi" if text.isalpha() or text in "∞∅∂∇" else "mo"
    return f"<{tag}>{escape(text)}</{tag}>"
