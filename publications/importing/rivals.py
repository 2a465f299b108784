"""Who else may be meant by a name that fits a member: people without a page."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from publications.importing.alike_members import clashes, how_like
from publications.importing.known_authors import Known
from publications.importing.name_evidence import PrintedNames, token_of
from publications.likeness import compare_names


@dataclass
class Rivals:
    """`others` gives, once it is needed, the names without a page beside the members'.

    `printed`: the names of the file that is being read.
    """

    known: list[Known]
    others: Callable[[], list[Known]] = list
    printed: PrintedNames = field(default_factory=PrintedNames)

    def of(self, name, candidates, place):
        """Full names that fit too, and are no candidate's: whether each has written, in
        this file, with somebody on the work."""
        printed = self.printed.like(name)
        return [
            any(
                not printed.get(other, set()).isdisjoint(tokens)
                for _, tokens in place.beside
            )
            for other in {*self._strangers.get(token_of(name), ()), *printed}
            if compare_names(name, other) == "initials"
            and not any(how_like(other, each) for each in candidates)
        ]

    def clash(self, name, known):
        """Whether the site prints somebody much like the member who cannot be `name`."""
        return clashes(name, known, self._strangers.get(token_of(name), ()))

    @cached_property
    def _strangers(self):
        """The names of whoever has no page, by their tokens."""
        found = defaultdict(list)
        for each in [*self.known, *self.others()]:
            if not each.person:
                found[token_of(each.name)].append(each.name)
        return found
