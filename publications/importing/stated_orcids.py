"""What the ORCID iDs beside printed names say about who is meant.

Many names come without one, and a member's own may be unknown: then the first iD that
is stated for a name may be theirs, and a second one is somebody else's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from publications.importing.alike_members import how_like
from publications.importing.known_authors import Known
from publications.importing.name_evidence import Byline, Token, token_of
from publications.likeness import compare_names
from publications.names import PersonName


@dataclass
class StatedOrcids:
    """The iDs that a run states: {token: {name: iDs}}."""

    by_name: dict[Token, dict[PersonName, set[str]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def __bool__(self) -> bool:
        return bool(self.by_name)

    def noting(self, bylines: Iterable[Byline]) -> Iterator[Byline]:
        """The bylines as they are, each when its iDs are noted."""
        for byline in bylines:
            for name, orcid in zip(byline.names, byline.orcids, strict=False):
                if orcid:
                    self.by_name[token_of(name)].setdefault(name, set()).add(orcid)
            yield byline

    def of(self, name: PersonName) -> set[str]:
        """Those of all who are printed just so."""
        return self._where(name, lambda other: other.key == name.key)

    def against(self, name: PersonName, orcid: str, known: Known) -> str:
        """Why the iDs speak against the known author, in words, or ""."""
        held = {known.orcid} if known.orcid else known.stated_orcids
        if orcid and orcid in held:
            return ""
        if orcid and held:
            theirs = " and ".join(sorted(held))
            return f"The file says ORCID iD {orcid}; {known.name.display} has {theirs}."
        strange = self._where(
            name,
            lambda other: other.key == name.key or how_like(other, known) == "middle",
        )
        strange -= held
        if len(strange) > (0 if held else 1):
            return several(name, strange | held)
        return ""

    def _where(self, name, is_meant):
        if not self.by_name:
            return set()
        names = self.by_name.get(token_of(name), {})
        return {
            orcid for other, ids in names.items() if is_meant(other) for orcid in ids
        }


def several(name: PersonName, orcids: set[str]) -> str:
    return (
        f"{len(orcids)} ORCID iDs are stated for “{name.display}”: "
        f"{', '.join(sorted(orcids))}."
    )


def shares_nothing(name: PersonName, known: Known) -> bool:
    """Whether no word of the name is one of the author's, and it is not like theirs."""
    if name.key in known.other_keys:
        return False
    names = (known.name, *known.other_names)
    words = {word for each in names for word in each.key.split() if len(word) > 1}
    return words.isdisjoint(name.key.split()) and not any(
        compare_names(name, each) for each in names
    )
