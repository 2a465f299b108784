"""The names of known authors, found by their keys and ORCID iDs as a run asks for them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from publications.importing.known_authors import Bearers, Known
from publications.names import PersonName


@dataclass
class KnownNames:
    """`load` finds, by name keys and ORCID iDs, who else there is.

    `decided` says whose name a key is, and `excluded` whose it is not.
    """

    known: Iterable[Known]
    decided: dict[str, int] = field(default_factory=dict)
    excluded: set[tuple[str, int]] = field(default_factory=set)
    load: Callable[[list[str], list[str]], Bearers] | None = None

    def __post_init__(self):
        self._by_id, self._by_key, self._by_orcid = {}, defaultdict(list), {}
        self._looked_up = set()
        for each in self.known:
            self._learn(each)

    def expect(self, keys: Iterable[str], orcids: Iterable[str] = ()) -> None:
        """Load who bears names of these keys or ORCID iDs, all at once."""
        keys = set(keys) - self._looked_up
        ids = {orcid for orcid in orcids if orcid} - self._looked_up
        if self.load is None or not (keys or ids):
            return
        self._looked_up |= keys | ids
        found = self.load(sorted(keys), sorted(ids))
        for each in found.known:
            if each.author_id not in self._by_id:
                self._learn(each)
        self.decided.update(found.decided)
        self.excluded.update(found.excluded)

    def is_unknown(self, key: str) -> bool:
        return key not in self._by_key and key not in self.decided

    def of_orcid(self, orcid: str) -> Known | None:
        return self._by_orcid.get(orcid)

    def decided_on(self, key: str) -> Known | None:
        return self._by_id.get(self.decided.get(key))

    def with_key(self, key: str) -> list[Known]:
        return self._by_key.get(key, [])

    def bearers(self, name: PersonName) -> list[Known]:
        """Whose name it may be to the letter: the members, or else the others."""
        bearers = self.allowed(name.key, self.with_key(name.key))
        is_group = bool(name.literal)
        bearers = [each for each in bearers if bool(each.name.literal) == is_group]
        return [each for each in bearers if each.person] or bearers

    def allowed(self, key: str, candidates: Iterable[Known]) -> list[Known]:
        """Without those whose name it is not, as somebody has decided."""
        return [
            each for each in candidates if (key, each.author_id) not in self.excluded
        ]

    def _learn(self, known):
        self._by_id[known.author_id] = known
        if known.orcid:
            self._by_orcid[known.orcid] = known
        for key in {known.name.key, *known.other_keys}:
            self._by_key[key].append(known)
