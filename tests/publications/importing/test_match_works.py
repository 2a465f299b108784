"""Is it a work that we hold? Without a database."""

import pytest

from portal.dates import PartialDate
from publications.importing.match import WorkIndex, work_of
from publications.importing.values import Match
from publications.names import parse_name
from publications.values import AppearanceRecord, Contributor, Record

TITLE = "Watering plans for small gardens in summer"
AUTHORS = ("Ann Smith", "Bo Li", "Cem Arık")
FAIR = "International Conference on Garden Data"


def work(title=TITLE, slug="", authors=AUTHORS, venue=FAIR, year="2020", **facts):
    place = AppearanceRecord(
        venue=venue, date=PartialDate(year), pages=facts.pop("pages", "")
    )
    record = Record(
        title=title,
        contributors=tuple(Contributor(parse_name(each)) for each in authors),
        appearances=(place,),
        **facts,
    )
    return work_of(record, slug)


def verdict(held, stated):
    index = WorkIndex(load=lambda works: ([held], {}))
    return index.match(stated).verdict


def doi(value):
    return {"identifiers": (("doi", value),)}


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"title": "Watering Plans -- for Small Gardens in Summer."},
        {"authors": ("C. Arik", "B. Li", "A. Smith")},
        {"authors": ("Ann Smith", "Cem Ar?k", "B? Li")},
        {"venue": "GD"},
        {"venue": ""},
        {"year": ""},
        {"authors": ()},
    ],
    ids=lambda facts: next(iter(facts), "all"),
)
def test_same_title_people_year_and_place_are_one_work(facts):
    assert verdict(work(slug="held"), work(**facts)) == "same"


@pytest.mark.parametrize(
    "facts",
    [
        {"venue": "Journal of Garden Data"},
        {"venue": "arXiv"},
        {"year": "2021"},
        {"title": "Watering plans for small gardens in sumer"},
        {"title": f"{TITLE} (extended abstract)"},
        {"authors": ("Dee Ray",), "venue": ""},
    ],
    ids=["journal", "preprint", "later", "misprint", "abstract", "other authors"],
)
def test_what_may_be_a_version_is_asked_about(facts):
    assert verdict(work(slug="held"), work(**facts)) == "review"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The third workshop on garden data", "The fourth workshop on garden data"),
        ("Watering of gardens, part I", "Watering of gardens, part II"),
        ("Watering plans for gardens", "Statistics of distant stars"),
    ],
)
def test_other_numbers_make_other_works(one, other):
    assert verdict(work(one, "held"), work(other)) == "new"


def test_title_of_every_volume_is_one_work_with_equal_pages_only():
    held = work("Editorial", "held", pages="1–2")

    stated = [
        work("Editorial", pages="1–2"),
        work("Editorial", pages="9–10"),
        work("Editorial", year="2021", pages="1–2"),
    ]

    assert [verdict(held, each) for each in stated] == ["same", "review", "new"]


def test_equal_doi_needs_the_title_too():
    held = work("Immunology of garden mice", "held", **doi("10.1000/s"))

    stated = [
        work("Immunology of the garden mouse", venue="", **doi("10.1000/s")),
        work("Watering by night", authors=("Dee Ray",), **doi("10.1000/s")),
        work("Immunology of garden mice", **doi("10.1000/t")),
    ]

    assert [verdict(held, each) for each in stated] == ["review", "new", "review"]


def test_question_names_the_likeliest_work():
    held = [work(slug="conference", venue=FAIR), work(slug="later", year="2022")]
    index = WorkIndex(load=lambda works: (held, {}))

    found = index.match(work(venue="Journal of Garden Data", year="2022"))

    assert (found.verdict, found.slug) == ("review", "later")
    assert "another appearance" in found.reason


def test_list_that_prints_editorial_twice_means_two():
    index = WorkIndex()
    index.add(work("Editorial", "editorial"))

    assert index.match(work("Editorial")) == Match()


def test_decision_goes_before_likeness():
    held = work("Watering plans for gardens", "held")
    stated = work("Watering plans for gardens and parks")
    verdicts = [{(stated.title_key, "held"): same} for same in (True, False)]

    found = [
        WorkIndex(load=lambda works, each=each: ([held], each)).match(stated).verdict
        for each in verdicts
    ]

    assert found == ["same", "new"]


def test_journal_number_is_no_paper_s():
    issn, isbn = (("issn", "0896-3207"),), (("isbn", "9780262033848"),)
    held, other = {"title": "TeX publishing"}, ("Kaveh Bazargan",)

    found = [
        verdict(
            work(slug="held", year="1980", identifiers=shared, **held),
            work("Publishing TeX", authors=other, year="1999", identifiers=shared),
        )
        for shared in (issn, isbn)
    ]

    assert found == ["new", "new"]


def test_column_on_other_pages_is_another_text():
    held = {"slug": "held", "pages": "3–5"}

    assert verdict(work(**held), work(pages="83", year="2021")) == "new"
    assert verdict(work(**held), work(pages="83")) == "review"
    assert verdict(work(**held), work(pages="1–3", year="2021")) == "review"


def test_list_that_prints_a_column_on_two_pages_means_two():
    index = WorkIndex()
    index.add(work(slug="own", pages="3"))

    assert index.match(work(pages="83")) == Match()


def test_title_of_many_years_is_found_among_those_of_its_year():
    index = WorkIndex()
    for year in range(1980, 2020):
        index.add(work("Site Report", slug=f"of-{year}", year=str(year)))

    found = index.match(work("Site Report", year="2019"))

    assert found == Match("same", "of-2019")
