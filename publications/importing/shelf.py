"""The works that an entry is matched against, packed: a run may have a million of its own.

As objects they would take three kilobytes each. So each is pickled, and where it
stands is found by the hashes of what it has, in arrays instead of a dict.
"""

import pickle
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter

# More works than these under one key tell nothing, and would be gone through each time.
CROWD, MOST_PAIRS = 25, 3
FIRST_SLOTS = 1 << 10


class Shelf:
    """Works of one `kind`, a dataclass with `look_ups`, `pairs` and `families`."""

    def __init__(self, kind: type) -> None:
        self._kind = kind
        self._values_of = attrgetter(*(each.name for each in fields(kind)))
        self._packed, self._ends = bytearray(), array("Q", [0])
        self._families = []
        self._places = Places()

    def add(self, work) -> None:
        place = len(self._families)
        self._packed += pickle.dumps(self._values_of(work))
        self._ends.append(len(self._packed))
        self._families.append(_bits(work.families))
        self._places.add([*work.look_ups, *work.pairs], place)

    def near(self, look_ups: list[int], pairs: list[int], families) -> Iterator:
        """The works that share a look-up with this one, in the order they came in.

        With those that share no more than words it must have an author in common too,
        unless most words are the same.
        """
        if not self._families:
            return
        near, bits = set(self._places.of(look_ups)), _bits(families)
        alike = Counter(self._places.of(pairs))
        near.update(each for each, shared in alike.items() if shared >= MOST_PAIRS)
        perhaps = {each for each in alike if self._families[each] & bits}
        for place in sorted(near | perhaps):
            work = self._unpacked(place)
            if place in near or not families.isdisjoint(work.families):
                yield work

    def _unpacked(self, place):
        with memoryview(self._packed) as packed:
            values = pickle.loads(packed[self._ends[place] : self._ends[place + 1]])
        return self._kind(*values)


class Places:
    """The first CROWD places under each hash.

    A hash table with open addressing, of 12 bytes a slot. Of 0 the slot is free, so that
    a place stands there as one more than it is.
    """

    def __init__(self) -> None:
        self._slots, self._hashes = _room(FIRST_SLOTS)
        self._used = 0

    def add(self, look_ups: list[int], place: int) -> None:
        while 2 * (self._used + len(look_ups)) > len(self._slots):
            self._grow()
        slots, hashes = self._slots, self._hashes
        last = len(slots) - 1
        for look_up in look_ups:
            at, free = look_up & last, CROWD
            while slots[at]:
                if hashes[at] == look_up:
                    free -= 1
                at = (at + 1) & last
            if free > 0:
                slots[at], hashes[at] = place + 1, look_up
                self._used += 1

    def of(self, look_ups: Iterable[int]) -> list[int]:
        """The places under each of these hashes; one under two of them comes twice."""
        slots, hashes, found = self._slots, self._hashes, []
        last = len(slots) - 1
        for look_up in look_ups:
            at = look_up & last
            while held := slots[at]:
                if hashes[at] == look_up:
                    found.append(held - 1)
                at = (at + 1) & last
        return found

    def _grow(self):
        held = zip(self._slots, self._hashes, strict=True)
        size = 2 * len(self._slots)
        self._slots, self._hashes = slots, hashes = _room(size)
        for slot, look_up in held:
            if slot:
                at = look_up & (size - 1)
                while slots[at]:
                    at = (at + 1) & (size - 1)
                slots[at], hashes[at] = slot, look_up


def _room(slots):
    return array("I", bytes(4 * slots)), array("q", bytes(8 * slots))


def _bits(families) -> int:
    """Sets that share a name share a bit; few others do."""
    bits = 0
    for each in families:
        bits |= 1 << (hash(each) & 127)
    return bits
