"""A Record as a BibTeX entry that BibTeX, biber and Zotero read, and we read back."""

import re

from publications.formats.bibtex_fields import FIELD_NAME
from publications.formats.bibtex_heads import is_inert
from publications.formats.bibtex_record import MACROS, bibtex_fields
from publications.formats.fields import BIBTEX_TYPES
from publications.formats.latex import encode
from publications.formats.record_fields import public_extra, write_extra
from publications.values import Record

# What an entry inherited stands in it already; inheriting again would add to it.
INHERITANCE = {"crossref", "xdata"}
UNSAFE_IN_KEY = re.compile(r"[\s{}(),\\\"'#%=~@]+")
# To BibTeX itself a key goes on until a space, a comma or a brace; the others are LaTeX's.
ILLEGAL_IN_KEY = re.compile(r"[\s{},\\\"#%]+")


def write_bibtex(record: Record, key: str, private: bool = False) -> str:
    """One entry, ended by a newline. `key` must be unique in the file.

    With `private` no field is lost (`interface.md` §3): what has no place comes out
    again as it came in. Without, what is nobody else's business is left out, and names
    bear no asterisks, which reference managers would take for a part of them.
    """
    extra = record.extra if private else public_extra(record.extra)
    fields = [(name, value) for name, value in bibtex_fields(record, private) if value]
    fields += further_fields(extra, {name for name, _ in fields}, private)
    lines = [f"  {name:<12} = {_value(name, value)}," for name, value in fields]
    head = f"@{BIBTEX_TYPES.get(record.type, 'misc')}{{{key},"
    return "\n".join([head, *lines, "}", ""])


def bibtex_key(text: str, fallback: str, private: bool = False) -> str:
    """A key that every program takes; in `private` files rather the one that it had."""
    unwanted = ILLEGAL_IN_KEY if private else UNSAFE_IN_KEY
    return unwanted.sub("-", text).strip("-") or fallback


def _value(name, value):
    """Months are macros, which each style of BibTeX prints in its own words."""
    return value if name == "month" and value in MACROS else f"{{{value}}}"


def further_fields(extra, written, private):
    """What has no place comes as it came; what cannot stand in a field, as JSON."""
    odd = {}
    for name, value in sorted(extra.items()):
        if name in INHERITANCE and not private:
            continue
        if name in written | INHERITANCE or not _can_stand(name, value):
            odd[name] = value
        elif value:
            yield name, value
    if odd:
        yield "extra", encode(write_extra(odd))


def _can_stand(name, value):
    return (
        name != "extra"
        and re.fullmatch(FIELD_NAME, name)
        and name == name.lower()
        and value == value.strip()
        and is_inert(value)
    )
