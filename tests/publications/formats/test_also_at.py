from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.dates import PartialDate
from publications.formats.also_at import read_also_at, write_also_at
from publications.values import AppearanceRecord as AnyAppearance

# A further appearance came out, unless its status says otherwise.
AppearanceRecord = partial(AnyAppearance, status="published")

WORKSHOP = AppearanceRecord(
    venue="NeurIPS Workshop on Deep Learning for Physical Sciences",
    venue_short="NeurIPS-DLPS",
    kind="workshop",
    title='Data Quality Network, a "Forecast"',
    date=PartialDate.parse("2017"),
)


def test_appearances_are_read_with_their_attributes():
    text = (
        "NeurIPS Workshop on Deep Learning for Physical Sciences (2017) "
        '[short=NeurIPS-DLPS, kind=workshop, title="Data Quality Network,'
        ' a \\"Forecast\\""]; arXiv'
    )

    assert read_also_at(text) == ((WORKSHOP, AppearanceRecord(venue="arXiv")), ())


def test_date_is_fuller_than_the_year():
    records, _ = read_also_at("KDD (2017) [date=2017-08-13]")

    assert records == (AppearanceRecord("KDD", date=PartialDate.parse("2017-08-13")),)
    assert write_also_at(records) == "KDD (2017) [date=2017-08-13]"


@pytest.mark.parametrize(
    "venue",
    [
        "Physics (ICML)",
        "Physics (2017)",
        "A; B",
        "A [B]",
        'The "Best"',
        '"',
        "",
        "A \\",
    ],
)
def test_venue_with_signs_of_the_grammar_survives(venue):
    records = (AppearanceRecord(venue), AppearanceRecord(venue, kind="workshop"))

    assert read_also_at(write_also_at(records)) == (records, ())


def test_venue_in_parentheses_needs_no_quotes_from_people():
    records, _ = read_also_at("Physics (ICML) (2017)")

    assert records == (AppearanceRecord("Physics (ICML)", date=PartialDate("2017")),)


@pytest.mark.parametrize("text", ["", " ;; ", ";"])
def test_nothing_is_no_appearance(text):
    assert read_also_at(text) == ((), ())


def test_unclosed_bracket_spoils_one_appearance_only():
    assert read_also_at("KDD (2017) [short=KDD; arXiv (2016)") == (
        (AppearanceRecord("arXiv", date=PartialDate.parse("2016")),),
        (
            "'KDD (2017) [short=KDD' is no appearance; "
            "write 'Venue (year) [short=…, kind=…]'.",
        ),
    )


def test_unknown_attribute_is_named():
    assert read_also_at("KDD [place=Halifax, short=KDD]") == (
        (AppearanceRecord("KDD", venue_short="KDD"),),
        (
            "'place' is no attribute of an appearance; use short, label, kind, status, "
            "presentation, award, volume, number, pages, publisher, title, date.",
        ),
    )


texts = st.text('abé ;,[]()="\\2017').map(lambda text: " ".join(text.split()))
dates = st.sampled_from(["", "2017", "2017-06", "Aug. 2015", "soon; or [later]"])
fields = dict.fromkeys(
    ["venue", "venue_short", "label", "kind", "presentation", "award"]
    + ["volume", "number", "pages", "publisher", "title"],
    st.just("") | texts,
)
records = st.builds(
    AnyAppearance,
    date=dates.map(PartialDate.parse),
    status=st.sampled_from(["published", "under-review", "accepted"]),
    **fields,
)


@given(st.lists(records, max_size=3).map(tuple))
def test_what_is_written_is_read_back(appearances):
    assert read_also_at(write_also_at(appearances)) == (appearances, ())


@given(st.text() | st.text('ab ;,[]()="\\'))
def test_anything_is_read_without_an_error(text):
    records, problems = read_also_at(text)

    assert all(problem.endswith(".") for problem in problems)
