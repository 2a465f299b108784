"""What the templates draw: members at their places and the lines between them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import log2, sqrt

from people.network.pairs import Pair
from people.network.table import joint_url
from publications.members import Member

TONES = 8
PLAIN = "network__plain"
LETTER = 7.9  # the width of a letter on average, generously, at 15 px
LONGEST_NAME = 26


@dataclass(frozen=True, slots=True)
class Spot:
    """A member's dot; `turn` brings the name to it, `end` puts the name's end there.

    `ties`: of each line from here its key and the member whom it leads to.
    """

    member: Member
    x: float
    y: float
    radius: float
    tone: str
    ties: tuple[tuple[str, int], ...]
    turn: str
    end: bool = False

    @property
    def label(self) -> str:
        name = self.member.name
        return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


@dataclass(frozen=True, slots=True)
class Line:
    pair: Pair
    one: Member
    two: Member
    path: str
    width: float
    tone: str

    @property
    def key(self) -> str:
        return key_of(self.pair)

    @property
    def url(self) -> str:
        return joint_url(self.one, self.two)


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    spots: list[Spot]
    lines: list[Line]


def key_of(pair: Pair) -> str:
    return f"{pair.one}-{pair.two}"


@dataclass(frozen=True)
class Company:
    """Those to draw, in the groups and the order in which they stand."""

    groups: list[list[int]]
    pairs: list[Pair]
    members: dict[int, Member]

    @property
    def size(self) -> int:
        return sum(map(len, self.groups))

    def length(self, member: int) -> float:
        """Of the member's name as it is drawn."""
        return LETTER * min(LONGEST_NAME, len(self.members[member].name))

    @cached_property
    def tones(self) -> dict[int, str]:
        """The colour of each member's group; a group of two has none."""
        tones, number = {}, 0
        for group in self.groups:
            is_large = len(group) > 2
            tone = f"network__toned tone-{number % TONES}" if is_large else PLAIN
            tones |= dict.fromkeys(group, tone)
            number += is_large
        return tones

    @cached_property
    def ties(self) -> dict[int, list[Pair]]:
        ties = {member: [] for member in self.tones}
        for pair in self.pairs:
            ties[pair.one].append(pair)
            ties[pair.two].append(pair)
        return ties

    def spot(self, member: int, x: float, y: float, turn: float, end=False) -> Spot:
        ties = self.ties[member]
        papers = sum(pair.count for pair in ties)
        x, y = round(x, 1), round(y, 1)
        return Spot(
            member=self.members[member],
            x=x,
            y=y,
            radius=round(min(9.0, 2.5 + 0.75 * sqrt(papers)), 1),
            tone=self.tones[member],
            ties=tuple((key_of(pair), pair.other(member)) for pair in ties),
            turn=f"translate({x} {y}) rotate({turn:.1f})",
            end=end,
        )

    def lines(self, path: Callable[[int, int], str]) -> list[Line]:
        """The heaviest come last, on top. `path` draws from member to member."""
        return [
            Line(
                pair=pair,
                one=self.members[pair.one],
                two=self.members[pair.two],
                path=path(pair.one, pair.two),
                width=round(min(7.0, 1 + 1.1 * log2(pair.count)), 1),
                tone=self._tone_of(pair),
            )
            for pair in reversed(self.pairs)
        ]

    def _tone_of(self, pair: Pair) -> str:
        one, two = self.tones[pair.one], self.tones[pair.two]
        return one if one == two else PLAIN
