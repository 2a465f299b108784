"""people.csv → what each row says of a member, checked value by value."""

import re
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from people.facts import COLUMNS, GUARDED_KINDS, OPENNESS, excess, join, split
from people.importing.headings import SYNONYMS, in_our_words
from people.importing.photos import check_photo
from portal.dates import PartialDate
from portal.imports.archives import Archive, is_archive
from portal.imports.files import SourceFile, Unreadable
from portal.imports.importers import Reading
from portal.imports.tables import Table, read_table
from portal.imports.workbooks import is_workbook
from portal.web_addresses import web_address
from publications.names import parse_name
from publications.orcid import explain_orcid, normalise_orcid

NAME_COLUMNS = {"name", "given_name", "family_name"}
TABLES = (".csv", ".tsv", ".xlsx")
LIKELY = re.compile(r"people|member|team|staff", re.I)
LONGEST_NAME = 255  # It is the title of the member's page.


@dataclass
class MemberRow:
    """`facts` by column; `problems` are sentences about values that were set aside.

    `photo` is the path of the photo in the archive that the table came in.
    """

    file: str
    line: int
    facts: dict[str, str]
    problems: list[str] = field(default_factory=list)
    error: str = ""
    photo: str = ""

    @property
    def name(self):
        parts = (self.facts.get("given_name", ""), self.facts.get("family_name", ""))
        return " ".join(filter(None, parts))


def read(
    source: SourceFile, encoding: str = ""
) -> tuple[list[MemberRow], list[str], Reading]:
    """The rows, notes about the table, and how it was read.

    A ZIP archive holds the table and the photos that it names. Raises Unreadable when
    no people are listed.
    """
    source = replace(source, encoding=encoding or source.encoding)
    archive = None
    if is_archive(source) and not is_workbook(source):
        archive = Archive(source)
        source = _table_in(archive)
    table = read_table(source)
    if not _lists_people(table):
        raise Unreadable(
            f"“{source.name}” lists no people: it has no column “given_name”, "
            "“family_name” or “name”."
        )
    members = [_row(row, source.name, archive) for row in table.rows]
    reading = Reading(
        source.name if archive is None else archive.name,
        format="csv" if table.encoding else "xlsx",
        encoding=table.encoding,
        entries=len(members),
        samples=tuple(_samples(members)),
    )
    return members, _notes(table), reading


def _table_in(archive: Archive) -> SourceFile:
    """The first table of the archive that lists people, the likeliest name first."""
    tables = [path for path in archive.paths if path.lower().endswith(TABLES)]
    for path in sorted(tables, key=lambda path: (not LIKELY.search(path), len(path))):
        source = archive.file(path)
        try:
            if _lists_people(read_table(source)):
                return source
        except Unreadable:
            continue
    raise Unreadable(
        f"“{archive.name}” lists no people: there is no table in it with a column "
        "“given_name”, “family_name” or “name”."
    )


def _lists_people(table: Table) -> bool:
    columns = {SYNONYMS.get(column, column) for column in table.columns}
    return bool(NAME_COLUMNS & columns)


def _notes(table: Table) -> list[str]:
    known = {*COLUMNS, "name", *SYNONYMS}
    unknown = [name for name in table.columns if name and name not in known]
    if not unknown:
        return []
    return [f"Unknown columns are kept with each person: {', '.join(unknown)}."]


def _samples(members: list[MemberRow]) -> list[str]:
    """A few names, those that are not ASCII first, to judge the encoding by."""
    names = dict.fromkeys(member.name for member in members if member.name)
    return sorted(names, key=str.isascii)[:5]


def _row(row, file, archive):
    cells = in_our_words({name: text for name, text in row.cells.items() if text})
    _split_name(cells)
    known = {name: text for name, text in cells.items() if name in COLUMNS}
    extra = {f"extra.{name}": text for name, text in cells.items() if name not in known}
    member = MemberRow(file, row.line, known, error=row.error)
    for name in list(known):
        _check(member, name)
    if "photo" in known:
        _find_photo(member, archive)
    member.facts |= extra
    member.error = member.error or _error(member)
    return member


def _find_photo(member, archive):
    cell = member.facts.pop("photo")
    if archive is None:
        member.facts["extra.photo"] = cell
        member.problems.append(
            f"Line {member.line}, photo: a table cannot hold “{cell}”; give a ZIP archive "
            "of the table and the photos, or add the photo on the member's page."
        )
        return
    member.photo, fact, problem = check_photo(archive, cell)
    if problem:
        member.problems.append(f"Line {member.line}, photo: {problem}")
    else:
        member.facts["photo"] = fact


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
