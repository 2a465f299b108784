"""BibTeX and biblatex files, read into entries without losing anything they say."""

from collections.abc import Iterator
from dataclasses import replace

from publications.formats.bibtex_blocks import Block, scan
from publications.formats.bibtex_fields import Field
from publications.formats.bibtex_inheritance import inherit
from publications.formats.bibtex_macros import Macros
from publications.values import Entry, Problem


def read(text: str, file: str) -> Iterator[Entry]:
    """One entry for each that the file holds, the broken ones with their `error`.

    Values keep LaTeX and inner braces as written. Text between entries is skipped,
    as BibTeX does: comments, a declared encoding, Jekyll front matter (al-folio).
    """
    blocks = list(scan(text))
    macros = Macros()
    # Definitions may follow their use; one that precedes it still counts first.
    _define(blocks, macros)
    entries = []
    for block in blocks:
        if block.is_entry:
            entries.append(_entry(block, macros, file))
        else:
            _define([block], macros)
    yield from inherit(list(_mark_repeated_keys(entries)))


def _define(blocks: list[Block], macros: Macros) -> None:
    for block in blocks:
        if block.type == "string":
            for field in block.fields:
                macros.define(field)


def _entry(block: Block, macros: Macros, file: str) -> Entry:
    fields: dict[str, str] = {}
    problems = list(block.problems)
    for line, field in _with_lines(block):
        text, doubts = macros.expand(field)
        if fields.get(field.name, "").strip():
            doubts = [f"The field '{field.name}' is repeated; the first was taken."]
        else:
            fields[field.name] = text
        problems += [Problem(line, doubt, field.name) for doubt in doubts]
    return Entry(
        file=file,
        line=block.line,
        format="bibtex",
        key=block.key,
        type=block.type,
        fields=fields,
        raw=block.raw,
        problems=tuple(problems),
        error=block.error,
    )


def _with_lines(block: Block) -> Iterator[tuple[int, Field]]:
    line, position = block.line, 0
    for field in block.fields:
        offset = field.start - block.start
        line += block.raw.count("\n", position, offset)
        position = offset
        yield line, field


def _mark_repeated_keys(entries: list[Entry]) -> Iterator[Entry]:
    first: dict[str, Entry] = {}
    for entry in entries:
        earlier = first.setdefault(entry.key, entry)
        if earlier is entry or not entry.key:
            yield entry
        else:
            doubt = f"The key '{entry.key}' is already that of line {earlier.line}."
            problem = Problem(entry.line, doubt)
            yield replace(entry, problems=(*entry.problems, problem))
