import json

import pytest

from publications.formats import csl_json
from publications.formats.csl_writer import csl_item
from publications.importing.normalise import normalise
from publications.names import PersonName
from publications.values import Contributor

ZOTERO = """\
[
  {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "paper-conference",
    "title": "On <i>Graphs</i>",
    "container-title": "Conf",
    "event-place": "Bonn",
    "note": "Citation Key: doe2020\\nPMID: 123\\nInvited",
    "author": [
      {"family": "Berg", "non-dropping-particle": "van der", "given": "Jo"},
      {"literal": "The Consortium"},
      {"family": "Doe", "given": "Al", "suffix": "Jr.",
       "ORCID": "http://orcid.org/0000-0002-1825-0097"}
    ],
    "issued": {"date-parts": [["2020", 6]]}
  },
  {"id": 7, "type": "book", "title": "Second"}
]
"""


def read(text):
    return list(csl_json.read(text, "papers.json"))


def test_item_of_zotero():
    first, second = read(ZOTERO)

    assert (first.line, second.line, second.key) == (2, 17, "")
    assert first.key == "doe2020"
    assert first.contributors == (
        Contributor(PersonName("Jo", "van der Berg")),
        Contributor(PersonName(literal="The Consortium")),
        Contributor(PersonName("Al", "Doe", "Jr."), orcid="0000-0002-1825-0097"),
    )
    assert first.fields == {
        "type": "paper-conference",
        "title": "On Graphs",
        "venue": "Conf",
        "note": "Invited",
        "pmid": "123",
        "date": "2020-06",
        "csl.event-place": "Bonn",
        "csl.id": "http://zotero.org/users/1/items/ABC",
    }


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "book", "title": "One"}',
        '{"items": [{"type": "book", "title": "One"}]}',
        '{"status": "ok", "message": {"items": [{"type": "book", "title": ["One"]}]}}',
    ],
)
def test_one_object_and_lists_with_something_around(text):
    assert [entry.fields["title"] for entry in read(text)] == ["One"]


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2020]]}, "2020"),
        ({"date-parts": [[2020, 6, 1]]}, "2020-06-01"),
        ({"date-parts": [["2019"], ["2020", "2"]]}, "2019/2020-02"),
        ({"date-parts": [[1999]], "circa": True}, "ca. 1999"),
        ({"date-parts": [[1999]], "season": 2}, "Summer 1999"),
        ({"date-parts": [[None]]}, ""),
        ({"raw": "in the summer of 69"}, "in the summer of 69"),
        ({"literal": "forthcoming"}, "forthcoming"),
    ],
)
def test_date_says_no_more_than_the_source(issued, date):
    (entry,) = read(json.dumps([{"title": "T", "issued": issued}]))

    assert entry.fields.get("date", "") == date


@pytest.mark.parametrize(
    ("item", "error"),
    [
        ("5", "an item is a number; it must be an object such as {…}"),
        ('{"title": {}}', "“title” is an object; it must be a text"),
        (
            '{"title": "T", "author": "Jo Doe"}',
            '“author” is a text; it must be a list of names such as [{"family": "Doe", '
            '"given": "Jo"}]',
        ),
        (
            '{"title": "T", "author": [{"family": 3}]}',
            "“family of an author” is a number; it must be a text",
        ),
        (
            '{"title": "T", "issued": [2020]}',
            '“issued” is a list; it must be a date such as {"date-parts": [[2020, 6]]}',
        ),
    ],
)
def test_wrong_type_rejects_its_item_only(item, error):
    first, second = read(f'[\n{item},\n{{"title": "Good", "type": "book"}}]')

    assert (first.line, first.error) == (2, f"Line 2: {error}.")
    assert (second.error, normalise(second).title) == ("", "Good")


def test_broken_json_is_named_with_line_and_column():
    text = '[{"title": "A", "type": "book"},\n {"title" "B"},\n {"title": "C"}]'

    first, broken, third = read(text)

    assert [first.fields["title"], third.fields["title"]] == ["A", "C"]
    assert (broken.line, broken.raw) == (2, '{"title" "B"}')
    assert broken.error == (
        "Line 2, column 11: the JSON cannot be read from here on (expecting ':' "
        "delimiter)."
    )


def test_variables_that_we_do_not_know_are_kept():
    (entry,) = read('[{"title": "T", "type": "song", "x": {"y": [1]}, "genre": "Pop"}]')

    assert entry.fields == {
        "type": "document",
        "title": "T",
        "csl.type": "song",
        "csl.x": '{"y": [1]}',
        "csl.genre": "Pop",
    }


@pytest.mark.parametrize(
    "odd",
    [
        {"Author": "x"},
        {"Title": "Another"},
        {"Issued": [1]},
        {"Note": {"a": 1}},
        {"odd": "[" * 100_000},
        {"odd": "[NaN]"},
    ],
    ids=["author", "title", "date", "note", "deep", "NaN"],
)
def test_names_in_other_capitals_come_back_and_break_no_export(odd):
    (entry,) = read(json.dumps([{"id": "k", "type": "book", "title": "T", **odd}]))
    record = normalise(entry)

    text = json.dumps([csl_item(record, "k", private=True)], allow_nan=False)

    assert normalise(read(text)[0]) == record


@pytest.mark.parametrize("year", ["²", "--5", "9" * 5000])
def test_what_is_no_number_is_no_year(year):
    item = {"type": "book", "title": "T", "issued": {"date-parts": [[year]]}}

    (entry,) = read(json.dumps(item))

    assert (entry.error, entry.fields.get("date")) == ("", None)


@pytest.mark.parametrize("ours", [5, ["x"], {"title": 5}, {"title": ["x"]}])
def test_what_we_did_not_write_rejects_its_item(ours):
    item = {"type": "book", "title": "T", "custom": {"coauthor": ours}}

    (entry,) = read(json.dumps(item))

    assert entry.error.endswith(
        'it must be an object of texts such as {"status": "accepted"}.'
    )


def test_a_number_of_too_many_digits_is_a_sentence():
    (entry,) = read('[{"title": "T", "volume": ' + "9" * 5000 + "}]")

    assert entry.error == "Line 1: a number in the JSON is too long to be read."
