"""What BibTeX's own programs, JabRef and Mendeley find in our entries."""

from dataclasses import replace

import pytest

from portal.dates import PartialDate
from publications.formats import bibtex
from publications.formats.bibtex_writer import write_bibtex
from publications.importing.normalise import normalise
from publications.names import PersonName
from publications.values import AppearanceRecord, Contributor, LinkRecord, Record
from tests.factories.records import FULL

MARKED = Record(
    type="article-journal",
    title="On DNA",
    contributors=(
        Contributor(PersonName("Jo", "Doe"), equal_group=1, corresponding=True),
        Contributor(PersonName("Al", "Bo"), equal_group=1),
        Contributor(PersonName("Xi", "Wu"), equal_group=2),
    ),
    appearances=(AppearanceRecord(venue="Things", date=PartialDate("2020-06-01")),),
    topics=("Graphs", "Time"),
)


def test_names_of_visitors_bear_no_marks():
    assert write_bibtex(MARKED, "doe2020").splitlines() == [
        "@article{doe2020,",
        "  title        = {On {DNA}},",
        "  author       = {Doe, Jo and Bo, Al and Wu, Xi},",
        "  author+an    = {1=equal,corresponding;2=equal;3=equal2},",
        "  journal      = {Things},",
        "  year         = {2020},",
        "  date         = {2020-06-01},",
        "  month        = jun,",
        "  keywords     = {Graphs, Time},",
        "}",
    ]


def test_names_of_our_own_files_bear_them_as_al_folio_has_them():
    text = write_bibtex(MARKED, "doe2020", private=True)

    assert "author       = {Doe*‡, Jo and Bo*, Al and Wu†, Xi}," in text
    assert "+an" not in text


@pytest.mark.parametrize(
    ("date", "month"),
    [("2020", ""), ("2020-06", "jun"), ("2020-06-01/2020-06-03", "jun")]
    + [("2020-06/2020-07", ""), ("soon", "")],
)
def test_month_is_a_macro_where_there_is_one(date, month):
    (primary,) = MARKED.appearances
    text = write_bibtex(
        replace(MARKED, appearances=(replace(primary, date=PartialDate(date)),)), "k"
    )

    assert f"  month        = {month}," in text if month else "month" not in text


def test_venue_that_looks_like_an_address_is_named_a_venue():
    venue = AppearanceRecord(venue="https://example.org")

    text = write_bibtex(Record(type="book", title="T", appearances=(venue,)), "k")

    assert "  venue        = {https://example.org}," in text


def test_topics_with_commas_stand_between_semicolons():
    assert "{Graphs; Time, and Space}" in write_bibtex(FULL, "k")


@pytest.mark.parametrize(
    "odd",
    [
        {"links": (LinkRecord("pdf", "https://example.org/a{b"),)},
        {"links": (LinkRecord("pdf", "https://example.org/a", "Slides {draft"),)},
        {"identifiers": (("doi", "10.1000/a}b"),)},
        {"links": (LinkRecord("pdf", "https://example.org/{}@article{a,b}/c"),)},
        {"extra": {"odd": "a\n@article{evil,\n title = {x}}"}},
    ],
    ids=["address", "label", "DOI", "head in an address", "head in a field"],
)
def test_a_value_that_looks_like_the_end_of_its_entry_harms_none(odd):
    record = Record(type="book", title="T", **odd)
    text = write_bibtex(record, "k") + write_bibtex(Record(title="Next"), "next")

    first, following = bibtex.read(text, "x.bib")

    assert (first.error, following.key) == ("", "next")
    assert {name: getattr(normalise(first), name) for name in odd} == odd
