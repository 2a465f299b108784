"""The network as a table, in the order that its address asks for."""

from dataclasses import dataclass

from people.network.pairs import Pair
from people.network.question import Question
from publications.members import Member
from publications.names import fold

HEADINGS = {
    "name": "Members",
    "papers": "Joint papers",
    "first": "First",
    "last": "Last",
}
DIRECTIONS = {
    "name": "ascending",
    "papers": "descending",
    "first": "ascending",
    "last": "descending",
}


@dataclass(frozen=True, slots=True)
class Row:
    one: Member
    two: Member
    pair: Pair

    @property
    def url(self):
        return joint_url(self.one, self.two)


@dataclass(frozen=True, slots=True)
class Heading:
    """`direction` only where the table is sorted by this column."""

    text: str
    address: str
    direction: str = ""


def joint_url(one, two):
    return f"{one.url}with/{two.slug}/"


def rows(pairs, members, order):
    """The pairs of numbers as members, by name within; equals keep their places."""
    found = [_row(pair, members) for pair in pairs]
    orders = {
        "papers": lambda row: -row.pair.count,
        "name": lambda row: (fold(row.one.name), fold(row.two.name)),
        "first": lambda row: row.pair.first or 9999,
        "last": lambda row: -(row.pair.last or 0),
    }
    return sorted(found, key=orders[order])


def headings(question: Question):
    return [
        Heading(
            text,
            address=question.in_order(order),
            direction=DIRECTIONS[order] if order == question.order else "",
        )
        for order, text in HEADINGS.items()
    ]


def _row(pair, members):
    two = (members[pair.one], members[pair.two])
    return Row(*sorted(two, key=lambda member: fold(member.name)), pair)
