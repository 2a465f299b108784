"""A name ready for comparison: its folded words, in each transliteration."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from publications.names import PersonName, fold, name_key

PARTICLES = frozenset({
    "af", "al", "da", "de", "degli", "del", "della", "den", "der", "di", "dos",
    "du", "el", "la", "le", "ten", "ter", "van", "vom", "von", "zu", "zur", "und",
    "y",
})  # fmt: skip
UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
CAMEL = re.compile(r"(?<=[a-z])(?<!\bMc)(?<!\bMac)(?=[A-Z])")
RUN_OF_INITIALS = re.compile(r"\b[A-Z]{2,3}\b")


@dataclass(frozen=True, slots=True)
class Form:
    """A name ready for comparison, in one transliteration."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    particles: frozenset[str] = frozenset()
    glued: frozenset[str] = frozenset()
    suffix: str = ""
    is_spelt: bool = False

    @property
    def core(self) -> str:
        return "".join(self.family)

    @property
    def reversed(self) -> "Form":
        return replace(self, given=self.family, family=self.given)


def keys_of(name: PersonName) -> set[str]:
    """The key of the name, and of "SeongKu" as if it were written "Seong-Ku"."""
    return {name.key, name_key(CAMEL.sub(" ", name.display))}


@lru_cache(maxsize=16_384)
def forms_of(name: PersonName) -> tuple[Form, ...]:
    """The name as it stands, and with "ue" for "ü"; none for a group."""
    if name.literal:
        return ()
    given, family, suffix = name.given, name.family, fold(name.suffix)
    if not family.isupper():
        given = RUN_OF_INITIALS.sub(lambda run: " ".join(run[0]), given)
    plain = _form(given, family, suffix)
    spelt = _form(given.translate(UMLAUTS), family.translate(UMLAUTS), suffix)
    forms = [plain] if spelt == plain else [plain, replace(spelt, is_spelt=True)]
    if RUN_OF_INITIALS.fullmatch(family) and not given.isupper():
        # "Seo SS", as PubMed writes it, or else "Wei LI".
        forms.append(_form(" ".join(family), given, suffix))
    return tuple(forms)


def _form(given: str, family: str, suffix: str) -> Form:
    before, after = fold(given).split(), fold(family).split()
    particles = set()
    while len(after) > 1 and after[0] in PARTICLES:
        particles.add(after.pop(0))
    while len(before) > 1 and before[-1] in PARTICLES:
        particles.add(before.pop())
    halves = (fold(half) for half in re.findall(r"-(\w{2,})", given))
    return Form(
        tuple(before), tuple(after), frozenset(particles), frozenset(halves), suffix
    )
