"""Is this work one that we hold already?

In order: identifiers that agree with the title; the same title by the same people; a
likeness that a person must judge; else it is new. Equal identifiers alone prove
nothing (the abstracts of one supplement share a DOI), nor do equal titles alone
("Editorial"): both need the authors.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from publications.importing.values import Match
from publications.likeness import title_key, title_overlap, title_words
from publications.names import fold
from publications.values import Record

# Measured on the overlap of a CV and a homepage of one person: these bounds asked
# about both true pairs and joined nothing wrongly.
ALIKE, CONTAINED, SHARED_AUTHORS, YEARS_APART = 0.45, 0.9, 0.5, 3
MENDED = 0.75
NUMERALS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
    ]
) | {str(number) for number in range(2100)}


@dataclass(frozen=True, slots=True)
class Work:
    """What matching needs to know of a work, held or stated.

    `stated_title` is the title that the last import said, which an editor may have
    changed since.
    """

    slug: str
    title: str
    stated_title: str = ""
    key: str = ""
    year: int | None = None
    pages: str = ""
    words: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    identifiers: frozenset[tuple[str, str]] = frozenset()

    @property
    def title_keys(self) -> frozenset[str]:
        titles = (self.title, self.stated_title)
        return frozenset(title_key(each) for each in titles if each)


def work_of(record: Record, slug: str = "") -> Work:
    venues = {title_key(each.venue) for each in record.appearances if each.venue}
    return Work(
        slug=slug,
        title=record.title,
        key=record.key,
        year=record.appearances[0].date.year,
        pages=record.appearances[0].pages,
        words=title_words(record.title),
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
    _by_key: dict = field(default_factory=lambda: defaultdict(set))
    _by_family: dict = field(default_factory=lambda: defaultdict(set))

    def add(self, work: Work) -> None:
        self._works[work.slug] = work
        for identifier in work.identifiers:
            self._by_identifier[identifier].add(work.slug)
        if work.key:
            self._by_key[work.key].add(work.slug)
        for key in work.title_keys:
            self._by_title[key].add(work.slug)
        for family in work.families:
            self._by_family[family].add(work.slug)

    def match(self, work: Work) -> Match:
        key = title_key(work.title)
        candidates = self._candidates(work, key)
        certain = [each for each in candidates if _is_same(work, each)]
        for held in sorted(certain, key=lambda each: each.key != work.key):
            if self.decided.get((key, held.slug)) is not False:
                return Match("same", held.slug)
        for held in candidates + self._alike(work):
            decided = self.decided.get((key, held.slug))
            if decided:
                return Match("same", held.slug, "Somebody decided that it is the same.")
            if decided is None and (reason := _likeness(work, held)):
                return Match("review", held.slug, reason)
        return Match()

    def _candidates(self, work, key):
        slugs = {
            slug for each in work.identifiers for slug in self._by_identifier[each]
        }
        slugs |= self._by_title[key] | self._by_key[work.key]
        return [self._works[slug] for slug in sorted(slugs)]

    def _alike(self, work):
        """Works whose titles are alike, the likest first.

        They are looked up by their authors: without a shared one nobody is asked.
        """
        slugs = {slug for family in work.families for slug in self._by_family[family]}
        found = (
            (title_overlap(work.words, self._works[slug].words), slug) for slug in slugs
        )
        alike = [pair for pair in found if _is_alike(*pair[0])]
        return [self._works[slug] for _, slug in sorted(alike, reverse=True)]


def _is_same(work, held):
    overlap, _ = title_overlap(work.words, held.words)
    same_title = bool(work.title_keys & held.title_keys)
    if work.identifiers & held.identifiers and (same_title or overlap >= 0.9):
        return True
    if _contradict(work, held) or _shared(work, held) < SHARED_AUTHORS:
        return False
    if work.key and work.key == held.key:
        # The same entry of the same list, its title mended or its venue found.
        return same_title or _is_mended(work, held, overlap)
    return same_title and _same_place(work, held)


def _is_mended(work, held, overlap):
    """Nearly the same title; “part one” is not a mended “part two”."""
    return overlap >= MENDED and not (work.words ^ held.words) & NUMERALS


def _is_alike(overlap, containment):
    return overlap >= ALIKE or containment >= CONTAINED


def _same_place(work, held):
    """The same venue, or one side names none, in the same year, if both name one."""
    together = not (work.year and held.year) or work.year == held.year
    shared = work.venues & held.venues or not (work.venues and held.venues)
    return bool(together and shared)


def _contradict(work, held):
    """Both have a DOI, or pages, and not the same ones: “Editorial” and “Editorial”."""
    ours = {value for scheme, value in held.identifiers if scheme == "doi"}
    theirs = {value for scheme, value in work.identifiers if scheme == "doi"}
    dois_differ = ours and theirs and not ours & theirs
    pages_differ = work.pages and held.pages and work.pages != held.pages
    return bool(dois_differ or (pages_differ and work.key != held.key))


def _shared(work, held):
    """The share of the shorter list of authors that the longer one has too."""
    if not (work.families and held.families):
        return 1.0 if work.families == held.families else 0.0
    fewer = min(len(work.families), len(held.families))
    return len(work.families & held.families) / fewer


def _likeness(work, held):
    """Why a person should look at the two, or ""."""
    overlap, containment = title_overlap(work.words, held.words)
    alike = _is_alike(overlap, containment)
    near = not (work.year and held.year) or abs(work.year - held.year) <= YEARS_APART
    same_key = bool(work.key) and work.key == held.key
    if not ((alike or same_key) and near and _shared(work, held) >= SHARED_AUTHORS):
        return ""
    if same_key and not alike:
        return (
            f"“{held.title}” ({held.slug}) has the same key {work.key} and the same "
            "authors, but quite another title."
        )
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
