"""A few names of a file, by which a person sees whether its encoding was guessed right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from publications.values import Entry

HOW_MANY = 5
BETWEEN_NAMES = re.compile(r"\s+and\s+|\s*;\s*")


@dataclass
class Samples:
    """Names of authors as the file has them; those that are not ASCII come first."""

    _foreign: dict[str, None] = field(default_factory=dict)
    _plain: dict[str, None] = field(default_factory=dict)
    _entries: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        return (*self._foreign, *self._plain)[:HOW_MANY]

    def note(self, entry: Entry) -> None:
        if len(self._foreign) == HOW_MANY:
            return
        self._entries += 1
        for name in _names_of(entry):
            kept = self._plain if name.isascii() else self._foreign
            early = self._entries <= HOW_MANY + 1 or kept is self._foreign
            if early and len(kept) < HOW_MANY:
                kept[" ".join(name.split())[:80]] = None


def sample_names(entries: Iterable[Entry]) -> tuple[str, ...]:
    samples = Samples()
    for entry in entries:
        samples.note(entry)
    return samples.names


def _names_of(entry: Entry) -> Iterable[str]:
    listed = entry.fields.get("author", "")
    if listed:
        return filter(None, BETWEEN_NAMES.split(listed))
    return [each.name.display for each in entry.contributors]
