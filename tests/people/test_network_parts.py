"""The network's counting, grouping and drawing, without a database."""

import re
from itertools import combinations
from math import hypot

import pytest

from people.network.arcs import arcs
from people.network.circle import circle
from people.network.drawing import Company
from people.network.groups import grouped
from people.network.network import MOST_LINKS, MOST_MEMBERS, Network
from people.network.pairs import Pair, Tally
from people.network.question import Question
from publications.members import Member

PAPERS = [
    (2017, (1, 2)),
    (2019, (3, 2, 1, 1)),
    (2021, (2, 1)),
    (None, (1, 3)),
    (2020, (4,)),
]


def members(number):
    names = ("Zoë", "Bo", "Al", "Di", "Ed")
    return {
        each: Member(
            each, f"m-{each}", f"{names[each % 5]} {each}", f"/people/m-{each}/"
        )
        for each in range(1, number + 1)
    }


def cliques(*sizes):
    """Groups of which all write with all, and a single paper from group to group."""
    papers, start, last = [], 1, None
    for size in sizes:
        group = range(start, start + size)
        papers += [(2020, two) for two in combinations(group, 2)] * 3
        papers += [(2020, (last, start))] if last else []
        start, last = start + size, start
    return Tally(papers)


def network(tally, number, **asked):
    return Network(tally, members(number), Question.of(asked))


def test_pairs_are_counted_with_their_years():
    assert Tally(PAPERS).pairs() == [
        Pair(1, 2, 3, 2017, 2021),
        Pair(1, 3, 2, 2019, 2019),
        Pair(2, 3, 1, 2019, 2019),
    ]


def test_pairs_of_some_years_leave_undated_papers_out():
    tally = Tally(PAPERS)

    assert tally.years == [2017, 2019, 2021]
    assert tally.pairs(2019, 2021) == [
        Pair(1, 2, 2, 2019, 2021),
        Pair(1, 3, 1, 2019, 2019),
        Pair(2, 3, 1, 2019, 2019),
    ]
    assert tally.pairs(2018, 2018) == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, Question()),
        (
            {"person": " m-1 ", "from": "2018", "to": "2021", "least": "2"},
            Question("m-1", 2018, 2021, 2),
        ),
        ({"from": "2021", "to": "2018"}, Question("", 2018, 2021)),
        (
            {"from": "-1", "to": "٢٠٢٠", "least": "1e9", "order": "x"},
            Question(),
        ),
        (
            {"from": "0000", "to": "20222", "least": "0", "order": "name"},
            Question(order="name"),
        ),
        ({"person": "\x00" + "a" * 10_000}, Question("a" * 255)),
    ],
    ids=["nothing", "all", "swapped", "no numbers", "out of range", "long"],
)
def test_address_is_understood_or_not_asked(asked, expected):
    assert Question.of(asked) == expected


def test_address_of_an_order_keeps_what_is_asked():
    asked = Question("m-1", 2018, None, 2, "name")

    assert asked.selection == "?person=m-1&from=2018&least=2"
    assert asked.in_order("last") == "?person=m-1&from=2018&least=2&order=last"
    assert asked.in_order("papers") == "?person=m-1&from=2018&least=2"
    assert Question().in_order("papers") == "?"


def test_those_who_write_with_each_other_are_one_group():
    groups = grouped(cliques(5, 4, 6).pairs())

    found = {frozenset(group) for group in groups}
    assert found == {
        frozenset(range(1, 6)),
        frozenset(range(6, 10)),
        frozenset(range(10, 16)),
    }


def test_groups_are_the_same_whatever_the_order_of_the_pairs():
    pairs = cliques(5, 4, 6).pairs()

    assert grouped(pairs) == grouped(sorted(pairs, key=lambda pair: -pair.two))


def test_neighbours_in_a_chain_stand_side_by_side():
    chain = Tally([(2020, two) for two in [(1, 4), (4, 2), (2, 5), (5, 3)]])

    order = [member for group in grouped(chain.pairs()) for member in group]

    assert order in ([1, 4, 2, 5, 3], [3, 5, 2, 4, 1])


