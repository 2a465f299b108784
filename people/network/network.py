"""The network that an address asks for: whom the picture shows, and the same in a table."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from people.network import table
from people.network.arcs import arcs
from people.network.circle import circle
from people.network.drawing import Company
from people.network.groups import grouped
from people.network.pairs import Tally
from people.network.question import Question
from publications.members import Member
from publications.names import fold

MOST_MEMBERS = 100
MOST_LINKS = 500


@dataclass
class Network:
    """`members`: everybody with a public page, by the number of their author."""

    tally: Tally
    members: dict[int, Member]
    question: Question

    @cached_property
    def pairs(self):
        """Every pair that is asked for, the most joint papers first."""
        asked = self.question
        found = self.tally.pairs(asked.first, asked.last)
        if asked.person:
            found = _around(self._number_of(asked.person), found)
        return [pair for pair in found if pair.count >= asked.least]

    @cached_property
    def shown(self):
        """The pairs of the picture and the table: the strongest, where there are many."""
        weight = Counter()
        for pair in self.pairs:
            weight.update({pair.one: pair.count, pair.two: pair.count})
        ranked = sorted(weight, key=lambda each: (-weight[each], each))
        kept = set(ranked[:MOST_MEMBERS])
        inside = (each for each in self.pairs if each.one in kept and each.two in kept)
        return [pair for pair, _ in zip(inside, range(MOST_LINKS), strict=False)]

    @property
    def is_cut(self):
        return len(self.shown) < len(self.pairs)

    @cached_property
    def company(self):
        return Company(grouped(self.shown), self.shown, self.members)

    @property
    def size(self):
        return self.company.size

    @property
    def drawings(self):
        """The picture twice, for a wide and for a narrow window; the style shows one."""
        return {"circle": circle(self.company), "arcs": arcs(self.company)}

    @property
    def table(self):
        return table.rows(self.shown, self.members, self.question.order)

    @property
    def whole_table(self):
        return table.rows(self.pairs, self.members, self.question.order)

    @property
    def headings(self):
        return table.headings(self.question)

    @cached_property
    def choices(self):
        """Those whom the form offers: members with any joint paper, by name."""
        joined = (self.members[each] for each in self.tally.members)
        return sorted(joined, key=lambda member: fold(member.name))

    def _number_of(self, slug):
        found = (number for number, each in self.members.items() if each.slug == slug)
        return next(found, None)


def _around(member, pairs):
    """The pairs of this member, and those of their partners with each other."""
    near = {member}
    for pair in pairs:
        if member in (pair.one, pair.two):
            near |= {pair.one, pair.two}
    return [pair for pair in pairs if {pair.one, pair.two} <= near]
