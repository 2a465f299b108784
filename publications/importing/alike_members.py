"""Which members' names a printed name is like, and how."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from publications.importing.known_authors import Known
from publications.likeness import compare_names, name_shapes
from publications.names import PersonName, name_key

HOW_SURE = ("middle", "initials", "similar-name")


class AlikeMembers:
    """Finds members by what names that are alike share; remembers each answer."""

    def __init__(self, known: Iterable[Known]):
        self._by_id, self._by_shape, self._found = {}, defaultdict(set), {}
        for each in known:
            if each.person:
                self._by_id[each.author_id] = each
                for name in (each.name, *each.other_names):
                    for shape in name_shapes(name):
                        self._by_shape[shape].add(each.author_id)
        words = (word for shape in self._by_shape for word in shape.split()[1:])
        self._words = {word for word in words if len(word) > 1}

    def of(self, name: PersonName) -> tuple[Known, ...]:
        if not self._by_id or self._is_stranger(name):
            return ()
        if name not in self._found:
            shapes = name_shapes(name) & self._by_shape.keys()
            ids = {id_ for shape in shapes for id_ in self._by_shape[shape]}
            alike = (self._by_id[id_] for id_ in sorted(ids))
            self._found[name] = tuple(each for each in alike if how_like(name, each))
        return self._found[name]

    def _is_stranger(self, name):
        """Whether no word is any member's, which spares a closer look at nearly all.

        Not for a name with an umlaut, which has other words when it is spelt out.
        """
        display = name.display
        return display.isascii() and self._words.isdisjoint(name_key(display).split())

    def doubtful(self, printed: Iterable[PersonName]) -> set[int]:
        """The ids of members who cannot be all those who are printed much like them.

        “Yan A. Liu” and “Yan B. Liu” cannot both be the member Yan Liu.
        """
        forms = defaultdict(set)
        for name in printed:
            for known in self.of(name):
                if how_like(name, known) == "middle":
                    forms[known.author_id].add(name)
        return {
            author_id
            for author_id, names in forms.items()
            if any(not compare_names(*pair) for pair in combinations(names, 2))
        }


def clashes(name: PersonName, known: Known, others: Iterable[PersonName] = ()) -> bool:
    """Whether somebody else who is printed much like the author cannot be `name`.

    Of `others` and the names that the author is printed by, those count that have a
    middle name more or less: “Yan A. Liu” is theirs, so “Yan B. Liu” is a question.
    """
    return any(
        not compare_names(name, other)
        for other in (*known.printed, *others)
        if how_like(other, known) == "middle"
    )


def how_like(name: PersonName, known: Known) -> str:
    """One of HOW_SURE, by the surest of the author's names, or ""."""
    found = {compare_names(name, each) for each in (known.name, *known.other_names)}
    if "exact" in found:
        return "middle"
    return next((how for how in HOW_SURE if how in found), "")
