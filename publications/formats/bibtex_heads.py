"""What opens a block of a BibTeX file: `@type{` or `@type(`."""

import re
from collections.abc import Iterator

from publications.formats.bibtex_delimiters import is_balanced

_BLANKS = " \t\ufeff\xa0"
_TYPE = r"@[ \t]*+[^\W\d_][\w.:+/-]*+\s*+[{(]"
_CANDIDATE = re.compile(
    rf"%[^\n]*+|(^[{_BLANKS}]*+)?(?P<head>@[ \t]*+([^\W\d_][\w.:+/-]*+)\s*+([{{(]))",
    re.MULTILINE,
)
_ANY_HEAD = re.compile(_TYPE)
_UNMISTAKABLE = re.compile(rf'(?<![\w.]){_TYPE}\s*+[^\s,={{}}"]++\s*+,')
# Nothing may reach past one of these: what opens the next block, at a line's start or
# after a closed one. It is looked for by its "@", which a search finds fastest.
_BOUNDARY = re.compile(
    r"@(?=([ \t]*+(?:"
    r"(?i:comment|preamble|string)\s*+[{(]|"
    r'[^\W\d_][\w.:+/-]*+\s*+\{\s*+[^,={}"\n]*+(?:[,=]|\n\s*+\w++\s*+=)|'
    # An abstract may hold "@decorator(a, b)": there the first field must follow.
    r'[^\W\d_][\w.:+/-]*+\s*+\(\s*+[^,={}()"\n]*+,\s*+[\w-]++\s*+=)))'
)


def next_head(text: str, position: int) -> re.Match[str] | None:
    """The first head after the end of a block at `position`.

    It stands on a new line or right after the block; elsewhere it must be complete
    (`@type{key,`). A `%` comments out the rest of its line. Group "head" is the
    whole, groups 3 and 4 are the type and its `{` or `(`.
    """
    for found in _CANDIDATE.finditer(text, position):
        if not found["head"]:
            continue
        start = found.start("head")
        if found[1] is not None or not text[position:start].strip():
            return found
        if _UNMISTAKABLE.match(text, start):
            return found
        position = start
    return None


def boundaries(text: str) -> Iterator[int]:
    """The offset of every line that surely opens a block, whatever stands before it."""
    end = 0
    for found in _BOUNDARY.finditer(text):
        if found.start() >= end and _begins_block(text, found.start()):
            end = found.end(1)
            yield found.start()


def is_inert(text: str) -> bool:
    """Whether a value in braces ends where it should, whatever it holds."""
    return is_balanced(text) and not any(boundaries(f"{{{text}}}"))


def _begins_block(text: str, position: int) -> bool:
    while position and text[position - 1] in _BLANKS:
        position -= 1
    return not position or text[position - 1] in "\n}"


def next_possible_head(text: str, position: int, limit: int) -> int:
    """The offset of the next thing that looks like a head, anywhere in a line."""
    following = _ANY_HEAD.search(text, position, limit)
    return following.start() if following else limit
