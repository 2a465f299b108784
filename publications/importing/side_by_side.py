"""Two statements about a work beside each other, fact by fact."""

from dataclasses import dataclass

from publications.facts import PRIMARY, Fact
from publications.identifiers import SCHEMES

ORDER = (
    *("title", "authors", "editors", "date", *PRIMARY, "venue_title", "also_at"),
    *SCHEMES,
    *("type", "visibility", "featured", "topics", "links", "note", "abstract"),
)
LABELS = {
    "venue_title": "title there",
    "also_at": "also appeared at",
    # A scheme is called “a DOI”, as sentences need it.
    **{name: scheme.name.split(" ", 1)[-1] for name, scheme in SCHEMES.items()},
}
LONG = 220


@dataclass(frozen=True, slots=True)
class Pair:
    """One fact as the site has it and as the entry states it; "" where one is silent."""

    name: str
    ours: Fact = ""
    theirs: Fact = ""

    @property
    def label(self) -> str:
        name = self.name.removeprefix("extra.")
        return LABELS.get(name, name.replace("_", " "))

    @property
    def heading(self) -> str:
        """The label as a line begins with it; “arXiv” stays as it is."""
        return self.label if self.name in SCHEMES else self.label.capitalize()

    @property
    def mark(self) -> str:
        """ "equal", "differs", "added" (the site has nothing) or "missing"."""
        if self.ours == self.theirs:
            return "equal"
        if not self.theirs:
            return "missing"
        return "differs" if self.ours else "added"

    @property
    def can_be_taken(self) -> bool:
        return self.mark in {"differs", "added"}

    @property
    def is_long(self) -> bool:
        return max(len(as_text(self.ours)), len(as_text(self.theirs))) > LONG

    @property
    def our_text(self) -> str:
        return as_text(self.ours)

    @property
    def their_text(self) -> str:
        return as_text(self.theirs)


def side_by_side(ours: dict[str, Fact], theirs: dict[str, Fact]) -> list[Pair]:
    """Every fact that either states, in the order in which people read a reference."""
    known = [name for name in ORDER if name in ours or name in theirs]
    others = sorted({*ours, *theirs}.difference(ORDER))
    return [
        Pair(name, ours.get(name, ""), theirs.get(name, ""))
        for name in (*known, *others)
    ]


def as_text(fact: Fact) -> str:
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    return "; ".join(fact) if isinstance(fact, list) else fact
