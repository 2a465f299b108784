"""What a file says of how the people of its papers are printed.

Who keeps an al-folio site lists the spellings of a coauthor's first name. It counts for
the names of that import, unless its papers contradict it: by two spellings of one
person on one paper, or with two ORCID iDs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from publications.formats.coauthors import Coauthor
from publications.importing.name_evidence import Byline
from publications.name_forms import forms_of
from publications.names import PersonName, fold

# The words of the given and of the family name.
Spelling = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Person:
    """`given` is the first name in full."""

    given: str
    spellings: frozenset[Spelling]


@dataclass
class StatedSpellings:
    """`keys`: of the names in full of all who are printed in the run."""

    keys: set[str] = field(default_factory=set)
    _people: dict[Spelling, Person | None] = field(default_factory=dict)
    _orcids: dict[Person, set[str]] = field(default_factory=lambda: defaultdict(set))
    _contradicted: set[Person] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self._people)

    def state(self, coauthors: Iterable[Coauthor]) -> None:
        """A spelling that is said to be two people's is nobody's."""
        for each in coauthors:
            names = [PersonName(given, each.family) for given in each.given]
            spellings = frozenset(filter(None, map(_spelling, names)))
            person = Person(max(each.given, key=_fullness), spellings)
            for spelling in spellings:
                same = self._people.setdefault(spelling, person) == person
                self._people[spelling] = person if same else None

    def noting(self, bylines: Iterable[Byline]) -> Iterator[Byline]:
        """The bylines as they are, each when it is seen what speaks against the file."""
        for byline in bylines:
            if self._people:
                self._note(byline)
            yield byline

    def full_name(self, name: PersonName) -> PersonName | None:
        """The name of which this is another spelling, by the word of the file."""
        person = self._person(name)
        if person is None or person in self._contradicted:
            return None
        full = _in_full(name, person)
        return None if full.key == name.key else full

    def _note(self, byline):
        printed = {}
        for name, orcid in byline.pairs:
            if person := self._person(name):
                self.keys.add(_in_full(name, person).key)
                self._orcids[person] |= {orcid} - {""}
                first = printed.setdefault(person, name.key)
                if first != name.key or len(self._orcids[person]) > 1:
                    self._contradicted.add(person)

    def _person(self, name):
        return self._people.get(_spelling(name)) if self._people else None


def _spelling(name: PersonName) -> Spelling | None:
    """ "J.S. von Bach" and "Bach, J. S." are one; a "Jr." is no other's spelling."""
    forms = forms_of(name)
    if not forms or name.suffix:
        return None
    return forms[0].given, forms[0].family


def _fullness(given):
    """ "Jan" says more than "J. S. B."."""
    lengths = [len(word) for word in fold(given).split()]
    return max(lengths, default=0), sum(lengths)


def _in_full(name, person):
    return PersonName(person.given, name.family)
