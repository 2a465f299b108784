"""In which single respects two works agree: title, key, people, year, place, pages."""

import re

from rapidfuzz.distance import OSA

from publications.likeness import STOP_WORDS
from publications.venue_likeness import compare_venues

# What papers have of their journal or volume.
SERIAL, VOLUME = {"issn"}, {"isbn"}
FIRST_WORD = re.compile(r"\w*")
NUMERAL = re.compile(
    r"\d+(st|nd|rd|th)?|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
)


def has_same_title(work, held):
    """Word for word; “e-mail” is “email”, and a stop word more or less counts nothing."""
    return bool(work.title_keys & held.title_keys) or _bare(work) == _bare(held)


def _bare(work):
    words = work.title_key.split()
    return "".join(word for word in words if word not in STOP_WORDS) or work.title_key


def has_same_key(work, held):
    """What has no key of its own was exported with its slug for one."""
    return bool(work.key) and work.key == (held.key or held.slug)


def shares_identifier(work, held):
    """The papers of one volume share its ISBN, so that it counts for the same people."""
    schemes = {scheme for scheme, _ in work.identifiers & held.identifiers} - SERIAL
    return bool(schemes - VOLUME) or bool(
        schemes and shared_authors(work, held, roughly=True)
    )


def _numbers(work):
    return {word for word in work.words if NUMERAL.fullmatch(word)}


def numbers_differ(work, held):
    """Each has a number that the other lacks: the third workshop and the fourth."""
    ours, theirs = _numbers(work), _numbers(held)
    return bool(ours - theirs and theirs - ours)


def years_apart(work, held):
    return abs(work.year - held.year) if work.year and held.year else 0


def appear_at_once(work, held):
    return years_apart(work, held) == 0 and compare_places(work, held) != "other"


def compare_places(work, held):
    """Whether a venue of the one may be a venue of the other; "open" without venues."""
    found = {compare_venues(one, other) for one in work.venues for other in held.venues}
    return next((each for each in ("same", "open", "other") if each in found), "open")


def on_other_pages(work, held) -> bool:
    """In one journal other pages hold another text, unless a file has them wrong.

    The manuscript of a paper begins on page 1, wherever it was printed.
    """
    pages = {_first_page(work), _first_page(held)} - {"", "1"}
    if len(pages) < 2 or has_same_key(work, held):
        return False
    return compare_places(work, held) == "same"


def _first_page(work):
    return FIRST_WORD.match(work.pages)[0]


def identifiers_of(scheme, work):
    return {value for name, value in work.identifiers if name == scheme}


def shared_authors(work, held, roughly=False):
    """The share of the shorter list of authors that the longer one has too.

    `roughly` a damaged letter or a misprint does no harm.
    """
    if not (work.families and held.families):
        return 1.0 if work.families == held.families else 0.0
    short, long = sorted((work.families, held.families), key=len)
    common = len(short & long)
    if roughly and common < len(short):
        common += sum(_is_nearly_in(each, long - short) for each in short - long)
    return common / len(short)


def _is_nearly_in(family, families):
    most = 1 if len(family) < 8 else 2
    return len(family) > 3 and any(
        OSA.distance(family, each, score_cutoff=most) <= most for each in families
    )
