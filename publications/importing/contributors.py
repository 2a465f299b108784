"""Who wrote and edited a work, from the fields that list them."""

from publications.formats.bibtex_names import read_names
from publications.formats.csv_names import read_csv_names
from publications.formats.latex import decode
from publications.importing import lengths
from publications.names import PersonName
from publications.values import Contributor

EQUAL_GROUPS = {"*": 1, "#": 1, "†": 2}
CORRESPONDING_MARKS = frozenset("‡✉&")


def read_contributors(fields):
    authors = _names(fields, "author")
    editors = _names(fields, "editor")
    everybody = (
        *(_contributor(fields, each, "author") for each in authors.names),
        *(_contributor(fields, each, "editor") for each in editors.names),
    )
    return everybody, authors.truncated


def _names(fields, role):
    raw = fields.raw(role)
    names = read_names(raw, decode) if fields.is_bibtex else read_csv_names(raw)
    for problem in names.problems:
        fields.complain(role, problem)
    return names


def _contributor(fields, named, role):
    groups = (EQUAL_GROUPS[mark] for mark in named.marks if mark in EQUAL_GROUPS)
    return Contributor(
        name=_fitting(fields, named.name, role),
        namesake=named.namesake,
        role=role,
        equal_group=next(groups, None),
        corresponding=bool(CORRESPONDING_MARKS & set(named.marks)),
    )


def _fitting(fields, name, role):
    if lengths.name_fits(name):
        return name
    start = name.display[: lengths.NAME].rstrip()
    fields.complain(
        role,
        f"'{start[:80]}…' is too long for a name: no more than {lengths.NAME} "
        "characters of it were taken.",
    )
    return PersonName(literal=start)
