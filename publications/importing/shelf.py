"""The works that an entry is matched against, packed: a run may have a million of its own.

As objects they would take three kilobytes each. So each is pickled, and where it
stands is found by what it shares with others.
"""

import pickle
from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from zlib import crc32

# More works than these under one mark tell nothing, and would be gone through each time.
CROWD, MOST_PAIRS = 25, 3
# Of a set of family names. With a fourth of them every tenth work is unpacked in vain.
BITS = 511


class Shelf:
    """Works of one `kind`, a dataclass with `look_ups`, `pairs` and `families`.

    Another process may fill it.
    """

    def __init__(self, kind: type, shared: Container[int] | None = None) -> None:
        self._kind = kind
        self._values_of = attrgetter(*(each.name for each in fields(kind)))
        self._packed, self._ends = bytearray(), array("Q", [0])
        self._families = []
        self._places = Places(shared)

    def add(self, work) -> None:
        marks = self._places.shared((*work.look_ups, *work.pairs))
        if not marks:
            # Nothing would ever find it.
            return
        place = len(self._families)
        self._packed += pickle.dumps(self._values_of(work), pickle.HIGHEST_PROTOCOL)
        self._ends.append(len(self._packed))
        self._families.append(_bits(work.families))
        self._places.add(marks, place)

    def near(self, work) -> Iterator:
        """The works that share a look-up with this one, in the order they came in.

        With those that share no more than words it must have an author in common too,
        unless most words are the same.
        """
        if not self._families:
            return
        near, alike = self._places.of(work.look_ups), self._places.of(work.pairs)
        if not (near or alike):
            return
        near, families, alike = set(near), self._families, Counter(alike)
        near.update([each for each, shared in alike.items() if shared >= MOST_PAIRS])
        bits = _bits(work.families)
        perhaps = [each for each in alike if families[each] & bits]
        for place in sorted(near.union(perhaps)):
            other = self._unpacked(place)
            if place in near or not work.families.isdisjoint(other.families):
                yield other

    def _unpacked(self, place):
        with memoryview(self._packed) as packed:
            values = pickle.loads(packed[self._ends[place] : self._ends[place + 1]])
        return self._kind(*values)


class Places:
    """The first CROWD places under each mark; only under those that are `shared`.

    Two marks in three are of one work alone: of 100,000 works it holds 50,000 marks.
    """

    def __init__(self, shared: Container[int] | None = None) -> None:
        self._shared = shared
        self._under: dict[int, list[int]] = {}

    def shared(self, marks: Iterable[int]) -> Iterable[int]:
        shared = self._shared
        return marks if shared is None else [each for each in marks if each in shared]

    def add(self, marks: Iterable[int], place: int) -> None:
        """Of marks that are `shared`."""
        under = self._under
        for mark in marks:
            places = under.setdefault(mark, [])
            if len(places) < CROWD:
                places.append(place)

    def of(self, marks: Iterable[int]) -> list[int]:
        """The places under each of these marks; one under two of them comes twice."""
        under = self._under
        return [place for mark in marks if mark in under for place in under[mark]]


def _bits(families: frozenset[str]) -> int:
    """Sets that share a name share a bit; few others do."""
    bits = 0
    for each in families:
        bits |= _bit(each)
    return bits


@lru_cache(maxsize=32_768)
def _bit(family: str) -> int:
    # `hash` is another one in each process.
    return 1 << (crc32(family.encode("utf-8", "replace")) % BITS)
