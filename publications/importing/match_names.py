"""Whose name is it?

Linked silently is only what is certain: an ORCID iD, a decision of a person, or a name
that exactly one known author bears. A member's name with a middle name more or less is
certain too where it fits one person alone, and initials are where two coauthors are
shared. Whatever else looks like a member is proposed, with the evidence in words.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from publications.importing.values import NameMatch
from publications.likeness import compare_names, name_shapes
from publications.names import PersonName, name_key

ENOUGH_SHARED_COAUTHORS = 2
HOW_SURE = ("middle", "initials", "similar-name")


@dataclass(frozen=True, slots=True)
class Known:
    """An author whom the site knows; `person` is the slug of a member's page."""

    author_id: int
    name: PersonName
    other_keys: frozenset[str] = frozenset()
    orcid: str = ""
    person: str = ""


@dataclass
class NameIndex:
    """`coauthors`: for each member's author id, the ids of whom they wrote with."""

    known: list[Known]
    decided: dict[str, int] = field(default_factory=dict)
    excluded: set[tuple[str, int]] = field(default_factory=set)
    coauthors: dict[int, set[int]] = field(default_factory=dict)

    _doubtful: set[int] = field(default_factory=set)

    def __post_init__(self):
        self._by_id = {each.author_id: each for each in self.known}
        self._by_orcid = {each.orcid: each for each in self.known if each.orcid}
        self._by_key = defaultdict(list)
        self._by_shape = defaultdict(set)
        for each in self.known:
            for key in {each.name.key, *each.other_keys}:
                self._by_key[key].append(each)
            if each.person:
                for shape in name_shapes(each.name):
                    self._by_shape[shape].add(each.author_id)

    def match_all(self, names: list[tuple[PersonName, str]]) -> list[NameMatch]:
        """Match the (name, ORCID) pairs of one work: the certain ones first."""
        certain = [self._certain(name, orcid) for name, orcid in names]
        together = {match.author_id for match in certain if match and match.author_id}
        matches = [
            match or self._likely(name, together)
            for match, (name, _) in zip(certain, names, strict=True)
        ]
        return self._each_once(matches, [name for name, _ in names])

    def match_numbered(self, match, name, namesake):
        """DBLP numbers a name because several people bear it: none of them is certain.

        Unless a member has the numbered name among their spellings.
        """
        numbered = self._by_key.get(name_key(f"{name.display} {namesake}"), ())
        if len(numbered) == 1:
            return self._link(numbered[0], "variant")
        if match.how in {"orcid", "decided"}:
            return match
        return NameMatch(
            proposed=match.person or match.proposed,
            how=match.how,
            evidence=f"The source knows several people called “{name.display}”.",
        )

    def note_printed(self, names):
        """Say beforehand which names the run prints.

        “Yan A. Liu” and “Yan B. Liu” cannot both be the member Yan Liu: then neither
        is so without a question.
        """
        forms = defaultdict(set)
        for name in names:
            for known in self._similar(name):
                if compare_names(name, known.name) == "middle":
                    forms[known.author_id].add(name)
        self._doubtful = {
            author_id
            for author_id, printed in forms.items()
            if any(not compare_names(*pair) for pair in combinations(printed, 2))
        }

    def _each_once(self, matches, names):
        """Nobody writes a paper twice: who would stand there twice is a question."""
        ids = Counter(match.author_id for match in matches if match.author_id)
        keys = Counter(
            name.key for match, name in zip(matches, names, strict=True) if match.is_new
        )
        return [
            NameMatch(
                proposed=match.person,
                how=match.how,
                evidence=f"“{name.display}” may be one of two authors of this paper.",
            )
            if ids[match.author_id] > 1 or (match.is_new and keys[name.key] > 1)
            else match
            for match, name in zip(matches, names, strict=True)
        ]

    def _certain(self, name, orcid):
        key = name.key
        if orcid in self._by_orcid:
            return self._link(self._by_orcid[orcid], "orcid")
        if self.decided.get(key) in self._by_id:
            return self._link(self._by_id[self.decided[key]], "decided")
        bearers = self._allowed(key, self._by_key.get(key, ()))
        is_group = bool(name.literal)
        bearers = [each for each in bearers if bool(each.name.literal) == is_group]
        members = [each for each in bearers if each.person]
        bearers = members or bearers
        if len(bearers) == 1:
            how = "exact" if bearers[0].name.key == key else "variant"
            return self._link(bearers[0], how)
        if bearers:
            return NameMatch(
                proposed=bearers[0].person,
                how="exact" if bearers[0].person else "",
                evidence=f"{len(bearers)} known authors are called “{name.display}”.",
            )
        return None

    def _likely(self, name, together):
        if name.literal:
            return NameMatch()
        likely = defaultdict(list)
        for each in self._allowed(name.key, self._similar(name)):
            likely[compare_names(name, each.name)].append(each)
        for how in HOW_SURE:
            if likely[how]:
                return self._judge(name, how, likely[how], together)
        return NameMatch()

    def _judge(self, name, how, candidates, together):
        shared = {each: self._shared(each, together) for each in candidates}
        best = max(candidates, key=lambda each: (shared[each], -each.author_id))
        alone = len(candidates) == 1 and best.author_id not in together
        plain = name.suffix == best.name.suffix and best.author_id not in self._doubtful
        if alone and plain and how == "middle":
            return self._link(best, "variant")
        enough = shared[best] >= ENOUGH_SHARED_COAUTHORS
        if alone and how == "initials" and enough and not self._others_fit(name, best):
            return self._link(best, "initials")
        return NameMatch(
            proposed=best.person,
            how="similar-name" if how == "middle" else how,
            evidence=self._evidence(name, best, shared[best], len(candidates)),
        )

    def _others_fit(self, name, best):
        """Whether an author without a page bears a full name with these initials."""
        return any(
            compare_names(name, each.name) == "initials"
            for each in self.known
            if each.author_id != best.author_id and not each.person
        )

    def _similar(self, name):
        ids = {id_ for shape in name_shapes(name) for id_ in self._by_shape[shape]}
        return [self._by_id[id_] for id_ in sorted(ids)]

    def _allowed(self, key, candidates):
        return [
            each for each in candidates if (key, each.author_id) not in self.excluded
        ]

    def _shared(self, known, together):
        return len(self.coauthors.get(known.author_id, set()) & together)

    @staticmethod
    def _link(known, how):
        return NameMatch(known.author_id, known.person, how=how if known.person else "")

    @staticmethod
    def _evidence(name, known, shared, count):
        evidence = f"“{name.display}” is like “{known.name.display}”"
        if shared:
            plural = "coauthors are" if shared > 1 else "coauthor is"
            evidence += f", and {shared} {plural} shared"
        if count > 1:
            evidence += f"; {count} members' names are like it"
        return evidence + "."
