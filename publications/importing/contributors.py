"""Who wrote and edited a work, from the fields that list them."""

from dataclasses import replace

from publications.formats.bibtex_names import read_names
from publications.formats.csv_names import read_csv_names
from publications.formats.latex import decode
from publications.importing import lengths
from publications.names import PersonName
from publications.values import Contributor

# What a sign beside a name means, unless the run's options say otherwise.
MEANINGS = {
    "*": "equal",
    "#": "equal",
    "†": "equal",
    "‡": "corresponding",
    "✉": "corresponding",
    "&": "corresponding",
}
# The dialects whose users mean something else.
MEANINGS_OF_DIALECT = {
    "PRISM": {"#": "equal", "*": "corresponding"},
}
# Any other sign of equal contribution is that of the first group.
SECOND_GROUP = "†"


def marks_for(dialect: str, chosen: dict[str, str]) -> dict[str, str]:
    """What differs from MEANINGS in a file of this dialect, by a person's choice too."""
    return {**MEANINGS_OF_DIALECT.get(dialect, {}), **chosen}


def read_contributors(fields):
    """The authors and then the editors, and whether there are more authors."""
    truncated = fields.entry.truncated and "author" not in fields.rest
    everybody = []
    for role in ("author", "editor"):
        if role in fields.rest:
            names = _names(fields, role)
            everybody += [_contributor(fields, each, role) for each in names.names]
            truncated = truncated or names.truncated and role == "author"
        else:
            everybody += _taken_apart(fields, role)
    return tuple(everybody), truncated


def _taken_apart(fields, role):
    """Those whom the format itself keeps apart; the others stand in one field."""
    for each in fields.entry.contributors:
        if each.role == role:
            yield replace(each, name=_fitting(fields, each.name, role))


def _names(fields, role):
    raw = fields.raw(role)
    names = read_names(raw, decode) if fields.is_bibtex else read_csv_names(raw)
    for problem in names.problems:
        fields.complain(role, problem)
    return names


def _contributor(fields, named, role):
    meant = _meant(fields, named, role) if named.marks else {}
    equal = [mark for mark, meaning in meant.items() if meaning == "equal"]
    return Contributor(
        name=_fitting(fields, named.name, role),
        namesake=named.namesake,
        role=role,
        equal_group=1 + (equal[0] == SECOND_GROUP) if equal else None,
        corresponding="corresponding" in meant.values(),
    )


def _meant(fields, named, role):
    """What each sign beside the name means; a problem for one that nobody explains."""
    meanings = {**MEANINGS, **fields.entry.marks}
    for mark in dict.fromkeys(named.marks):
        if mark not in meanings:
            fields.complain(
                role,
                f"“{mark}” beside “{named.name.display}” has no meaning here and was "
                "left out. Say when importing whether it is equal contribution or the "
                "corresponding author.",
            )
    return {mark: meanings[mark] for mark in named.marks if mark in meanings}


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
