"""Is this work one that we hold already?

In order: identifiers that agree with the title; the same title by the same people; a
likeness that a person must judge; else it is new. Equal identifiers alone prove
nothing (the abstracts of one supplement share a DOI), nor do equal titles alone
("Editorial"): both need the authors.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from publications.importing.values import Match, Record
from publications.likeness import title_key, title_overlap, title_words
from publications.names import fold

# Measured on the overlap of a CV and a homepage of one person: these bounds asked
# about both true pairs and joined nothing wrongly.
ALIKE, CONTAINED, SHARED_AUTHORS, YEARS_APART = 0.45, 0.9, 0.5, 3


@dataclass(frozen=True, slots=True)
class Work:
    """What matching needs to know of a work, held or stated."""

    slug: str
    title: str
    key: str = ""
    year: int | None = None
    type: str = ""
    families: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str, str]] = frozenset()


def work_of(record: Record, slug: str = "") -> Work:
    venues = {title_key(each.venue) for each in record.appearances if each.venue}
    return Work(
        slug=slug,
        title=record.title,
        key=record.key,
        year=record.appearances[0].date.year,
        type=record.type,
        families=frozenset(
            fold(each.name.family or each.name.literal)
            for each in record.contributors
            if each.role == "author"
        ),
        venues=frozenset(venues),
        identifiers=frozenset(record.identifiers),
    )


@dataclass
class WorkIndex:
    """The works to match against; grows as a file's new works are planned."""

    decided: dict[tuple[str, str], bool] = field(default_factory=dict)
    _works: dict[str, Work] = field(default_factory=dict)
    _by_identifier: dict = field(default_factory=lambda: defaultdict(set))
    _by_title: dict = field(default_factory=lambda: defaultdict(set))
    _by_word: dict = field(default_factory=lambda: defaultdict(set))

    def add(self, work: Work) -> None:
        self._works[work.slug] = work
        for identifier in work.identifiers:
            self._by_identifier[identifier].add(work.slug)
        self._by_title[title_key(work.title)].add(work.slug)
        for word in title_words(work.title):
            self._by_word[word].add(work.slug)

    def match(self, work: Work) -> Match:
        key = title_key(work.title)
        certain = [each for each in self._candidates(work, key) if _is_same(work, each)]
        for held in certain:
            if self.decided.get((key, held.slug)) is not False:
                return Match("same", held.slug)
        for held in self._candidates(work, key) + self._alike(work):
            decided = self.decided.get((key, held.slug))
            if decided:
                return Match("same", held.slug, "Somebody decided that it is the same.")
            if decided is None and (reason := _likeness(work, held)):
                return Match("review", held.slug, reason)
        return Match()

    def _candidates(self, work, key):
        slugs = {slug for each in work.identifiers for slug in self._by_identifier[each]}
        return [self._works[slug] for slug in sorted(slugs | self._by_title[key])]

    def _alike(self, work):
        """Works that share the rarest words of the title: enough to reach the bounds."""
        words = sorted(title_words(work.title), key=lambda word: len(self._by_word[word]))
        rare = words[: max(1, (len(words) + 1) // 2)]
        slugs = {slug for word in rare for slug in self._by_word[word]}
        ranked = sorted(
            (self._works[slug] for slug in slugs),
            key=lambda held: (-title_overlap(work.title, held.title)[0], held.slug),
        )
        return ranked[:20]


def _is_same(work, held):
    overlap, _ = title_overlap(work.title, held.title)
    same_title = title_key(work.title) == title_key(held.title)
    if work.identifiers & held.identifiers and (same_title or overlap >= 0.9):
        return True
    if not same_title or _shared(work, held) < SHARED_AUTHORS:
        return False
    if _contradict(work, held):
        return False
    return bool(work.key and work.key == held.key) or _same_place(work, held)


def _same_place(work, held):
    """The same venue, or one side names none, and about the same time."""
    near = not (work.year and held.year) or abs(work.year - held.year) <= 1
    shared = work.venues & held.venues or not (work.venues and held.venues)
    return bool(near and shared)


def _contradict(work, held):
    """Each has a DOI, and they are different ones."""
    ours = {value for scheme, value in held.identifiers if scheme == "doi"}
    theirs = {value for scheme, value in work.identifiers if scheme == "doi"}
    return bool(ours and theirs and not ours & theirs)


def _shared(work, held):
    """The share of the shorter list of authors that the longer one has too."""
    if not (work.families and held.families):
        return 1.0 if work.families == held.families else 0.0
    fewer = min(len(work.families), len(held.families))
    return len(work.families & held.families) / fewer


def _likeness(work, held):
    """Why a person should look at the two, or ""."""
    overlap, containment = title_overlap(work.title, held.title)
    alike = overlap >= ALIKE or containment >= CONTAINED
    near = not (work.year and held.year) or abs(work.year - held.year) <= YEARS_APART
    if not (alike and near and _shared(work, held) >= SHARED_AUTHORS):
        return ""
    if title_key(work.title) == title_key(held.title):
        return (
            f"It may be another appearance of “{held.title}” ({held.slug}), "
            "which has the same title and authors."
        )
    return (
        f"It may be the same work as “{held.title}” ({held.slug}): "
        f"{overlap:.0%} of the words of the titles and "
        f"{_shared(work, held):.0%} of the authors agree."
    )
