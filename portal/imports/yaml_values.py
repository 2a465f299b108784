"""YAML and front matter as plain values: text, lists and mappings, nothing else.

Every scalar stays the text that it is: "2020-01-01" no date, "1e3" no number, "no" no
false. Aliases are refused, for a kilobyte of them unfolds to gigabytes.
"""

import re
import tomllib
from typing import Any

import yaml

from portal.imports.files import cleaned

LARGEST = 10 * 1024 * 1024
DEEPEST = 40
EMPTY = frozenset({"null", "~"})
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
FRONT_MATTER = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$\n?", re.S | re.M)

Value = str | list["Value"] | dict[str, "Value"]


class Malformed(Exception):
    """The text is no YAML or TOML that we read; the message is a sentence."""


def read_yaml(text: str) -> Value:
    """The document's value, "" for an empty one; raises Malformed."""
    node = _compose(text)
    return "" if node is None else _value(node)


def read_items(text: str) -> list[tuple[int, Value]]:
    """The items of a list with the 1-based lines on which they begin."""
    node = _compose(text)
    if not isinstance(node, yaml.SequenceNode):
        return []
    return [(item.start_mark.line + 1, _value(item)) for item in node.value]


def read_front_matter(text: str) -> tuple[dict[str, Value], str]:
    """What stands between `---` (YAML) or `+++` (TOML) lines, and the text below."""
    found = FRONT_MATTER.match(text)
    if not found:
        return {}, text
    mark, head = found.groups()
    value = read_yaml(head) if mark == "---" else _read_toml(head)
    return (value if isinstance(value, dict) else {}), text[found.end() :]


def text_of(value: Any) -> str:
    """A value as text: a list's items between semicolons, a mapping as it is written."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(text_of, value)))
    if isinstance(value, dict):
        pairs = ((key, text_of(each)) for key, each in value.items())
        return ", ".join(f"{key}: {each}" for key, each in pairs if each)
    return value


def _compose(text: str) -> yaml.Node | None:
    if len(text) > LARGEST:
        raise Malformed(f"It is larger than {LARGEST // 1024**2} MB.")
    try:
        _refuse_bombs(text)
        return yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Malformed(f"Line {line}: {error.problem or error.context}.") from error
    except yaml.YAMLError as error:
        raise Malformed(f"It is no YAML: {' '.join(str(error).split())}.") from error


def _refuse_bombs(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise Malformed(f"Line {line}: aliases (*) are not read; write it out.")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise Malformed(f"Line {line}: lists stand too deep inside each other.")


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {text_of(_value(key)): _value(value) for key, value in node.value}
    plain = node.style not in {"'", '"'}
    return "" if plain and node.value in EMPTY else cleaned(node.value).strip()


def _read_toml(text: str) -> Value:
    try:
        return _plain(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise Malformed(f"It is no TOML: {error}.") from error


def _plain(value: Any) -> Value:
    match value:
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list():
            return [_plain(each) for each in value]
        case bool():
            return str(value).lower()
        case _:
            return cleaned(str(value)).strip()
