from datetime import date, datetime
from io import BytesIO
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from portal.imports.files import UNWANTED, SourceFile, Unreadable
from portal.imports.tables import (
    Row,
    Table,
    read_table,
    write_csv,
    write_xlsx,
)


def csv_file(text):
    return SourceFile("people.csv", text.encode())


def xlsx_file(*rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    written = BytesIO()
    workbook.save(written)
    return SourceFile("people.xlsx", written.getvalue())


def test_csv_is_read_with_the_lines_of_its_rows():
    table = read_table(csv_file('Given Name,about\nYan,"two\nlines"\n\nZoë,x\n'))

    assert table == Table(
        ("given_name", "about"),
        ("Given Name", "about"),
        (
            Row(2, {"given_name": "Yan", "about": "two\nlines"}),
            Row(5, {"given_name": "Zoë", "about": "x"}),
        ),
        "utf-8",
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_the_commonest_of_the_header(delimiter):
    table = read_table(csv_file(f'"a;,b"{delimiter}c\n1{delimiter}2\n'))

    assert table.rows == (Row(2, {"a;,b": "1", "c": "2"}),)


def test_row_with_too_many_cells_is_reported_and_kept():
    table = read_table(csv_file("a,b\n1,2,3\n1,2,,\n1\n"))

    assert table.rows == (
        Row(
            2,
            {"a": "1", "b": "2"},
            "Line 2: the row has 3 cells but the header has 2; "
            "put a cell that holds a separator in double quotes.",
        ),
        Row(3, {"a": "1", "b": "2"}),
        Row(4, {"a": "1", "b": ""}),
    )


def test_open_quote_is_reported_and_the_rows_after_it_are_read():
    text = 'name,about\nFoo,"two\nlines"\nBar,"abc\nBaz,x\n\nQux,""\n'

    assert read_table(csv_file(text)).rows == (
        Row(2, {"name": "Foo", "about": "two\nlines"}),
        Row(
            4,
            {"name": "Bar", "about": "abc"},
            "Line 4: a double quote is never closed; close it at the end of its cell.",
        ),
        Row(5, {"name": "Baz", "about": "x"}),
        Row(7, {"name": "Qux", "about": ""}),
    )


@pytest.mark.parametrize(
    "text", ['a,b\n1,"one\nsome prose\n1,2', 'a,b\n"x\ny","one\n1,2,3\n', 'a\n"one\n2']
)
def test_lines_after_an_open_quote_that_are_no_rows_are_not_read(text):
    (row,) = read_table(csv_file(text)).rows

    line = 3 if "x" in text else 2
    assert row.line == 2
    assert row.error == (
        f"Line {line}: a double quote is never closed; "
        "what follows it was not read as rows."
    )
    assert list(row.cells.values())[-1] == "one"


def test_cells_are_stripped_composed_and_free_of_hidden_characters():
    table = read_table(csv_file("a,b,c\n Zoe\u0308 ,x\u202ey,'=1+1\n"))

    assert table.rows == (Row(2, {"a": "Zoë", "b": "xy", "c": "=1+1"}),)


def test_second_column_of_one_name_gets_a_name_of_its_own():
    table = read_table(csv_file("Name,name,,\nx,y,,\n"))

    assert (table.columns, table.rows) == (
        ("name", "name_2"),
        (Row(2, {"name": "x", "name_2": "y"}),),
    )


def test_quote_between_tabs_is_a_sign_where_each_line_is_a_row():
    table = read_table(csv_file('TI\tPY\n"Deep" learning\t2018\n"a ""b"""\t\n'))

    assert table.rows == (
        Row(2, {"ti": '"Deep" learning', "py": "2018"}),
        Row(3, {"ti": 'a "b"', "py": ""}),
    )


def test_author_list_of_a_large_collaboration_fits_a_cell():
    authors = "; ".join(["Given Family"] * 20_000)

    assert (
        read_table(csv_file(f"authors\n{authors}\n")).rows[0].cells["authors"]
        == authors
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "1,2\n3,4\n",
            "'people.csv' is not a table: its first row must name the columns.",
        ),
        ("a" + ",b" * 300, "'people.csv' has 301 columns; up to 200 are read."),
        (
            "a\n" + "1\n" * 50_001,
            "'people.csv' has more than 50000 rows; split it in parts.",
        ),
        ("\n \n", "'people.csv' is empty."),
        (
            'name,"about\nFoo,x\n',
            "'people.csv' is not a table: "
            "a double quote in its header is never closed.",
        ),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(text, sentence):
    with pytest.raises(Unreadable) as refused:
        read_table(csv_file(text))

    assert str(refused.value) == sentence


def test_workbook_is_read_as_text():
    days = [datetime(2015, 8, 3), date(2015, 8, 3), 2018.0, 2.5, True, None]
    table = read_table(xlsx_file(["a", "b", "c", "d", "e", "f"], [], days))

    values = ("2015-08-03", "2015-08-03", "2018", "2.5", "true", "")
    assert table.rows == (Row(3, dict(zip("abcdef", values, strict=True))),)


def test_damaged_workbook_is_refused_in_a_sentence():
    with pytest.raises(Unreadable) as refused:
        read_table(SourceFile("people.xlsx", b"PK\x03\x04 and then nothing"))

    assert str(refused.value) == (
        "'people.xlsx' cannot be read as an Excel workbook (.xlsx): "
        "save it again, or save it as CSV."
    )


def test_workbook_that_unpacks_to_too_much_is_refused():
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 101 * 1024 * 1024)

    with pytest.raises(Unreadable, match=r"^'bomb\.xlsx' is too large for a workbook"):
        read_table(SourceFile("bomb.xlsx", bomb.getvalue()))


def test_workbook_with_a_gap_of_empty_rows_ends_there():
    workbook = Workbook()
    workbook.active.append(["a"])
    workbook.active.cell(row=900_000, column=1, value="x")
    written = BytesIO()
    workbook.save(written)

    assert read_table(SourceFile("gap.xlsx", written.getvalue())).rows == ()


def test_csv_is_written_with_formulas_guarded():
    written = write_csv(["a", "b"], [{"a": "=1+1", "b": "x, y"}, {"a": "-"}])

    assert written == "a,b\r\n'=1+1,\"x, y\"\r\n'-,\r\n"


def stripped(text):
    return normalize("NFC", UNWANTED.sub("", text)).strip()


# A text of "'=" is what a guarded "=" looks like, so a reader cannot tell them apart
# unless the writer guards it again: the examples lean towards it.
texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("=+-@'\",;\n"),
    max_size=20,
).map(stripped)
records = st.fixed_dictionaries({"title": texts.filter(bool), "authors": texts})