def test_nobody_is_lost_where_groups_know_nothing_of_each_other():
    pairs = [Pair(1, 2, 1), Pair(3, 4, 2), Pair(5, 6, 1)]

    assert sorted(sum(grouped(pairs), [])) == [1, 2, 3, 4, 5, 6]
    assert grouped([]) == []


@pytest.mark.parametrize("draw", [circle, arcs])
@pytest.mark.parametrize("sizes", [(), (2,), (5,), (3, 4, 6), (20, 20, 20, 20)])
def test_everything_is_drawn_within_the_picture(draw, sizes):
    pairs = cliques(*sizes).pairs()
    drawing = draw(Company(grouped(pairs), pairs, members(80)))

    assert (len(drawing.spots), len(drawing.lines)) == (sum(sizes), len(pairs))
    places = [(spot.x, spot.y) for spot in drawing.spots]
    for line in drawing.lines:
        x, y = re.findall(r"[\d.]+ [\d.]+$", line.path)[0].split()
        places.append((float(x), float(y)))
    assert all(0 < x < drawing.width and 0 < y < drawing.height for x, y in places)


def test_eighty_names_have_a_line_of_room_each():
    pairs = cliques(20, 20, 20, 20).pairs()
    company = Company(grouped(pairs), pairs, members(80))

    for drawing in (circle(company), arcs(company)):
        apart = [
            hypot(one.x - two.x, one.y - two.y)
            for one, two in combinations(drawing.spots, 2)
        ]
        assert min(apart) >= 19


def test_more_papers_make_a_thicker_line():
    pairs = [Pair(1, 2, 9), Pair(2, 3, 3), Pair(1, 3, 1)]
    lines = circle(Company(grouped(pairs), pairs, members(3))).lines

    assert [line.key for line in lines] == ["1-3", "2-3", "1-2"]
    assert [line.width for line in lines] == [1.0, 2.7, 4.5]


def test_long_name_is_shortened_in_the_picture_alone():
    long = Member(1, "m-1", "Maximilian Alexander von Humboldt", "/people/m-1/")
    people = {1: long, 2: members(2)[2]}
    spots = circle(Company([[1, 2]], [Pair(1, 2, 1)], people)).spots

    assert [spot.label for spot in spots] == ["Maximilian Alexander von …", "Al 2"]
    assert spots[0].member.name == "Maximilian Alexander von Humboldt"


def test_member_is_shown_with_those_around():
    tally = Tally([(2020, two) for two in [(1, 2), (1, 3), (2, 3), (3, 4), (4, 5)]])

    around = network(tally, 5, person="m-1").pairs

    assert [(pair.one, pair.two) for pair in around] == [(1, 2), (1, 3), (2, 3)]
    assert network(tally, 5, person="nobody").pairs == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("papers", ["Bo 1–Al 2", "Bo 1–Di 3", "Al 2–Di 3"]),
        ("name", ["Al 2–Bo 1", "Al 2–Di 3", "Bo 1–Di 3"]),
        ("last", ["Al 2–Bo 1", "Bo 1–Di 3", "Al 2–Di 3"]),
    ],
)
def test_table_is_in_the_order_asked_for(order, expected):
    table = network(Tally(PAPERS), 4, order=order).table

    got = {frozenset((row.one.name, row.two.name)): row for row in table}
    assert [frozenset(each.split("–")) for each in expected] == list(got)
    assert all(row.one.name < row.two.name for row in table)


def test_a_thousand_members_are_cut_to_those_who_write_most():
    tally = Tally(
        [(2020, (each, each + 1)) for each in range(1, 1000)] + [(2021, (7, 9))] * 5
    )

    cut = network(tally, 1000)

    assert cut.is_cut
    assert cut.size <= MOST_MEMBERS
    assert len(cut.shown) <= MOST_LINKS
    assert (cut.shown[0].one, cut.shown[0].two, len(cut.whole_table)) == (7, 9, 1000)
