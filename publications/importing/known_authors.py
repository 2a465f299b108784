"""The authors whom the site knows, as matching needs them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from publications.names import PersonName


@dataclass(frozen=True, slots=True)
class Known:
    """An author whom the site knows; `person` is the slug of a member's page.

    `joined` and `left` are the years of the membership, None when they are not known.
    `printed`: how papers that are linked to a member print them, and `stated_orcids`:
    the ORCID iDs that their files gave with the name.
    """

    author_id: int
    name: PersonName
    other_keys: frozenset[str] = frozenset()
    orcid: str = ""
    person: str = ""
    other_names: tuple[PersonName, ...] = ()
    joined: int | None = None
    left: int | None = None
    printed: tuple[PersonName, ...] = ()
    stated_orcids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bearers:
    """What the site knows of some names: who bears them, and what was decided."""

    known: Iterable[Known] = ()
    decided: dict[str, int] = field(default_factory=dict)
    excluded: frozenset[tuple[str, int]] = frozenset()
