"""BibTeX and biblatex files, read into entries without losing anything they say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from publications.formats.biblatex import with_annotations
from publications.formats.bibtex_blocks import Block, scan
from publications.formats.bibtex_inheritance import inherit, is_heir
from publications.formats.bibtex_macros import Macros
from publications.values import Entry, Problem

_DEFINITION = re.compile(r"@[ \t]*string", re.IGNORECASE)


def read(text: str, file: str) -> Iterator[Entry]:
    """One entry for each that the file holds, the broken ones with their `error`.

    Values keep LaTeX and inner braces as written. Text between entries is skipped,
    as BibTeX does: comments, a declared encoding, Jekyll front matter (al-folio).
    """
    for number, entry in enumerate(_entries(text, file)):
        if is_heir(entry):
            # From here on parents may be needed, and they stand anywhere in the file.
            family = inherit(list(_entries(text, file)))
            yield from islice(family, number, None)
            return
        yield entry


def _entries(text: str, file: str) -> Iterator[Entry]:
    macros = Macros()
    if _DEFINITION.search(text):
        # Definitions may follow their use; one that precedes it still counts first.
        _define(scan(text), macros)
    lines: dict[str, int] = {}
    for block in scan(text):
        if not block.is_entry:
            _define([block], macros)
            continue
        entry = _entry(block, macros, file)
        if entry.key in lines:
            entry = _with_repeated_key(entry, lines[entry.key])
        elif entry.key:
            lines[entry.key] = entry.line
        yield entry


def _define(blocks: Iterable[Block], macros: Macros) -> None:
    for block in blocks:
        if block.type == "string":
            for field in block.fields:
                macros.define(field)


def _entry(block: Block, macros: Macros, file: str) -> Entry:
    fields: dict[str, str] = {}
    problems = list(block.problems)
    line, position = block.line, 0
    for field in block.fields:
        text, doubts = macros.expand(field)
        if fields.get(field.name, "").strip():
            doubts = [f"The field '{field.name}' is repeated; the first was taken."]
        else:
            fields[field.name] = text
        if doubts:
            offset = field.start - block.start
            line += block.raw.count("\n", position, offset)
            position = offset
            column = offset - block.raw.rfind("\n", 0, offset)
            problems += [Problem(line, doubt, field.name, column) for doubt in doubts]
    return Entry(
        file=file,
        line=block.line,
        format="bibtex",
        key=block.key,
        type=block.type,
        fields=with_annotations(fields),
        raw=block.raw,
        problems=tuple(problems),
        error=block.error,
    )


def _with_repeated_key(entry: Entry, first: int) -> Entry:
    doubt = f"The key '{entry.key}' is already that of line {first}."
    problem = Problem(entry.line, doubt)
    return replace(entry, problems=(*entry.problems, problem))
