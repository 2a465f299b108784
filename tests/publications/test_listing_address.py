from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from publications.listing.address import Address


def address(text):
    return Address.of(QueryDict(text))


def test_address_is_read_and_written_the_same():
    asked = "?q=deep+nets&year=2018&year=2020&venue=iclr&sort=date&page=3&more=person"

    assert str(address(asked[1:])) == asked


def test_one_selection_has_one_address():
    mixed = address("topic=a&year=2018&page=2&q=x&year=2018&person=&sort=relevance")

    assert mixed.selection == "?q=x&year=2018&topic=a&sort=relevance"


@pytest.mark.parametrize(
    ("asked", "rest"),
    [
        (("year", "2018"), "?q=x&year=2020&person=jo&sort=date"),
        (("person", "jo"), "?q=x&year=2018&year=2020&sort=date"),
        (("q", "x"), "?year=2018&year=2020&person=jo"),
        (("venue", "icml"), "?q=x&year=2018&year=2020&person=jo&sort=date"),
    ],
    ids=str,
)
def test_one_filter_is_taken_away_and_the_first_page_shown(asked, rest):
    full = address("q=x&year=2018&year=2020&person=jo&sort=date&page=4")

    assert str(full.without(*asked)) == rest


def test_year_of_the_chart_takes_the_place_of_the_others():
    full = address("person=jo&year=2018&year=2020&page=4")

    assert str(full.with_only("year", "2019")) == "?year=2019&person=jo"


@pytest.mark.parametrize(
    ("asked", "by_relevance"),
    [
        ("", False),
        ("year=2018", False),
        ("sort=relevance", False),
        ("q=x", True),
        ("q=x&sort=date", False),
        ("q=x&sort=nonsense", True),
        ("q=%20", False),
    ],
)
def test_papers_are_ordered_by_relevance_where_words_are_asked_for(asked, by_relevance):
    assert address(asked).by_relevance is by_relevance


@pytest.mark.parametrize(
    ("page", "number"),
    [
        ("2", 2),
        (" 7 ", 7),
        ("0", 1),
        ("-1", 1),
        ("²", 1),
        ("٣", 1),
        ("9" * 5000, 999999999),
    ],
)
def test_page_is_a_number(page, number):
    assert address(urlencode({"page": page})).page == number


def test_address_of_any_size_is_taken_in_part():
    endless = address(
        "&".join(f"year={year}" for year in range(500)) + "&q=" + "x" * 9999
    )

    assert len(endless.facets["year"]) == 50
    assert endless.q == "x" * 200


def test_nothing_in_an_address_breaks_the_next_one():
    odd = address("q=a%00%22%3Cscript%3E&venue=%26page%3D9&person=%F0%9F%98%80%FF")

    assert address(str(odd)[1:]) == odd
    assert "%3Cscript%3E" in str(odd)
