"""What an incoming record would change of a work that we hold, fact by fact.

Three statements meet: what the file says, what the site shows, and what the last
import said and made. Where the file says what it said before, there is nothing new,
whatever an editor has done since. Where the site shows what the import made, the file
may change it. Where an editor has been in between, the file only proposes.
"""

from dataclasses import dataclass, field, replace

from publications.facts import PRIMARY, Fact
from publications.values import Record

PLAIN = (
    "type",
    "title",
    "abstract",
    "note",
    "visibility",
    "featured",
    "links",
    "topics",
)
NAMES = {"authors": "author", "editors": "editor"}
DATED = {"date": "date", "venue_title": "title", **{name: name for name in PRIMARY}}


@dataclass(frozen=True)
class Difference:
    """`changes` may be made; `protected` may only be proposed: {fact: (ours, theirs)}."""

    changes: dict[str, tuple[Fact, Fact]] = field(default_factory=dict)
    protected: dict[str, tuple[Fact, Fact]] = field(default_factory=dict)


def compare(
    incoming: dict[str, Fact], held: dict[str, Fact], imported: dict
) -> Difference:
    """`imported` is {"said": facts, "made": facts} of the last import, or {}."""
    said = imported.get("said", {})
    made = {**said, **imported.get("made", {})}
    changes, protected = {}, {}
    for name, theirs in incoming.items():
        ours = held.get(name, "")
        if theirs in (ours, said.get(name)):
            continue
        # What an editor took out was touched too: it does not come back by itself.
        untouched = ours == made.get(name, "")
        (changes if untouched else protected)[name] = (ours, theirs)
    return Difference(changes, protected)


def merged(held: Record, incoming: Record, names) -> Record:
    """The held record with the named facts of the incoming one."""
    names = set(names)
    plain = {name: getattr(incoming, name) for name in names.intersection(PLAIN)}
    extra = {
        name: incoming.extra.get(name.removeprefix("extra."))
        for name in names
        if name.startswith("extra.")
    }
    return replace(
        held,
        **plain,
        contributors=_contributors(held, incoming, names),
        truncated=incoming.truncated if "authors" in names else held.truncated,
        appearances=_appearances(held, incoming, names),
        identifiers=_identifiers(held, incoming, names),
        extra=_extra(held, extra),
    )


def _contributors(held, incoming, names):
    theirs = {NAMES[name] for name in names.intersection(NAMES)}
    kept = [each for each in held.contributors if each.role not in theirs]
    new = [each for each in incoming.contributors if each.role in theirs]
    return tuple(sorted((*kept, *new), key=lambda each: each.role))


def _appearances(held, incoming, names):
    ours, *further = held.appearances
    theirs, *others = incoming.appearances
    parts = {DATED[name]: getattr(theirs, DATED[name]) for name in names & set(DATED)}
    if "venue" in names:
        parts["venue_short"] = theirs.venue_short
    return (replace(ours, **parts), *(others if "also_at" in names else further))


def _identifiers(held, incoming, names):
    kept = [pair for pair in held.identifiers if pair[0] not in names]
    return (*kept, *(pair for pair in incoming.identifiers if pair[0] in names))


def _extra(held, stated):
    extra = {**held.extra, **{key[6:]: value for key, value in stated.items()}}
    return {name: value for name, value in extra.items() if value}
