"""What biblatex says in fields of its own, in the words of the BibTeX that we read.

Data annotations (biblatex manual §3.7) become marks on the names, and the printed
words of a date take the place of its ISO form.
"""

import re
from collections.abc import Sequence

from publications.formats.bibtex_names import split_at_and
from publications.values import Contributor

ANNOTATIONS = {1: "equal", 2: "equal2"}
MARKS = {"equal": "*", "equal2": "†", "corresponding": "‡"}
PLACE = re.compile(r"[1-9][0-9]{0,5}")
PRINTED_DATE = "date_printed"
PUBSTATES = {
    "in-preparation": "inpreparation",
    "submitted": "submitted",
    "under-review": "submitted",
    "accepted": "inpress",
}
OWN_FIELDS = {"author+an", "editor+an", "pubstate", PRINTED_DATE}


def with_annotations(fields: dict[str, str]) -> dict[str, str]:
    """The same fields with the annotations put where BibTeX has them.

    An annotation that we do not know, or of a name that is not there, stays as it is.
    """
    if not OWN_FIELDS & fields.keys():
        return fields
    fields = dict(fields)
    for role in ("author", "editor"):
        marks = _read(fields.get(f"{role}+an", ""))
        names = list(split_at_and(fields.get(role, "")))
        if marks and max(marks) <= len(names):
            marked = [_marked(each, marks.get(n)) for n, each in enumerate(names, 1)]
            fields[role] = " and ".join(marked)
            del fields[f"{role}+an"]
    if PRINTED_DATE in fields:
        fields["date"] = fields.pop(PRINTED_DATE)
    if fields.get("pubstate") == PUBSTATES.get(fields.get("status"), ""):
        del fields["pubstate"]  # our status says it more exactly
    return fields


def write_annotations(contributors: Sequence[Contributor]) -> str:
    """ "1=equal,corresponding;2=equal": what a mark on each name would say."""
    notes = []
    for place, each in enumerate(contributors, 1):
        words = [ANNOTATIONS.get(each.equal_group, "")]
        words += ["corresponding"] if each.corresponding else []
        said = ",".join(filter(None, words))
        notes += [f"{place}={said}"] if said else []
    return ";".join(notes)


def _read(annotation: str) -> dict[int, str]:
    """ "1=equal,corresponding;2=equal" as marks by place; {} for anything else."""
    marks = {}
    for part in filter(None, annotation.split(";")):
        place, _, words = part.strip().partition("=")
        known = [MARKS.get(word.strip()) for word in words.split(",")]
        if not PLACE.fullmatch(place) or None in known:
            return {}
        marks[int(place)] = "".join(known)
    return marks


def _marked(name: str, mark: str | None) -> str:
    """The mark stands on the family name, as our BibTeX has it."""
    if not mark:
        return name
    family, comma, rest = name.partition(",")
    if name.startswith("{") or not comma:
        return name + mark
    return f"{family}{mark}{comma}{rest}"
