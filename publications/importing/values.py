"""What passes through an import, stage by stage.

    file ──read──▶ Entry ──normalise──▶ Record ──match──▶ Match ──plan──▶ Change
                   what it              what we           what we         what we
                   said                 understood        already hold    propose

Entry and Record stand in `publications.values`, for readers and writers use them too.
A Change is a row of the run that `portal.imports` stores, and its outcome is written
into that row.
Every stage imports this module and never another stage.
"""

from dataclasses import dataclass, field
from typing import Any, Protocol

from publications.names import PersonName
from publications.values import Record


@dataclass(frozen=True, slots=True)
class Match:
    """`verdict` is "new", "same" or "review"; `slug` is the work's, `reason` in words."""

    verdict: str = "new"
    slug: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`author_id` is None for somebody new and for what is `proposed`, undecided.

    `named`: how somebody new is called, where that is not how they are printed.
    """

    author_id: int | None = None
    person: str = ""
    proposed: str = ""
    how: str = ""
    evidence: str = ""
    named: PersonName | None = None

    @property
    def is_new(self) -> bool:
        return self.author_id is None and not self.proposed and not self.is_ambiguous

    @property
    def is_ambiguous(self) -> bool:
        return self.author_id is None and not self.proposed and bool(self.evidence)


NOBODY_KNOWN = NameMatch()


def author_as_planned(name: str, namesake: str, match=NOBODY_KNOWN) -> dict:
    """What a run's row says of one name of an entry."""
    author = {
        "name": name,
        "person": match.person or None,
        "proposed": match.proposed or None,
        "how": match.how or None,
    }
    if namesake:
        author["namesake"] = namesake
    return author | ({"evidence": match.evidence} if match.evidence else {})


class Stated(Protocol):
    """An entry with what was understood of it, as `understood.py` unpacks it.

    `stored` is the record as JSON, `digest` stands for all that it states, and `keys`
    are those of its names. `authors`, as JSON, is what to say of these when no member
    is among them.
    """

    entry: Any
    record: Record
    stored: str
    digest: str
    position: int
    keys: tuple[str, ...]
    authors: str
    problems: list[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """What an entry states, with whom and what it matches.

    `repeats` is the line of an earlier entry of the run that states the same work, or 0.
    `names` run parallel to the record's contributors. `answer` is what a person said
    when this entry was a question, as `answers.py` explains it. `is_known`: the paper
    was last imported from just this statement.
    """

    stated: Stated
    names: tuple[NameMatch, ...]
    match: Match
    slug: str
    repeats: int = 0
    answer: dict = field(default_factory=dict)
    is_known: bool = False

    @property
    def entry(self):
        return self.stated.entry

    @property
    def record(self) -> Record:
        return self.stated.record

    @property
    def digest(self) -> str:
        return self.stated.digest
