"""Entries from answers whose parts are apart already: JSON and XML of the registers."""

from collections.abc import Callable
from typing import Any

from publications.formats.json_items import Item
from publications.values import Contributor, Entry, Problem

People = tuple[tuple[Contributor, ...], bool]


def entry_of(
    item: Item,
    file: str,
    format: str,
    fields: Callable[[Any], dict[str, Any]],
    people: Callable[[Any], People],
    problems: Callable[[Any, int], tuple[Problem, ...]] = lambda value, line: (),
) -> Entry:
    """The entry that an item is; one with an `error` when it is none.

    `people` gives the contributors, and whether the list was cut.
    """
    about = {"file": file, "line": item.line, "format": format, "raw": item.raw}
    if item.error:
        return Entry(error=item.error, **about)
    try:
        stated = fields(item.value)
        contributors, truncated = people(item.value)
        doubts = problems(item.value, item.line)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        return Entry(error=f"Line {item.line}: this is no work: {error}.", **about)
    return Entry(
        fields={name: str(value) for name, value in stated.items() if value},
        contributors=tuple(each for each in contributors if each.name.display),
        truncated=truncated,
        problems=doubts,
        **about,
    )
