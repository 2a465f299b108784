import pytest
from django.http import QueryDict

from publications.listing.address import Address
from publications.listing.pages import Jump, Pages


def pages(count, asked=""):
    return Pages(count, Address.of(QueryDict(asked)))


def numbers(pages):
    return [link.number for link in pages.links]


@pytest.mark.parametrize(
    ("count", "page", "shown"),
    [
        (0, 1, [1]),
        (50, 1, [1]),
        (51, 1, [1, 2]),
        (1000, 1, [1, 2, 3, None, 20]),
        (1000, 4, [1, 2, 3, 4, 5, 6, None, 20]),
        (1000, 5, [1, 2, 3, 4, 5, 6, 7, None, 20]),
        (1000, 10, [1, None, 8, 9, 10, 11, 12, None, 20]),
        (1000, 17, [1, None, 15, 16, 17, 18, 19, 20]),
        (1000, 99, [1, None, 18, 19, 20]),
    ],
)
def test_numbers_stand_around_the_page_with_gaps(count, page, shown):
    assert numbers(pages(count, f"page={page}")) == shown


def test_pages_keep_every_parameter():
    second = pages(150, "q=x&year=2018&year=2020&person=jo&sort=date&page=2")

    rest = "/publications/?q=x&year=2018&year=2020&person=jo&sort=date"
    assert (second.previous, second.next) == (rest, f"{rest}&page=3")


def test_page_past_the_last_is_the_last():
    past = pages(120, "page=9")

    assert (past.number, past.start, past.end, past.next) == (3, 100, 120, "")


def test_years_lead_to_where_they_begin():
    years = [(2020, 30, 0), (2019, 40, 30), (2018, 10, 70), (None, 2, 80)]

    assert pages(82, "topic=a").jumps(years) == [
        Jump(2020, 30, "#year-2020"),
        Jump(2019, 40, "#year-2019"),
        Jump(2018, 10, "/publications/?topic=a&page=2#year-2018"),
        Jump(None, 2, "/publications/?topic=a&page=2#year-undated"),
    ]
