"""people.csv → what each row says of a member, checked value by value."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from people.facts import COLUMNS, GUARDED_KINDS, OPENNESS, excess, join, split
from portal.dates import PartialDate
from portal.imports.files import SourceFile, Unreadable
from portal.imports.tables import read_table
from portal.web_addresses import web_address
from publications.names import parse_name
from publications.orcid import explain_orcid, normalise_orcid

NAME_COLUMNS = {"name", "given_name", "family_name"}
LONGEST_NAME = 255  # It is the title of the member's page.


@dataclass
class MemberRow:
    """`facts` by column; `problems` are sentences about values that were set aside."""

    file: str
    line: int
    facts: dict[str, str]
    problems: list[str] = field(default_factory=list)
    error: str = ""

    @property
    def name(self):
        parts = (self.facts.get("given_name", ""), self.facts.get("family_name", ""))
        return " ".join(filter(None, parts))


def read(source: SourceFile) -> tuple[list[MemberRow], list[str]]:
    """The rows and notes about the table; Unreadable when it lists no people."""
    table = read_table(source)
    if not NAME_COLUMNS & set(table.columns):
        raise Unreadable(
            f"“{source.name}” lists no people: it has no column “given_name”, "
            "“family_name” or “name”."
        )
    unknown = [name for name in table.columns if name not in {*COLUMNS, "name"}]
    notes = []
    if unknown:
        notes.append(
            f"Unknown columns are kept with each person: {', '.join(unknown)}."
        )
    return [_row(row, source.name) for row in table.rows], notes


def _row(row, file):
    cells = {name: text for name, text in row.cells.items() if text}
    _split_name(cells)
    known = {name: text for name, text in cells.items() if name in COLUMNS}
    extra = {f"extra.{name}": text for name, text in cells.items() if name not in known}
    member = MemberRow(file, row.line, known, error=row.error)
    for name in list(known):
        _check(member, name)
    if "photo" in known:
        member.facts["extra.photo"] = member.facts.pop("photo")
        member.problems.append(
            f"Line {row.line}, photo: a table cannot hold “{known['photo']}”; add the "
            "photo on the member's page."
        )
    member.facts |= extra
    member.error = member.error or _error(member)
    return member


def _error(member):
    """Why the row cannot be used at all: it has no name, or a value does not fit."""
    if not member.name:
        return f"Line {member.line}: the row has no name."
    for name, text in member.facts.items():
        if sentence := excess(name, text):
            return f"Line {member.line}, {sentence}"
    if len(member.name) > LONGEST_NAME:
        return (
            f"Line {member.line}, name: {len(member.name)} characters are too many; "
            f"{LONGEST_NAME} fit."
        )
    return ""


def _split_name(cells):
    """A single column "name" is taken apart as it is printed."""
    whole = cells.pop("name", "")
    if whole and not cells.get("family_name"):
        name = parse_name(whole)
        cells["given_name"] = name.given
        cells["family_name"] = name.family or name.literal
    elif cells.get("given_name") and not cells.get("family_name"):
        cells["family_name"] = cells.pop("given_name")


def _check(member, name):
    text = member.facts[name]
    if name == "orcid":
        value, problem = normalise_orcid(text), explain_orcid(text)
    elif name == "website":
        value = join(filter(None, map(web_address, split(text))))
        problem = f"“{text}” is not a web address. It begins with https://."
    elif name == "email":
        value, problem = _addresses(text)
    elif name in {"joined", "left"}:
        value = text if PartialDate(text).understood else ""
        problem = f"“{text}” is not a date. Write 2018, 2018-08 or 2018-08-15."
    elif (
        name.removesuffix("_visibility") in GUARDED_KINDS and name not in GUARDED_KINDS
    ):
        value = text.lower() if text.lower() in OPENNESS else ""
        problem = f"“{text}” is no visibility. Write public, members or private."
    elif name in {"name_variants", "interests"}:
        parts = split(text)
        value = join(sorted(parts) if name == "name_variants" else parts)
        problem = ""
    else:
        value, problem = text, ""
    _settle(member, name, value, problem)


def _addresses(text):
    good, bad = [], []
    for address in split(text):
        try:
            validate_email(address)
            good.append(address)
        except ValidationError:
            bad.append(address)
    if bad:
        return (
            "",
            f"“{'; '.join(bad)}” is not an e-mail address, such as jo@example.org.",
        )
    return join(good), ""


def _settle(member, name, value, problem):
    text = member.facts.pop(name)
    if value:
        member.facts[name] = value
    elif problem:
        member.problems.append(f"Line {member.line}, {name}: {problem}")
        member.facts[f"extra.{name}"] = text
