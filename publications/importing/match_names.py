"""Whose name is it?

Linked silently is only what is certain: an ORCID iD, a decision of a person, or a name
that exactly one known author bears. A member's name with a middle name more or less, or
with other hyphens, is certain too where it fits one person alone, and initials are where
two coauthors are shared. Whatever else looks like a member is proposed, with the evidence
in words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from publications.formats.coauthors import Coauthor
from publications.importing.alike_members import (
    HOW_SURE,
    AlikeMembers,
    clashes,
    how_like,
)
from publications.importing.known_authors import Bearers, Known
from publications.importing.known_names import KnownNames
from publications.importing.name_evidence import (
    Byline,
    Coauthors,
    gathered,
    places_of,
    token_of,
)
from publications.importing.name_words import (
    evidence,
    namesakes_evidence,
    orcid_evidence,
    stated_evidence,
)
from publications.importing.namesakes import each_once, told_apart
from publications.importing.rivals import Rivals
from publications.importing.stated_orcids import (
    StatedOrcids,
    several,
    shares_nothing,
)
from publications.importing.stated_spellings import StatedSpellings
from publications.importing.values import NameMatch
from publications.likeness import same_letters
from publications.names import PersonName, name_key

ENOUGH_SHARED_COAUTHORS = 2
NEW = NameMatch()
# Links make coauthors known, and these make links; more rounds than these add nothing.
ROUNDS = 4


@dataclass
class NameIndex:
    """`known`: all members at least. `load` finds, by name keys and ORCID iDs, who
    else there is; `others` gives the authors without a page who have a member's family name.

    `coauthors`: for each member's author id, whom they wrote with: ids or tokens.
    """

    known: list[Known]
    decided: dict[str, int] = field(default_factory=dict)
    excluded: set[tuple[str, int]] = field(default_factory=set)
    coauthors: dict[int, set] = field(default_factory=dict)
    load: Callable[[list[str], list[str]], Bearers] | None = None
    others: Callable[[], list[Known]] = list

    def __post_init__(self):
        self._names = KnownNames(self.known, self.decided, self.excluded, self.load)
        self._alike, self._doubtful = AlikeMembers(self.known), set()
        self._beside = Coauthors(self.coauthors)
        self._orcids, self._spellings = StatedOrcids(), StatedSpellings()
        self._rivals = Rivals(self.known, self.others)

    def expect(self, keys: Iterable[str], orcids: Iterable[str] = ()) -> None:
        """Load who bears names of these keys or ORCID iDs, all at once."""
        self._names.expect(keys, orcids)

    def are_strangers(
        self, keys: Iterable[str], names: Iterable[PersonName], orcids: Iterable[str]
    ) -> bool:
        """Whether so surely nobody of these is known that they need no matching.

        It saves a file into an empty site a fifth of its time.
        """
        self.expect(keys, orcids)
        return not (
            orcids
            or len(set(keys)) < len(keys)
            or not all(map(self._names.is_unknown, keys))
            or any(map(self._alike.of, names))
            or (self._orcids and any(len(self._orcids.of(each)) > 1 for each in names))
            or (self._spellings and any(map(self._spellings.full_name, names)))
        )

    def match_all(
        self, names: list[tuple[PersonName, str]], year: int | None = None
    ) -> list[NameMatch]:
        """Match the (name, ORCID) pairs of one work: the certain ones first."""
        self.expect([name.key for name, _ in names], [orcid for _, orcid in names])
        certain = [self._certain(name, orcid) for name, orcid in names]
        matches = [match or NEW for match in certain]
        doubtful = [
            at
            for at, (name, _) in enumerate(names)
            if not certain[at] and (self._names.bearers(name) or self._alike.of(name))
        ]
        if doubtful:
            ids = [match.author_id for match in matches]
            places = places_of([name for name, _ in names], ids, year)
            for at in doubtful:
                matches[at] = self._likely(*names[at], places[at])
        matches = [
            self._one_alone(self._as_stated(match, *pair), pair[0])
            for match, pair in zip(matches, names, strict=True)
        ]
        return each_once(matches, [name for name, _ in names])

    def match_numbered(self, match, name, namesake):
        """DBLP numbers a name because several people bear it: none of them is certain.

        Unless a member has the numbered name among their spellings.
        """
        key = name_key(f"{name.display} {namesake}")
        self.expect([key])
        numbered = self._names.with_key(key)
        if len(numbered) == 1:
            return self._link(numbered[0], "variant")
        if known := self._names.decided_on(key):
            return self._link(known, "decided")
        if match.how in {"orcid", "decided"}:
            return match
        return NameMatch(
            proposed=match.person or match.proposed,
            how=match.how,
            evidence=f"The source knows several people called “{name.display}”.",
        )

    def spell(self, coauthors: Iterable[Coauthor]) -> None:
        """Hear from a file how the people of its papers are printed, before these."""
        self._spellings.state(coauthors)

    def note_printed(self, bylines: Iterable[Byline]) -> None:
        """Say beforehand which names the run prints together.

        Whoever is certain on one paper is a known coauthor on all others, in whatever
        order they come.
        """
        members = {token_of(each.name) for each in self.known if each.person}
        bylines = [
            each
            for each in self._orcids.noting(self._spellings.noting(bylines))
            if any(
                (members and token_of(name) in members) or self._alike.of(name)
                for name in each.names
            )
        ]
        self.expect(self._spellings.keys)
        for each in bylines:
            self._rivals.printed.note(each)
        names = {name for each in bylines for name in each.names}
        self._doubtful = self._alike.doubtful(names)
        self._gather(bylines)

    def _gather(self, bylines):
        for _ in range(ROUNDS):
            links = [
                [match.author_id for match in self.match_all(each.pairs, each.year)]
                for each in bylines
            ]
            names = [each.names for each in bylines]
            found = gathered(zip(names, links, strict=True))
            if found == self._beside.file:
                return
            self._beside.file = found

    def _certain(self, name, orcid):
        key = name.key
        if known := self._names.of_orcid(orcid):
            return self._of_orcid(name, known)
        if known := self._names.decided_on(key):
            # The decision is about the name; this iD says that it is somebody else's too.
            if not (orcid and known.orcid):
                return self._link(known, "decided")
            return self._unless_contradicted(name, orcid, known, "decided")
        bearers = self._names.bearers(name)
        if len(bearers) == 1:
            how = "exact" if bearers[0].name.key == key else "variant"
            return self._unless_contradicted(name, orcid, bearers[0], how)
        return None

    def _of_orcid(self, name, known):
        if not known.person or not shares_nothing(name, known):
            return self._link(known, "orcid")
        return NameMatch(
            proposed=known.person,
            how="orcid",
            evidence=orcid_evidence(known),
        )

    def _unless_contradicted(self, name, orcid, known, how):
        if against := self._orcids.against(name, orcid, known):
            how = how if known.person else ""
            return NameMatch(proposed=known.person, how=how, evidence=against)
        return self._link(known, how)

    def _as_stated(self, match, name, orcid):
        """The file's word makes spellings one person; a member is only proposed on it."""
        full = self._spellings.full_name(name)
        if match.author_id or full is None:
            return match
        decided = self._names.decided_on(full.key)
        bearers = [decided] if decided else self._names.bearers(full)
        if self._names.allowed(name.key, bearers) != bearers or len(bearers) > 1:
            return match
        if bearers and (person := bearers[0].person):
            how = match.how if match.proposed == person else "similar-name"
            said = f"{match.evidence} {stated_evidence(name, full)}".strip()
            return NameMatch(proposed=person, how=how, evidence=said)
        if not match.is_new or self._alike.of(name):
            return match
        if bearers:
            return self._unless_contradicted(name, orcid, bearers[0], "")
        return NameMatch(named=full)

    def _one_alone(self, match, name):
        """Two iDs beside a new name are two new people, who need an author each."""
        if match.is_new and len(stated := self._orcids.of(name)) > 1:
            return NameMatch(evidence=several(name, stated))
        return match

    def _likely(self, name, orcid, place):
        if bearers := self._names.bearers(name):
            return self._told_apart(name, orcid, bearers, place)
        likely = defaultdict(list)
        for each in self._names.allowed(name.key, self._alike.of(name)):
            likely[how_like(name, each)].append(each)
        for how in HOW_SURE:
            if likely[how]:
                return self._judge(name, orcid, how, likely[how], place)
        return NEW

    def _told_apart(self, name, orcid, bearers, place):
        ids = [each.author_id for each in bearers]
        shared = [len(self._beside.among(each, place)) for each in ids]
        known = [bool(self._beside.of(each)) for each in ids]
        if found := told_apart(bearers, shared, known, place.year):
            return self._unless_contradicted(name, orcid, found, "exact")
        best = bearers[shared.index(max(shared))]
        return NameMatch(
            proposed=best.person,
            how="exact" if best.person else "",
            evidence=namesakes_evidence(name, bearers),
        )

    def _judge(self, name, orcid, how, candidates, place):
        shared = {
            each: self._beside.among(each.author_id, place) for each in candidates
        }
        best = max(candidates, key=lambda each: (len(shared[each]), -each.author_id))
        alone = len(candidates) == 1 and best.author_id not in place.taken
        plain = name.suffix == best.name.suffix and best.author_id not in self._doubtful
        alike = how == "middle" or same_letters(name, best.name)
        if alone and plain and alike and not self._rivals.clash(name, best):
            return self._unless_contradicted(name, orcid, best, "variant")
        rivals = self._rivals.of(name, candidates, place) if how == "initials" else []
        # One is not enough, even for initials that are certain elsewhere in the file:
        # J. Peters wrote with one colleague of Jonas Peters, and was Jan.
        enough = len(shared[best]) >= ENOUGH_SHARED_COAUTHORS
        certain = alone and enough and not rivals and not clashes(name, best)
        if how == "initials" and certain:
            return self._unless_contradicted(name, orcid, best, "initials")
        if any(rivals) and not shared[best]:
            return NEW
        return NameMatch(
            proposed=best.person,
            how="similar-name" if how == "middle" else how,
            evidence=evidence(name, how, best, shared[best], place.year, candidates),
        )

    @staticmethod
    def _link(known, how):
        return NameMatch(known.author_id, known.person, how=how if known.person else "")
