from collections import namedtuple

from django.http import QueryDict
from django.template.loader import render_to_string

from publications.listing.address import FACETS, Address
from publications.listing.chips import chips
from publications.listing.facets import Option, facets

Value = namedtuple("Value", "value label count")


def address(text=""):
    return Address.of(QueryDict(text))


def people(number):
    return [
        Value(f"p{each}", f"Person {each:04}", number - each) for each in range(number)
    ]


def test_choices_stand_by_number_of_papers_and_years_by_year():
    years = [Value("2018", "2018", 9), Value("2020", "2020", 1)]
    topics = [Value("b", "B", 2), Value("a", "a", 2), Value("c", "C", 7)]

    year, topic = facets(address(), {"topic": topics, "year": years}, 9)

    assert [option.label for option in year.options] == ["2020", "2018"]
    assert [option.label for option in topic.options] == ["C", "a", "B"]


def test_choice_stays_in_sight_whatever_else_is_there():
    (facet,) = facets(address("person=p700&person=nobody"), {"person": people(800)}, 9)

    shown = [option.value for option in facet.options]
    assert shown == [f"p{number}" for number in range(10)] + ["p700", "nobody"]
    assert facet.chosen[-1] == Option("nobody", "nobody", 0, is_chosen=True)


def test_choice_that_fits_no_paper_keeps_its_name():
    (facet,) = facets(
        address("type=book"), {"type": []}, 0, lambda name, value: f"{name} {value}"
    )

    assert facet.options == [Option("book", "Type book", 0, is_chosen=True)]


def test_long_facet_is_shown_whole_only_where_it_is_asked_for():
    counts = {"person": people(1000)}

    (short,) = facets(address("q=x"), counts, 9)
    (whole,) = facets(address("q=x&more=person"), counts, 9)

    assert (len(short.options), short.rest) == (10, [])
    assert short.all_address == "?q=x&more=person"
    assert (len(whole.options), len(whole.rest), whole.all_address) == (10, 990, "")


def test_some_more_choices_fold():
    (facet,) = facets(address(), {"person": people(14)}, 9)

    assert [option.value for option in facet.rest] == ["p10", "p11", "p12", "p13"]


def test_facet_that_tells_nothing_apart_is_left_out():
    counts = {"type": [Value("book", "book", 3)], "status": []}

    assert facets(address(), counts, 3) == []
    assert [each.name for each in facets(address(), counts, 4)] == ["type"]
    assert [each.name for each in facets(address("type=book"), counts, 9)] == ["type"]


def test_venue_may_stand_in_the_address_as_its_badge_says_it():
    venues = [Value("neurips", "NeurIPS", 3), Value("iclr", "ICLR", 1)]
    asked = address("venue=NeurIPS")

    made = facets(asked, {"venue": venues}, 9)

    assert [option.is_chosen for option in made[0].options] == [True, False]
    assert [(chip.text, str(chip.address)) for chip in chips(asked, made)] == [
        ("NeurIPS", "")
    ]


def test_chip_says_what_is_chosen_and_leads_to_the_list_without_it():
    asked = address("q=deep&type=book&person=nobody")
    made = facets(asked, {"type": [Value("book", "book", 3)], "person": []}, 9)

    assert [
        (each.heading, each.text, str(each.address)) for each in chips(asked, made)
    ] == [
        ("Words", "deep", "?type=book&person=nobody"),
        ("Type", "Book", "?q=deep&person=nobody"),
        ("Member", "nobody", "?q=deep&type=book"),
    ]


def test_seven_facets_of_a_thousand_choices_are_a_short_piece_of_page():
    many = {name: people(1000) for name in FACETS}
    many["year"] = [Value(str(year), str(year), 1) for year in range(1000, 2000)]

    page = render_to_string(
        "components/facets.html",
        {"facets": facets(address(), many, 9), "address": address()},
    )

    assert page.count('type="checkbox"') == 7 * 10
    assert len(page) < 20_000
