"""Is this work one that we hold already?

In order: what is certainly the same; what a person must look at, the most likely first;
else it is new. The rules are in `sameness`; here the candidates are found, without going
through all works: by identifier, key and title, and by two words of the title.
"""

from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar
from zlib import crc32

from publications.importing.agreements import SERIAL, on_other_pages
from publications.importing.sameness import is_same, likeness, rank
from publications.importing.shelf import Shelf
from publications.importing.values import Match
from publications.likeness import significant, title_key, title_pairs
from publications.names import fold
from publications.recurring_titles import is_recurring
from publications.values import Record, changed


@dataclass(frozen=True, slots=True)
class Work:
    """What matching needs to know of a work, held or stated.

    `stated_key` is the key of the title that the last import said, which an editor may
    have changed since. `families` and `venues` are folded. Of the `look_ups` a work that
    may be this one has one at least, and of the `pairs` most likely: see `marked`.
    """

    slug: str
    title: str
    title_key: str
    stated_key: str = ""
    key: str = ""
    year: int | None = None
    pages: str = ""
    families: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str, str]] = frozenset()
    look_ups: tuple[int, ...] = ()
    pairs: tuple[int, ...] = ()

    @property
    def title_keys(self) -> frozenset[str]:
        return frozenset(filter(None, (self.title_key, self.stated_key)))

    @property
    def words(self) -> frozenset[str]:
        return significant(self.title_key)


def marked(work: Work) -> Work:
    """With the marks by which works that may be one find each other."""
    return changed(work, look_ups=tuple(_look_ups(work)), pairs=_pairs(work))


def _look_ups(work):
    for scheme, value in work.identifiers:
        if scheme not in SERIAL:
            yield mark(f"{scheme} {value}")
    if work.key:
        yield mark(f"key {work.key}")
    # Every volume has its “Editorial”.
    recurs = is_recurring(work.words)
    for key in work.title_keys:
        yield mark(f"title {work.year} {key}")
        if work.year and not recurs:
            yield mark(f"title {None} {key}")


def _pairs(work):
    return tuple(map(mark, title_pairs(work.title_key)))


def mark(text: str) -> int:
    """A number of 32 bits, the same in every process, unlike what `hash` gives.

    That two texts have one does no harm: works are compared by what they say.
    """
    return crc32(text.encode("utf-8", "replace"))


Verdicts = dict[tuple[str, str], bool]
Loader = Callable[[list[Work]], tuple[Iterable[Work], Verdicts]]
Ahead = Callable[[Iterable[list[Work]]], Iterable[tuple[Shelf, Verdicts]]]
Chunk = TypeVar("Chunk")


def work_of(record: Record, slug: str = "") -> Work:
    primary = record.appearances[0]
    work = Work(
        slug=slug,
        title=record.title,
        title_key=title_key(record.title),
        key=record.key,
        year=primary.date.year,
        pages=primary.pages,
        families=frozenset(
            folded_family(each.name.family or each.name.literal)
            for each in record.contributors
            if each.role == "author"
        )
        - {""},
        venues=frozenset(
            fold(name)
            for each in record.appearances
            for name in (each.venue, each.venue_short)
            if name
        ),
        identifiers=frozenset(record.identifiers),
    )
    return marked(work)


# One string for all papers of a name, too: a run keeps a set of them for each.
@lru_cache(maxsize=32_768)
def folded_family(name: str) -> str:
    """The folded name, or "" for a mere "?" where nobody is known."""
    family = fold(name)
    return family if any(map(str.isalnum, family)) else ""


@dataclass
class WorkIndex:
    """The works to match against: those held, and the run's own new ones.

    `load` finds the held works that may be the same as some of those it is given, and
    what people decided about them: {(title key, slug): is the same}. `load_ahead`, which
    `expect_each` needs, does so for chunk after chunk, and may begin with those to come. `shared`: the marks that more than one work of the run has, where
    that is known; by all others nothing is ever found.
    """

    load: Loader | None = None
    shared: Container[int] | None = None
    load_ahead: Ahead | None = None

    def __post_init__(self):
        self._own = Shelf(Work, self.shared)
        self._held, self._decided = Shelf(Work), {}
        self._expected = set()

    def add(self, work: Work) -> None:
        self._own.add(work)

    def expect(self, works: list[Work]) -> None:
        """Load what these works may be; forget what was loaded for earlier ones."""
        if self.load is None:
            return
        found, self._decided = self.load(list(works))
        self._held = shelf_of(found)
        self._expected = {_sign(each) for each in works}

    def expect_each(
        self, chunks: Iterable[tuple[Chunk, list[Work]]]
    ) -> Iterator[Chunk]:
        """The chunks as they are: of each one's works it is loaded what they may be."""
        waiting = deque()
        for held in self.load_ahead(_works(chunks, waiting)):
            self._held, self._decided = held
            chunk, self._expected = waiting.popleft()
            yield chunk

    def match(self, work: Work) -> Match:
        if self.load is not None and _sign(work) not in self._expected:
            self.expect([work])
        certain, decided, asked = [], [], []
        for held, is_own in self._near(work):
            verdict = self._decided.get((work.title_key, held.slug))
            if verdict is not False and is_same(work, held):
                certain.append(held)
            elif verdict:
                decided.append(held)
            elif verdict is None:
                asked.append((held, is_own))
        if certain:
            return Match("same", _likeliest(work, certain).slug)
        if decided:
            reason = "Somebody decided that it is the same."
            return Match("same", _likeliest(work, decided).slug, reason)
        doubts = [
            (held, reason)
            for held, is_own in asked
            if (reason := likeness(work, held))
            and not (is_own and _are_listed_as_two(work, held))
        ]
        if doubts:
            held, reason = min(doubts, key=lambda pair: rank(work, pair[0]))
            return Match("review", held.slug, reason)
        return Match()

    def _near(self, work):
        yield from ((held, False) for held in self._held.near(work))
        yield from ((held, True) for held in self._own.near(work))


def shelf_of(works: Iterable[Work]) -> Shelf:
    shelf = Shelf(Work)
    for each in works:
        shelf.add(each)
    return shelf


def _works(chunks, waiting):
    for chunk, works in chunks:
        waiting.append((chunk, {_sign(each) for each in works}))
        yield works


def _likeliest(work, candidates):
    return min(candidates, key=lambda held: rank(work, held))


def _are_listed_as_two(work, held):
    """A list that has “Editorial” twice, or a column on two pages, means two of them."""
    return is_recurring(work.words) or on_other_pages(work, held)


def _sign(work):
    return work.key, work.title_key, work.identifiers
