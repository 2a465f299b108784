import pytest
from django.template.loader import render_to_string

from publications.year_chart import year_chart


def chart(counts, **options):
    return year_chart(counts, lambda year: f"#{year}", **options)


def test_bars_stand_from_the_first_year_to_the_last():
    made = chart([(2020, 4), (2018, 8), (None, 3)], chosen=frozenset({2018}))

    assert [(bar.year, bar.height, bar.is_chosen) for bar in made.bars] == [
        (2018, 64, True),
        (2020, 32, False),
    ]
    assert [year for _, year in made.ticks] == [2018, 2019, 2020]
    assert made.bars[1].left == pytest.approx(2 * made.bars[0].width, abs=0.01)


def test_single_year_is_a_single_slim_bar():
    (bar,) = chart([(2020, 1)]).bars

    assert (bar.href, bar.left, bar.width) == ("#2020", 0, 10)


@pytest.mark.parametrize("counts", [[], [(None, 5)], [(2020, 0)]], ids=str)
def test_no_year_gives_no_chart(counts):
    assert chart(counts) is None


def test_many_years_have_few_labels_and_all_bars_fit():
    made = chart([(year, year - 1959) for year in range(1960, 2021)])

    assert [year for _, year in made.ticks] == [
        1960,
        1970,
        1980,
        1990,
        2000,
        2010,
        2020,
    ]
    assert made.bars[-1].left + made.bars[-1].width == pytest.approx(100, abs=0.1)


def test_long_gap_is_a_break():
    made = chart([(1843, 1), (2019, 2), (2020, 1), (20222, 1)])

    assert len(made.breaks) == 2
    assert made.axis < 100


def test_chart_says_itself_in_words():
    page = render_to_string(
        "components/year_chart.html",
        {"chart": chart([(2020, 1), (2021, 12)]), "label": "Papers per year"},
    )

    assert 'aria-label="2020: 1 paper"' in page
    assert 'aria-label="2021: 12 papers"' in page
    assert 'style="' not in page
