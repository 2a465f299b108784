"""What we write is read back as it was, in every format."""

import json

import pytest
from hypothesis import example, given, settings

from portal.imports.files import SourceFile
from portal.imports.tables import read_table, write_csv, write_xlsx
from publications.facts import facts_of
from publications.formats import bibtex, csl_json, publications_csv, ris
from publications.formats.biblatex_writer import write_biblatex
from publications.formats.bibtex_writer import write_bibtex
from publications.formats.csl_writer import csl_item
from publications.formats.long_cells import split_long
from publications.formats.publications_table import columns_of, table_row
from publications.formats.ris_writer import write_ris
from publications.importing.defaults import with_defaults
from publications.importing.normalise import normalise
from tests.factories.records import FULL, records


def through_bibtex(record):
    key = record.key or "no-key"
    (entry,) = bibtex.read(write_bibtex(record, key, private=True), "x.bib")
    return entry


def through_biblatex(record):
    key = record.key or "no-key"
    (entry,) = bibtex.read(write_biblatex(record, key, private=True), "x.bib")
    return entry


def through_ris(record):
    text = write_ris(record, private=True).replace("\r\n", "\n")
    (entry,) = ris.read(text, "x.ris")
    return entry


def through_csl_json(record):
    text = json.dumps([csl_item(record, "slug", private=True)])
    (entry,) = csl_json.read(text, "x.json")
    return entry


def through_csv(record):
    columns = columns_of([record], private=True)
    text = write_csv(columns, [table_row(record, columns, private=True)])
    table = read_table(SourceFile("x.csv", text.encode()))
    (entry,) = publications_csv.read(table, "x.csv")
    return entry


def through_xlsx(record):
    columns = columns_of([record], private=True)
    rows = [table_row(record, columns, private=True)]
    content = write_xlsx(*split_long(columns, rows))
    (entry,) = publications_csv.read(read_table(SourceFile("x.xlsx", content)), "x")
    return entry


@pytest.mark.parametrize(
    "through",
    [through_bibtex, through_biblatex, through_ris, through_csl_json, through_csv],
)
@settings(max_examples=25)
@example(FULL)
@given(records)
def test_record_survives(through, record):
    read = with_defaults(normalise(through(record)))

    assert facts_of(read) == facts_of(record)


@settings(max_examples=25)
@example(FULL)
@given(records)
def test_bibtex_of_visitors_has_its_marks_beside_the_names(record):
    text = write_bibtex(record, "k")
    (entry,) = bibtex.read(text, "x.bib")
    names = [line for line in text.splitlines() if line.startswith("  author ")]

    read = facts_of(normalise(entry))
    assert not any(mark in line for line in names for mark in "*†‡")
    assert read.get("authors") == facts_of(record).get("authors")


def test_long_texts_survive_a_workbook():
    long = "word " * 20_000
    record = FULL.__class__(title="T", abstract=long.strip())

    assert normalise(through_xlsx(record)).abstract == record.abstract
