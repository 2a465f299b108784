from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.dates import PartialDate, Point, Span

UNDERSTOOD = {
    "2018": "2018",
    "2018, 2020": "2018,2020",
    "Aug. 2015": "2015-08",
    "August 2015": "2015-08",
    "September, 2015": "2015-09",
    "Aug 2015 – Dec. 2019": "2015-08/2019-12",
    "June 2021 - Current": "2021-06/..",
    "June 2021 – present": "2021-06/..",
    "2021-06/..": "2021-06/..",
    "2021 –": "2021/..",
    "since 2019": "2019/..",
    "Nov 2018 till now": "2018-11/..",
    "until 2019": "../2019",
    "from 2018 to 2020": "2018/2020",
    "Feb 2022 - Feb 2024": "2022-02/2024-02",
    "Sep 2021 Dec 2021": "2021-09/2021-12",
    "May–Aug 2018": "2018-05/2018-08",
    "May/June 2018": "2018-05/2018-06",
    "28-29 April 2001": "2001-04-28/2001-04-29",
    "April 28--29, 2001": "2001-04-28/2001-04-29",
    "28 April - 2 May 2001": "2001-04-28/2001-05-02",
    "Tuesday 21st January, 2025": "2025-01-21",
    "21 January 2025": "2025-01-21",
    "January 21, 2025": "2025-01-21",
    "08-Feb-2019": "2019-02-08",
    "2009-1-15": "2009-01-15",
    "2015-08-03T10:00:00Z": "2015-08-03",
    "15.1.2015": "2015-01-15",
    "9/2015": "2015-09",
    "2015/08": "2015-08",
    "2015/08/03": "2015-08-03",
    "12/25/2015": "2015-12-25",
    "25/12/2015": "2015-12-25",
    "1/2/2015": "2015",
    "Summer 2019": "2019",
    "Fall 2019/Spring 2020": "2019/2020",
    "2018-19": "2018/2019",
    "2018–21": "2018/2021",
    "circa 2010": "2010",
    "2010?": "2010",
    "2018 – 2022 (expected)": "2018/2022",
    "２０１８": "2018",
}

NOT_UNDERSTOOD = (
    *("soon", "n.d.", "????", "30 BC", "in press", "1066", "9999", "2015-13"),
    *("31 February 2015", "Feb 29, 2019", "2019 – 2015", "2018 2020", "Mayor 2018"),
    "9" * 5000,
)


@pytest.mark.parametrize(("text", "iso"), UNDERSTOOD.items())
def test_date_is_read_as_people_write_it(text, iso):
    assert PartialDate.parse(text).iso == iso


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_date_not_understood_keeps_its_text(text):
    found = PartialDate.parse(text)

    assert (found.text, found.spans, found.understood) == (text, (), False)
    assert (found.iso, found.sort_key, found.year) == ("", "", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018", "2018"),
        ("2015-08", "August 2015"),
        ("2009-1-15", "15 January 2009"),
        ("2018,2020", "2018, 2020"),
        ("2021-06/..", "June 2021 – present"),
        ("../2019", "until 2019"),
        ("Aug.  2015", "Aug. 2015"),
        ("June 2021 - Current", "June 2021 – Current"),
        ("2018--2020", "2018–2020"),
        ("May-Aug 2018", "May–Aug 2018"),
        ("28-29 April 2001", "28–29 April 2001"),
        ("15-1-2015 - 16-1-2015", "15-1-2015 – 16-1-2015"),
        ("Sep 2021 Dec 2021", "Sep 2021 – Dec 2021"),
        ("in press", "in press"),
    ],
)
def test_date_shows_its_own_words_and_spells_out_numbers(text, words):
    assert str(PartialDate(text)) == words


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (("2018", "8"), "August 2018"),
        (("2018", "aug"), "August 2018"),
        (("2018", "may/june"), "May/June 2018"),
        (("2018", "10~jan"), "10 January 2018"),
        (("2018", "08", "3"), "3 August 2018"),
        (("2018", ""), "2018"),
        (("2018", "13"), "2018"),
        (("in press", ""), "in press"),
    ],
)
def test_year_and_month_of_bibtex_read_naturally(fields, text):
    assert PartialDate.from_year_month(*fields).text == text


def test_date_of_numbers_has_their_precision():
    assert PartialDate.of(2018, 8).spans == (Span(Point(2018, 8), Point(2018, 8)),)


def test_date_of_impossible_numbers_is_refused():
    with pytest.raises(ValueError, match="month"):
        PartialDate.of(2018, 13)


def test_empty_date_is_falsy():
    assert (bool(PartialDate()), bool(PartialDate("n.d."))) == (False, True)


def test_highwire_date_is_a_full_day_or_a_year():
    texts = ("12 May 2010", "May 2010", "2010", "n.d.")
    assert [PartialDate(text).highwire for text in texts] == [
        "2010/5/12",
        "2010",
        "2010",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("2024", True),
        ("2025", False),
        ("2025-05", True),
        ("2025-06", False),
        ("2025-06-14", True),
        ("2025-06-15", False),
        ("2018, 2026", False),
        ("2018 – present", False),
        ("soon", False),
        ("", False),
    ],
)
def test_date_is_past_once_the_whole_of_it_is_over(text, past):
    assert PartialDate(text).is_past(date(2025, 6, 15)) is past


def test_dates_sort_by_start_then_end_and_ongoing_last():
    ordered = [
        "",
        "n.d.",
        "until 2019",
        "2015",
        "2015-08",
        "2015-08/2019",
        "2015-08/..",
    ]
    dates = [PartialDate(text) for text in ordered]
    shuffled = dates[::2] + dates[1::2]

    assert sorted(shuffled) == dates


def test_sort_key_has_zeros_for_what_is_unknown():
    texts = ("2015", "2015-08", "2015-08-03 – 2019", "until 2019", "")
    keys = [PartialDate(text).sort_key for text in texts]

    assert keys == ["20150000", "20150800", "20150803", "00000000", ""]


def points():
    days = st.dates(date(1400, 1, 1), date(2200, 12, 31))
    return st.builds(
        lambda day, known: Point(*(day.year, day.month, day.day)[:known]),
        days,
        st.integers(1, 3),
    )


def spans():
    pairs = st.tuples(points(), points()).map(
        lambda pair: sorted(pair, key=lambda point: point.first_day)
    )
    closed = pairs.map(lambda pair: Span(*pair))
    single = points().map(lambda point: Span(point, point))
    return closed | single | st.builds(Span, points(), st.none())


@given(st.lists(spans(), min_size=1, max_size=3))
def test_iso_reads_back_as_the_same_spans(given_spans):
    iso = ",".join(span.iso for span in given_spans)
    found = PartialDate(iso)

    assert (found.spans, found.iso) == (tuple(given_spans), iso)


@given(spans(), spans())
def test_order_of_dates_agrees_with_their_sort_keys(one, other):
    first, second = sorted([PartialDate(one.iso), PartialDate(other.iso)])
    assert first.sort_key <= second.sort_key


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text):
    found = PartialDate(text)

    assert PartialDate(found.iso).spans == found.spans
    assert str(found) == str(PartialDate(text))
