"""What an entry of a BibTeX file needs of the rest of it: macros, and its parents."""

from calendar import month_abbr, month_name
from collections.abc import Iterator

from publications.formats.bibtex_blocks import Block, scan

# Every style defines them.
MONTHS = {name.lower() for name in (*month_abbr, *month_name)} | {"sept"}


def needs_more(source: str) -> bool:
    """Whether the source of an entry may not say all of it by itself."""
    block = next(scan(source))
    return bool(_macros(block) or _parents(block))


class Surroundings:
    """The definitions of a file, and its entries by their sources and keys."""

    def __init__(self, text: str) -> None:
        self._definitions: dict[str, Block] = {}
        self._by_source: dict[str, Block] = {}
        self._by_key: dict[str, Block] = {}
        for block in scan(text):
            if block.type == "string":
                self._definitions |= {field.name: block for field in block.fields}
            elif block.is_entry:
                self._by_source.setdefault(block.raw, block)
                self._by_key.setdefault(block.key.lower(), block)

    def __contains__(self, source: str) -> bool:
        return source in self._by_source

    def definitions(self, source: str) -> list[Block]:
        """The definitions that an entry uses, each after those that it uses itself."""
        found: dict[str, Block] = {}
        self._define(self._by_source[source], found, ())
        return list(found.values())

    def ancestors(self, source: str) -> Iterator[tuple[str, str]]:
        """(key, source) of each entry that this one inherits from, the nearest first."""
        seen, waiting = set(), _parents(self._by_source[source])
        while waiting:
            key = waiting.pop(0)
            block = self._by_key.get(key.lower())
            if block and key.lower() not in seen:
                seen.add(key.lower())
                waiting += _parents(block)
                yield block.key, block.raw

    def _define(self, block, found, users):
        for name in _macros(block):
            definition = self._definitions.get(name)
            if definition and definition not in users and definition.raw not in found:
                self._define(definition, found, (*users, definition))
                found[definition.raw] = definition


def _macros(block):
    """The names without quotes in an entry or a definition."""
    pieces = (piece for field in block.fields for piece in field.pieces if piece.bare)
    names = dict.fromkeys(piece.text.lower() for piece in pieces)
    return [name for name in names if not name.isdigit() and name not in MONTHS]


def _parents(block):
    """The keys that crossref and xdata name."""
    named = {
        field.name: "".join(piece.text for piece in field.pieces)
        for field in block.fields
        if field.name in {"crossref", "xdata"}
    }
    keys = [named.get("crossref", ""), *named.get("xdata", "").split(",")]
    return [key.strip() for key in keys if key.strip()]