@settings(deadline=None)
@given(st.lists(records, min_size=1, max_size=3))
def test_written_csv_reads_back_as_it_was(rows):
    written = write_csv(("title", "authors"), rows).encode()

    table = read_table(SourceFile("x.csv", written))
    assert [row.cells for row in table.rows] == rows


# Each workbook is read by a process of its own, so a few hold many rows.
@settings(deadline=None, max_examples=8)
@given(st.lists(records, min_size=20, max_size=60))
def test_written_workbook_reads_back_as_it_was(rows):
    written = write_xlsx(("title", "authors"), rows)

    table = read_table(SourceFile("x.xlsx", written))
    assert [row.cells for row in table.rows] == rows


def test_too_many_rows_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr("portal.imports.tables.decode", None)
    source = SourceFile("n.csv", b"title\n" + b"x\n" * 50_001)

    with pytest.raises(Unreadable) as refused:
        read_table(source)

    assert str(refused.value) == "'n.csv' has more than 50000 rows; split it in parts."


def test_empty_lines_and_lines_in_cells_are_no_rows():
    cell = '"' + "a\n" * 30_000 + '"'
    source = SourceFile("n.csv", f"title\n{cell}\n{cell}\n".encode() + b",\n" * 60_000)

    assert len(read_table(source).rows) == 2
