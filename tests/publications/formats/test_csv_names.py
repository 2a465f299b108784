import pytest

from publications.formats.csv_names import read_csv_names, write_csv_names
from publications.names import PersonName

NAMES = [
    PersonName("Jo", "Doe"),
    PersonName("", "Ban Weiss"),
    PersonName("", "others"),
    PersonName("L. and B", "de; X"),
    PersonName("L", "King", "Jr."),
    PersonName(literal="UNESCO"),
    PersonName(literal="Smith; Sons, and Co."),
]


@pytest.mark.parametrize("marks", ["", "*", "†‡"])
@pytest.mark.parametrize("name", NAMES)
def test_name_is_read_back_as_it_was_written(name, marks):
    cell = write_csv_names([(name, marks)], truncated=True)

    read = read_csv_names(cell)

    assert [(each.name, each.marks) for each in read.names] == [(name, marks)]
    assert (read.truncated, read.problems) == (True, ())
