"""What must be known of all entries of a run before the first one is matched.

Which of them say to the letter what a paper was made from: such an entry is that
paper's, whatever stands before it in the file, so that a second import decides as the
first did. Which names are printed together, and what more than one work has.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from portal.imports.second_process import shared
from publications.importing.kept_sheets import KeptSheets
from publications.importing.name_evidence import Byline
from publications.importing.understood import UnderstoodEntries
from publications.models import Publication
from publications.querysets import batched, each_among
from publications.values import Entry

AT_A_TIME = 500
UNDERSTAND = "publications.importing.understanding:understand"
UNDERSTAND_AND_PREPARE = f"{UNDERSTAND}_and_prepare"


@dataclass
class FirstLook:
    """`own`: the slug of the paper that an entry is known to be, by its position.

    `stated_by`: the position and the line of the first entry that states a work, by its
    slug. `sheets` are kept where the import is carried out at once.
    """

    sheets: KeptSheets | None = None
    entries: UnderstoodEntries = field(default_factory=UnderstoodEntries)
    own: dict[int, str] = field(default_factory=dict)
    stated_by: dict[str, tuple[int, int]] = field(default_factory=dict)
    _recognised: set[str] = field(default_factory=set)
    _marks: array = field(default_factory=partial(array, "L"))

    def take(self, entries: Iterable[Entry]) -> Iterator[Byline]:
        """Go through the entries; gives the names of each work as it goes."""
        task = UNDERSTAND if self.sheets is None else UNDERSTAND_AND_PREPARE
        for chunk in shared(task, batched(entries, AT_A_TIME)):
            digests = {}
            for each in chunk:
                if each.digest and each.digest not in self._recognised:
                    digests.setdefault(each.digest, (len(self.entries), each.line))
                self.entries.add(each.kept)
                self._marks.extend(each.marks)
                if self.sheets is not None:
                    self.sheets.add(each.sheet)
                if each.names:
                    yield each.byline
            self._recognise(digests)

    def shared_marks(self) -> set[int]:
        """The marks that stand twice: to be asked for once, after all entries."""
        marks = sorted(self._marks)
        del self._marks[:]
        return {one for one, next_one in pairwise(marks) if one == next_one}

    def _recognise(self, digests):
        held = Publication.objects.order_by("pk").values_list(
            "slug", "statement_digest"
        )
        for slug, digest in each_among(held, "statement_digest", digests):
            self._recognised.add(digest)
            if slug not in self.stated_by:
                self.stated_by[slug] = digests[digest]
                self.own[digests[digest][0]] = slug
