"""What passes through an import, stage by stage.

    file ──read──▶ Entry ──normalise──▶ Record ──match──▶ Match ──plan──▶ Change
                   what it              what we           what we         what we
                   said                 understood        already hold    propose

Entry and Record stand in `publications.values`, for readers and writers use them too.
A Change is a row of the run that `portal.imports` stores, and its outcome is written
into that row.
Every stage imports this module and never another stage.
"""

from dataclasses import dataclass

from publications.values import Entry, Record


@dataclass(frozen=True, slots=True)
class Match:
    """`verdict` is "new", "same" or "review"; `slug` is the work's, `reason` in words."""

    verdict: str = "new"
    slug: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """`author_id` is None for somebody new and for what is `proposed`, undecided."""

    author_id: int | None = None
    person: str = ""
    proposed: str = ""
    how: str = ""
    evidence: str = ""

    @property
    def is_new(self) -> bool:
        return self.author_id is None and not self.proposed and not self.is_ambiguous

    @property
    def is_ambiguous(self) -> bool:
        return self.author_id is None and not self.proposed and bool(self.evidence)


@dataclass(frozen=True, slots=True)
class Statement:
    """An entry with what was understood of it, and whom and what it matches.

    `repeats` is the line of an earlier entry of the run that states the same work, or 0.
    `names` run parallel to the record's contributors.
    """

    entry: Entry
    record: Record
    names: tuple[NameMatch, ...]
    match: Match
    slug: str
    repeats: int = 0
