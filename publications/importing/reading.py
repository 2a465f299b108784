"""Files → entries: a text, a table, or an archive with several of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from posixpath import commonpath

from portal.imports.archives import Archive, is_archive
from portal.imports.files import (
    SourceFile,
    Text,
    Unreadable,
    decode,
    notes_on_encoding,
)
from portal.imports.importers import Reading
from portal.imports.tables import read_table
from portal.imports.workbooks import is_workbook
from publications.formats import publications_csv
from publications.formats.coauthors import Coauthor, coauthors_in
from publications.formats.sites import notes_about, read_hugoblox, site_of
from publications.formats.table_dialects import dialect_of
from publications.importing.contributors import marks_for
from publications.importing.refusals import refuse_what_is_none
from publications.importing.samples import HOW_MANY, Samples, sample_names
from publications.importing.text_formats import Format, named, recognised
from publications.values import Entry

TABLES = ("csv", "xlsx")
# Bytes of a file in which its first entry begins.
ENOUGH_TO_TELL = 100_000


@dataclass
class Bibliography:
    """What one file holds; `notes` are sentences about the file as a whole.

    `coauthors`: how the people of its papers are printed, where it is said beside it.

    `entries` are read while they are asked for, once; `reading` and `notes` are complete
    after the last one.
    """

    reading: Reading
    entries: Iterable[Entry] = ()
    notes: list[str] = field(default_factory=list)
    coauthors: Sequence[Coauthor] = ()


def read(source: SourceFile, options: dict | None = None) -> Iterator[Bibliography]:
    """Read a file, or each file of an archive.

    Options: "format" and "encoding" overrule what the file looks like, "marks" what
    its signs on names usually mean. Raises Unreadable when it is no bibliography in
    any format that we read.
    """
    options = options or {}
    encoding = options.get("encoding") or source.encoding
    files = _read(replace(source, encoding=encoding), options.get("format", ""))
    # Its bytes may be many, and are not needed once they are decoded.
    del source
    for found in files:
        marks = marks_for(found.reading.dialect, options.get("marks") or {})
        if marks:
            found.entries = _marked(found.entries, marks)
        yield found


def _marked(entries: Iterable[Entry], marks: dict[str, str]) -> Iterator[Entry]:
    return (replace(entry, marks=marks) for entry in entries)


def _read(source: SourceFile, name: str) -> Iterator[Bibliography]:
    if is_archive(source) and not is_workbook(source):
        yield from _read_archive(Archive(source), name)
    else:
        found = _read_file(source, name)
        del source
        yield found


def _read_archive(archive: Archive, name: str) -> Iterator[Bibliography]:
    """The files with papers, one after another, and last the archive itself."""
    site, paths = site_of(archive.paths)
    coauthors, about_them = coauthors_in(archive)
    notes, entries, samples = [*notes_about(archive), *about_them], 0, ()
    for found in _read_site(archive, site.name, paths, name, notes):
        found.coauthors = coauthors
        yield found
        entries += found.reading.entries
        samples = (samples + found.reading.samples)[:HOW_MANY]
    if not entries and not paths:
        raise Unreadable(
            f"“{archive.name}” holds no papers: there is no .bib, .ris or .csv file in "
            "it, nor a site of al-folio, HugoBlox, greenelab or academicpages."
        )
    reading = Reading(archive.name, "zip", site.name, "", entries, samples)
    yield Bibliography(reading, [], notes)


def _read_site(archive, site, paths, name, notes) -> Iterator[Bibliography]:
    if site == "HugoBlox":
        found = list(read_hugoblox(archive, paths))
        folder = f"{archive.name}/{commonpath(paths)}"
        reading = Reading(
            folder, "hugoblox", site, "utf-8", len(found), sample_names(found)
        )
        yield Bibliography(reading, found)
        return
    for path in paths:
        try:
            found = _read_file(archive.file(path), name)
        except Unreadable as error:
            notes.append(str(error))
        else:
            dialect = found.reading.dialect or site
            found.reading = replace(found.reading, dialect=dialect)
            yield found


def _read_file(source: SourceFile, name: str) -> Bibliography:
    if name in TABLES:
        return _read_table(source)
    if not name and _is_table(source):
        return _read_table_or_text(source)
    text = decode(source)
    format_ = named(name) if name else recognised(source.name, text.text)
    if format_ is None:
        return _read_table(source)
    is_sure = name or format_.sign.search(text.text)
    if not is_sure and _is_table_of_papers(source):
        return _read_table(source)
    return _read_text(source, text, format_)


def _read_table_or_text(source):
    """People rename files: what has no papers as a table may have them as a text."""
    try:
        return _read_table(source)
    except Unreadable:
        if is_workbook(source):
            raise
        format_ = recognised(source.name, decode(_beginning(source)).text)
        if format_ is None:
            raise
        return _read_text(source, decode(source), format_)


def _beginning(source):
    if len(source.content) <= ENOUGH_TO_TELL:
        return source
    lines, _, _ = source.content[:ENOUGH_TO_TELL].rpartition(b"\n")
    return replace(source, content=lines or source.content)


def _is_table_of_papers(source):
    """One column does not count: "% Title" is the comment in a .bib of no entries."""
    try:
        table = read_table(source)
    except Unreadable:
        return False
    columns = [column for column in table.columns if column]
    return len(columns) > 1 and publications_csv.is_publications(table)


def _read_text(source: SourceFile, text: Text, format_: Format) -> Bibliography:
    refuse_what_is_none(source.name, text.text, format_)
    reading = Reading(
        source.name,
        format=format_.name,
        dialect=format_.dialect(text.text),
        encoding=text.encoding,
    )
    found = Bibliography(reading, notes=notes_on_encoding(source, text.encoding))
    entries = format_.read(text.text, source.name)
    found.entries = _counted(found, entries, _empty(source, format_))
    return found


def _counted(found: Bibliography, entries: Iterable[Entry], empty: str):
    """The entries as they pass, of which the number and some names are noted."""
    samples, count = Samples(), 0
    for entry in entries:
        samples.note(entry)
        count += 1
        yield entry
    found.reading = replace(found.reading, entries=count, samples=samples.names)
    if not count:
        found.notes.append(empty)


def _empty(source, format_):
    """Not a refusal: to BibTeX all text outside of entries is a comment."""
    title = {"bibtex": "BibTeX"}.get(format_.name, format_.name.upper())
    return (
        f"“{source.name}” has no {title} entry, which looks like “{format_.example}”."
    )


def _is_table(source):
    return source.name.lower().endswith((".csv", ".tsv", ".xlsx"))


def _read_table(source):
    table = read_table(source)
    if not publications_csv.is_publications(table):
        raise Unreadable(
            f"“{source.name}” is no bibliography: it has no BibTeX entry, and as a table "
            "it has no column “title”."
        )
    entries = publications_csv.read(table, source.name)
    reading = Reading(
        source.name,
        format="csv" if table.encoding else "xlsx",
        dialect=dialect_of(table.columns).name,
        encoding=table.encoding,
        entries=len(entries),
        samples=sample_names(entries),
    )
    notes = notes_on_encoding(source, table.encoding) + publications_csv.notes(table)
    return Bibliography(reading, entries, notes)
