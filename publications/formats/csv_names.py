"""The authors cell of a table: names between semicolons, marks beside them."""

from publications.formats.bibtex_names import NamedMark, NameList, take_marks
from publications.names import parse_name

TRUNCATION = {"others", "et al.", "et al", "…", "..."}


def read_csv_names(cell: str) -> NameList:
    """Read "Given Family*; Family, Given" (`interface.md` §3).

    A part without a name, such as a lone "*", becomes a problem.
    """
    names, problems, truncated = [], [], False
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        if part.casefold() in TRUNCATION:
            truncated = True
            continue
        text, marks = take_marks(part)
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
