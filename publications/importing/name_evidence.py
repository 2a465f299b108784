"""Who stands beside whom: what a file and the site say about coauthors.

A person on a paper is known by the id of an author, or else by the family name and an
initial: "C. Meng" and "Chuizheng Meng" are one coauthor.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache

from publications.name_forms import forms_of
from publications.names import PersonName

# An author's id or what stands for a name.
Token = Hashable


@dataclass(frozen=True, slots=True)
class Byline:
    """The names of one work, with ORCID iDs beside them where there are any."""

    names: tuple[PersonName, ...]
    orcids: tuple[str, ...] = ()
    year: int | None = None

    @property
    def pairs(self) -> list[tuple[PersonName, str]]:
        orcids = self.orcids or ("",) * len(self.names)
        return list(zip(self.names, orcids, strict=True))


@lru_cache(maxsize=65_536)
def token_of(name: PersonName) -> Token:
    for form in forms_of(name):
        if form.given and form.core:
            return f"{form.core} {form.given[0][0]}"
    return name.key


@dataclass(frozen=True, slots=True)
class Place:
    """A name in its place on a work: with whom it stands there, by name and tokens.

    `taken`: the ids of the authors who are certain on this work.
    """

    beside: tuple[tuple[PersonName, frozenset[Token]], ...]
    taken: frozenset[int] = frozenset()
    year: int | None = None


@dataclass
class Coauthors:
    """Whom each author wrote with, by author id: as the site says and as the file does."""

    site: dict[int, set[Token]] = field(default_factory=dict)
    file: dict[int, set[Token]] = field(default_factory=dict)

    def of(self, author_id: int) -> set[Token]:
        return self.site.get(author_id, set()) | self.file.get(author_id, set())

    def among(self, author_id: int, place: Place) -> list[PersonName]:
        """Who of those on a work has written with the author."""
        theirs = self.of(author_id)
        return [name for name, tokens in place.beside if not theirs.isdisjoint(tokens)]


def places_of(names, ids, year=None) -> list[Place]:
    """Everybody's place on a work; `ids` are those of the names that are certain."""
    people = [
        (name, frozenset({token_of(name), *([author_id] if author_id else ())}))
        for name, author_id in zip(names, ids, strict=True)
    ]
    taken = frozenset(filter(None, ids))
    return [
        Place((*people[:at], *people[at + 1 :]), taken, year)
        for at in range(len(people))
    ]


@dataclass
class PrintedNames:
    """The names that a file prints, with whom: {token: {name: tokens beside it}}."""

    beside: dict[Token, dict[PersonName, set[Token]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def note(self, byline: "Byline") -> None:
        places = places_of(byline.names, [None] * len(byline.names))
        for name, place in zip(byline.names, places, strict=True):
            tokens = self.beside[token_of(name)].setdefault(name, set())
            tokens.update(*(each for _, each in place.beside))

    def like(self, name: PersonName) -> dict[PersonName, set[Token]]:
        """Names of this family name and initial."""
        return self.beside.get(token_of(name), {})


def gathered(linked) -> dict[int, set[Token]]:
    """{author id: tokens of all who stand beside them} of works as (names, ids)."""
    found = defaultdict(set)
    for names, ids in linked:
        places = places_of(names, ids)
        for author_id, place in zip(ids, places, strict=True):
            if author_id:
                found[author_id].update(*(tokens for _, tokens in place.beside))
    return dict(found)
