"""Where the brace, quote or parenthesis that is open in a BibTeX file closes."""

import re

_MARKS = re.compile(r'[{}"]')
_UNESCAPED_MARKS = re.compile(r'\\.|[{}"]', re.DOTALL)
_PARENTHESES = re.compile(r"[{}()]")


def closing(text: str, position: int, limit: int, *, escapes: bool = False) -> int:
    """The offset after what closes the `{` or `"` at `position`, or -1."""
    marks = _UNESCAPED_MARKS if escapes else _MARKS
    quoted = text[position] == '"'
    depth = 0 if quoted else 1
    for mark in marks.finditer(text, position + 1, limit):
        character = mark[0]
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
        if depth < 0:
            return -1
        if depth == 0 and character == ('"' if quoted else "}"):
            return mark.end()
    return -1


def is_balanced(text: str) -> bool:
    """Whether the text can stand in braces and they close where it ends."""
    whole = f"{{{text}}}"
    return closing(whole, 0, len(whole)) == len(whole)


def closing_parenthesis(text: str, position: int, limit: int) -> int:
    """The first `)` outside braces that has no `(` of its own."""
    depth = parentheses = 0
    for mark in _PARENTHESES.finditer(text, position, limit):
        character = mark[0]
        if character in "{}":
            depth += 1 if character == "{" else -1
        elif depth <= 0:
            parentheses += 1 if character == "(" else -1
            if parentheses == 0:
                return mark.end()
    return -1
