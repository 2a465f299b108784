"""Whom a printed name may mean, and what speaks for it, in words.

Imports link by `match_names`, which must be certain. Here a person decides, so whoever
may be meant is named: members, and other known authors of the same or a like name.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from publications.likeness import compare_names, name_shapes
from publications.names import PersonName

LIKENESSES = {
    "exact": "bears exactly this name",
    "middle": "has the same name, a middle name more or less",
    "initials": "has a name that these initials fit",
    "similar-name": "has a name very like it",
}
SHOWN_COAUTHORS = 3


@dataclass(frozen=True, slots=True)
class KnownAuthor:
    """An author of the site; `member` is the slug of a member's page, `papers` a count.

    `standing` tells a member from a namesake, and `url` is where the member's page is
    shown. `coauthors`: {author id: name} of whom they wrote with.
    """

    pk: int
    name: PersonName
    other_keys: frozenset[str] = frozenset()
    member: str = ""
    papers: int = 0
    orcid: str = ""
    standing: str = ""
    url: str = ""
    coauthors: dict[int, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    known: KnownAuthor
    likeness: str
    shared: tuple[str, ...] = ()

    @property
    def evidence(self) -> str:
        """A sentence without its subject: "bears exactly this name; wrote with …"."""
        parts = [LIKENESSES[self.likeness]]
        if self.shared:
            verb = "is" if len(self.shared) == 1 else "are"
            parts.append(
                f"wrote with {listed(self.shared)}, who {verb} on these papers too"
            )
        papers = self.known.papers
        parts.append(f"has {papers} paper{'' if papers == 1 else 's'} here")
        if self.known.orcid:
            parts.append(f"ORCID iD {self.known.orcid}")
        return f"{'; '.join(parts)}."


def candidates(name: PersonName, known, papers: list[set[int]]) -> list[Candidate]:
    """Whom the name may mean, the likeliest first.

    `known`: KnownAuthors to choose among; `papers`: for each paper that prints the name
    the ids of the authors beside it. Who stands on each of them is somebody else.
    """
    beside = set().union(*papers)
    on_each = set.intersection(*papers) if papers else set()
    found = []
    for each in known:
        likeness = _likeness(name, each)
        if likeness and each.pk not in on_each:
            shared = sorted(
                each.coauthors[pk] for pk in beside.intersection(each.coauthors)
            )
            found.append(Candidate(each, likeness, tuple(shared)))
    order = list(LIKENESSES)
    return sorted(
        found,
        key=lambda each: (
            order.index(each.likeness),
            not each.known.member,
            -len(each.shared),
            -each.known.papers,
            each.known.pk,
        ),
    )


class KnownAuthors:
    """Authors by the shapes of their names, so that not each is compared with each."""

    def __init__(self, known):
        self._by_shape = defaultdict(list)
        for each in known:
            for shape in name_shapes(each.name) | _keys(each):
                self._by_shape[shape].append(each)

    def like(self, name: PersonName):
        shapes = name_shapes(name) | {f"key {name.key}"}
        found = {each.pk: each for shape in shapes for each in self._by_shape[shape]}
        return found.values()


def _keys(known):
    return {f"key {key}" for key in (known.name.key, *known.other_keys)}


def _likeness(name, known):
    if name.key == known.name.key or name.key in known.other_keys:
        return "exact"
    if bool(name.literal) != bool(known.name.literal):
        return ""
    return compare_names(name, known.name)


def listed(names):
    shown, more = names[:SHOWN_COAUTHORS], len(names) - SHOWN_COAUTHORS
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
