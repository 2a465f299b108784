"""The source of a formula in LaTeX's notation, read sign by sign."""

import re

_TOKEN = re.compile(
    r"\s*(?:\\(?P<word>[A-Za-z]+)|\\(?P<sign>.)|(?P<number>\d+(?:[.,]\d+)*)|(?P<plain>\S))",
    re.DOTALL,
)
_WORDS = re.compile(r"\s*(?:\{([^{}\\$]*)\}|(\w))")
_INDEX = re.compile(r"\s*\[\s*(\w+)\s*\]")


class Unreadable(Exception):
    """The formula has what nobody here knows to set: it stays as it was written."""


class FormulaSource:
    def __init__(self, text):
        self.text = text
        self.position = 0

    def next(self):
        """The token that follows, as a match of one group; None at the end."""
        return self._take(_TOKEN)

    def peek(self):
        """The sign that follows; None before a macro, a number or the end."""
        token = _TOKEN.match(self.text, self.position)
        return token["plain"] if token else None

    def words(self):
        """What stands between the braces that follow, or one letter; None for others."""
        found = self._take(_WORDS)
        return found and (found[1] if found[2] is None else found[2])

    def index(self):
        """What stands in the brackets that follow: of a root its degree."""
        found = self._take(_INDEX)
        if not found:
            raise Unreadable
        return found[1]

    def _take(self, pattern):
        found = pattern.match(self.text, self.position)
        if found:
            self.position = found.end()
        return found
