"""The items of a list in a JSON file, each with its source and line.

They are decoded one by one: what is broken in one place costs no item before it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.imports.files import cleaned_values

DECODER = json.JSONDecoder()
# Of what cannot be decoded nobody knows where it ends.
MOST_KEPT = 2000
BETWEEN = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Item:
    """`error` is a sentence when the text cannot be decoded from here on."""

    value: Any
    raw: str
    line: int
    error: str = ""


def items(text: str, *names: str, heads: str = "") -> Iterator[Item]:
    """The items of the list that has one of these names, or is the whole text.

    Without such a list the whole text is the one item. After what is broken, reading
    goes on with the next object whose first name matches `heads`, if that is given.
    Never raises.
    """
    name = "|".join(map(re.escape, names))
    start = re.match(r"\s*\[", text) or re.search(rf'"(?:{name})"\s*:\s*\[', text)
    position = BETWEEN.match(text, start.end() if start else 0).end()
    line = 1 + text.count("\n", 0, position)
    while not (start and text.startswith("]", position)):
        item, end = _item(text, position, line, heads)
        yield item
        if not start or end == len(text):
            return
        following = BETWEEN.match(text, end).end()
        line += text.count("\n", position, following)
        position = following


def _item(text, start, line, heads):
    try:
        value, end = DECODER.raw_decode(text, start)
        if "\\u" in text[start:end]:
            value = cleaned_values(value)
    except (ValueError, RecursionError) as error:
        end = _next_object(text, getattr(error, "pos", start), heads)
        raw = text[start : end or start + MOST_KEPT].rstrip(", \t\n")
        return Item(None, raw, line, _sentence(error, line)), end or len(text)
    return Item(value, text[start:end], line), end


def _next_object(text, position, heads):
    following = heads and re.compile(rf'\}}\s*,\s*(?=\{{\s*"(?:{heads})"\s*:)')
    found = following and following.search(text, position)
    return found.end() if found else 0


def _sentence(error, line):
    if isinstance(error, RecursionError):
        return f"Line {line}: the JSON is nested too deeply to be read."
    if not isinstance(error, json.JSONDecodeError):
        return f"Line {line}: a number in the JSON is too long to be read."
    reason = error.msg[:1].lower() + error.msg[1:]
    return (
        f"Line {error.lineno}, column {error.colno}: the JSON cannot be read from here "
        f"on ({reason})."
    )
