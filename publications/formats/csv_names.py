"""The authors cell of a table: names between semicolons, marks beside them."""

import re
from collections.abc import Iterable

from pybtex.bibtex.utils import split_tex_string

from publications.formats.bibtex_name_lists import write_names
from publications.formats.bibtex_names import (
    NamedMark,
    NameList,
    read_names,
    take_marks,
)
from publications.names import PersonName, parse_name

TRUNCATION = {"others", "et al.", "et al", "…", "..."}
GROUP = re.compile(r"\{[^{}]*\}")


def read_csv_names(cell: str) -> NameList:
    """Read "Given Family*; Family, Given" (`interface.md` §3).

    A part without a name, such as a lone "*", becomes a problem. Braces keep together
    what they enclose, as in BibTeX: "{Smith; Sons}", "{Ban Weiss}, {}".
    """
    names, problems, truncated = [], [], False
    for part in filter(None, (part.strip() for part in _split(cell))):
        if part.casefold() in TRUNCATION:
            truncated = True
            continue
        text, marks = take_marks(part)
        if GROUP.fullmatch(text) and text[1:-1].strip():
            names.append(NamedMark(PersonName(literal=text[1:-1].strip()), marks))
            continue
        if "{" in part:
            found = read_names(part, _without_braces)
            names += found.names
            problems += found.problems
            continue
        family, comma, given = text.partition(",")
        if comma:
            family, inner = take_marks(family.strip())
            text, marks = f"{family},{given}", marks + inner
        name = parse_name(text)
        if name.display:
            names.append(NamedMark(name, marks))
        else:
            problems.append(f"'{part}' holds no name.")
    return NameList(tuple(names), truncated, tuple(problems))


def write_csv_names(names: Iterable[tuple[PersonName, str]], truncated: bool) -> str:
    """Write names with their marks, so that `read_csv_names` gives them back."""
    cells = [_write(name, marks) for name, marks in names]
    return "; ".join([*cells, *["others"] * truncated])


def _write(name, marks):
    if name.literal:
        return f"{{{_without_braces(name.literal)}}}{marks}"
    cell = write_names([(name, marks)])
    # Alone in braces it would be an organisation.
    return f"{cell}, {{}}" if GROUP.fullmatch(take_marks(cell)[0]) else cell


def _split(cell):
    balanced = cell.count("{") == cell.count("}") > 0
    return split_tex_string(cell, ";") if balanced else cell.split(";")


def _without_braces(text):
    return text.replace("{", "").replace("}", "")
