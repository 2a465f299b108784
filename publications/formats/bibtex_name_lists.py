"""Names written as BibTeX's author field has them, so that `read_names` gives them back."""

import re
from collections.abc import Iterable

from publications.formats.bibtex_names import BRACED_PERSON, TRUNCATION, take_marks
from publications.names import NAMESAKE_NUMBER, SUFFIX, PersonName

UNSAFE = re.compile(r"[,;=~]|(?:^|\s)and(?=\s|$)", re.I)


def write_names(names: Iterable[tuple[PersonName, str]]) -> str:
    """Write names with their marks, so that `read_names` gives them back.

    LaTeX is not escaped here; parts that are LaTeX already must be balanced.
    """
    return " and ".join(_write_name(name, marks) for name, marks in names)


def _write_name(name: PersonName, marks: str) -> str:
    if name.literal:
        # One word in one pair of braces is how NASA ADS writes a family name.
        group = name.inverted
        other = TRUNCATION.search(group) or BRACED_PERSON.fullmatch(group)
        return (f"{{{group}}}" if other or " " not in name.literal else group) + marks
    family, given, suffix = _protect(name.family), _protect(name.given), name.suffix
    if suffix and not SUFFIX.fullmatch(suffix):
        # Three parts without a "Jr." among them may be read as three people.
        suffix = f"{{{suffix}}}"
    if not given and (name.suffix or " " in name.family):
        given = "{}"
    return PersonName(given, family + marks, suffix).inverted


def _protect(part: str) -> str:
    """Put braces around a part that would be read as something else."""
    mistaken = (
        UNSAFE.search(part)
        or TRUNCATION.search(part)
        or NAMESAKE_NUMBER.search(f" {part}")
        or SUFFIX.fullmatch(part.rpartition(" ")[2])
        or take_marks(part)[0] != part
    )
    return f"{{{part}}}" if mistaken else part
