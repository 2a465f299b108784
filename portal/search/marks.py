"""Why something is found: the words looked for, marked in what is shown."""

import re
from functools import lru_cache

from anyascii import anyascii
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

WORD = re.compile(r"\w+")
# What stands in these is not read as text.
CLOSED = re.compile(r"<(pre|math|svg|script|summary)\b.*?</\1>|<[^>]*>", re.DOTALL)
SHORTEST, SNIPPET = 2, 200


class Marks:
    """Marks the words of a text that begin like one that was looked for.

    Accents and case do not matter, as in the index. In scripts without spaces the
    very signs are marked.
    """

    def __init__(self, words):
        looked_for = {word for word in words if len(word) >= SHORTEST}
        looked_for |= {word for word in words if not word.isascii()}
        self.signs = {word.casefold() for word in looked_for if not word.isascii()}
        self.beginnings = tuple(filter(None, map(_folded, looked_for)))
        self.singulars = set(map(_singular, self.beginnings))

    def has(self, text):
        return any(True for _ in self._spans(text))

    def of_text(self, text):
        """The text as HTML with its marks."""
        parts, end = [], 0
        for start, stop in self._spans(text):
            parts += conditional_escape(text[end:start]), _mark(text[start:stop])
            end = stop
        return mark_safe("".join([*parts, conditional_escape(text[end:])]))

    def of_html(self, html):
        """HTML that was made here, with marks in its texts; nothing else is changed."""
        parts, end = [], 0
        for closed in CLOSED.finditer(html):
            parts += self._of_run(html[end : closed.start()]), closed[0]
            end = closed.end()
        return mark_safe("".join([*parts, self._of_run(html[end:])]))

    def snippet(self, text, length=SNIPPET):
        """The place of a long text where the words stand first; "" when nowhere."""
        spans = list(self._spans(text))
        if not spans:
            return ""
        start = max(0, spans[0][0] - length // 3)
        start = text.find(" ", start - 1, spans[0][0]) + 1 if start else 0
        stop = start + length
        cut = text[start:stop].rpartition(" ")[0] if stop < len(text) else text[start:]
        before, after = "… " if start else "", " …" if stop < len(text) else ""
        return format_html(
            "{}{}{}", before, self.of_text(cut or text[start:stop]), after
        )

    def _of_run(self, run):
        # An entity such as &amp; has no word that is looked for but may hold one.
        pieces = re.split(r"(&[#\w]+;)", run)
        return "".join(
            piece if piece.startswith("&") else self._marked(piece) for piece in pieces
        )

    def _marked(self, escaped):
        parts, end = [], 0
        for start, stop in self._spans(escaped):
            parts += escaped[end:start], f"<mark>{escaped[start:stop]}</mark>"
            end = stop
        return "".join([*parts, escaped[end:]])

    def _spans(self, text):
        for found in WORD.finditer(text):
            word = found[0]
            inside = [] if word.isascii() else self._signs_in(word.casefold())
            if inside:
                yield from ((found.start() + a, found.start() + b) for a, b in inside)
            elif self._is_looked_for(_folded(word)):
                yield found.span()

    def _is_looked_for(self, word):
        return word.startswith(self.beginnings) or _singular(word) in self.singulars

    def _signs_in(self, word):
        for sign in self.signs:
            if (start := word.find(sign)) >= 0:
                return [(start, start + len(sign))]
        return []


def _mark(text):
    return f"<mark>{conditional_escape(text)}</mark>"


@lru_cache(maxsize=8192)
def _folded(word):
    return anyascii(word).casefold()


def _singular(word):
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
