"""Files that were made to harm, or that are not what their names say."""

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from portal.imports.files import SourceFile, Unreadable
from portal.imports.tables import read_table
from portal.imports.workbooks import write_sheet

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(fill):
    book, written = Workbook(), BytesIO()
    fill(book.active)
    book.save(written)
    return SourceFile("book.xlsx", written.getvalue())


def refusal(source):
    with pytest.raises(Unreadable) as refused:
        read_table(source)
    return str(refused.value)


def test_huge_tables_are_refused_at_once():
    started = time.process_time()
    long = SourceFile("x.csv", b"a,b\n" + b"1,2\n" * 1_000_000)
    wide = SourceFile("x.csv", b",".join(b"c%d" % i for i in range(200_000)))
    tabs = SourceFile("x.tsv", b"a\tb\n" + b"1\t2\n" * 1_000_000)
    sentences = [refusal(long), refusal(wide), refusal(tabs)]

    assert time.process_time() - started < 6
    assert sentences == [
        "'x.csv' has more than 50000 rows; split it in parts.",
        "'x.csv' has 200000 columns; up to 200 are read.",
        "'x.tsv' has more than 50000 rows; split it in parts.",
    ]


def test_cell_without_an_end_is_refused():
    cell = SourceFile("x.csv", b'a,b\n"' + b"x" * 11 * 1024 * 1024 + b'",c\n')

    assert refusal(cell).startswith("'x.csv' cannot be read as CSV from line 2 on")


def test_workbook_with_too_many_columns_is_refused():
    source = workbook(lambda sheet: sheet.cell(row=2, column=300, value="x"))

    assert refusal(source) == "'book.xlsx' has more than 200 columns in row 2."


def test_workbook_of_more_text_than_anybody_types_is_refused():
    text = b"<row><c t='inlineStr'><is><t>" + b"x" * 30_000 + b"</t></is></c></row>"
    sheet = b"<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>"
    source = replaced("xl/worksheets/sheet1.xml", sheet % (MAIN, text * 1_700))

    assert refusal(source) == (
        "'book.xlsx' holds more text than is read; split it in parts."
    )


def replaced(member, content):
    """A workbook whose named member is this."""
    written = BytesIO()
    with (
        ZipFile(BytesIO(write_sheet([["a"]]))) as old,
        ZipFile(written, "w", ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
    return SourceFile("book.xlsx", written.getvalue())


def test_xml_that_unfolds_is_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12)
    )
    source = replaced("xl/worksheets/sheet1.xml", bomb + b"]><x>&m;</x>")

    assert refusal(source) == (
        "'book.xlsx' cannot be read as an Excel workbook (.xlsx): "
        "save it again, or save it as CSV."
    )


def test_workbook_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr("portal.imports.workbooks.MOST_SECONDS", 0.001)

    assert refusal(workbook(lambda sheet: sheet.append(["a"]))) == (
        "'book.xlsx' takes longer than 0.001 seconds to read; save it as CSV."
    )


def test_formula_comes_in_as_its_text():
    formula = '=HYPERLINK("javascript:alert(1)","x")'
    table = read_table(
        workbook(lambda sheet: [sheet.append(["a"]), sheet.append([formula])])
    )

    assert [row.cells for row in table.rows] == [{"a": formula}]
