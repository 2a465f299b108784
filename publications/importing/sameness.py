"""When are two works the same one, and when should a person look at them?

Certain is an identifier that agrees with the title, or the same title by the same people
in the same year where nothing contradicts it. A conference paper and the article made of
it are versions, never the same. What is only alike is a question.
"""

from rapidfuzz import fuzz

from publications.importing.agreements import (
    NUMERAL,
    SERIAL,
    appear_at_once,
    compare_places,
    has_same_key,
    has_same_title,
    identifiers_of,
    numbers_differ,
    on_other_pages,
    shared_authors,
    shares_identifier,
    years_apart,
)
from publications.likeness import significant, title_overlap
from publications.recurring_titles import is_recurring

# Measured on the overlap of a CV and a homepage of one person: these bounds asked
# about both true pairs and joined nothing wrongly.
ALIKE, CONTAINED, SHARED_AUTHORS, YEARS_APART = 0.45, 0.9, 0.5, 3
MENDED = 0.75
AGREES, CLEARLY_ALIKE = 90, 0.65
# So long a title is nobody else's, and a shorter one may be a column's.
TELLING, FEW = 4, 3
VERSIONS_APART = 10


def is_same(work, held) -> bool:
    if shares_identifier(work, held) and _titles_agree(work, held):
        return not _is_preprint_of(work, held) or has_same_key(work, held)
    if _contradict(work, held) or not _by_the_same(work, held):
        return False
    same_title = has_same_title(work, held)
    if has_same_key(work, held):
        # The same entry of the same list, its title mended or its venue found.
        return same_title or _is_mended(work, held)
    return same_title and appear_at_once(work, held) and _is_telling(work, held)


def likeness(work, held) -> str:
    """Why a person should look at the two, or ""."""
    reason = _reason(work, held)
    # Asked last, since to compare venues takes longer than all else.
    return "" if reason and _stand_apart(work, held) else reason


def _reason(work, held):
    if has_same_title(work, held):
        return _same_title(work, held)
    apart = years_apart(work, held)
    if apart > YEARS_APART or shared_authors(work, held, roughly=True) < SHARED_AUTHORS:
        return ""
    overlap, containment = title_overlap(work.words, held.words)
    alike = _are_alike(work, held, overlap, containment)
    if has_same_key(work, held) and not alike:
        return (
            f"“{held.title}” ({held.slug}) has the same key {work.key} and the same "
            "authors, but quite another title."
        )
    if not alike or (numbers_differ(work, held) and not has_same_key(work, held)):
        return ""
    return (
        f"It may be the same work as “{held.title}” ({held.slug}): "
        f"{overlap:.0%} of the words of the titles and "
        f"{shared_authors(work, held, roughly=True):.0%} of the authors agree."
    )


def could_be_alike(words, others) -> bool:
    """Whether two titles, as sets of words, are alike enough to look further."""
    overlap, containment = title_overlap(words, others)
    return overlap >= ALIKE or containment >= CONTAINED


def rank(work, held) -> tuple:
    """The most likely of several works first, whatever the order they came in."""
    overlap, _ = title_overlap(work.words, held.words)
    return (
        not shares_identifier(work, held),
        not has_same_key(work, held),
        # A misprint in the right place is likelier than the version of another year.
        overlap < CLEARLY_ALIKE or not appear_at_once(work, held),
        -overlap,
        -shared_authors(work, held, roughly=True),
        compare_places(work, held) != "same",
        years_apart(work, held),
        held.slug,
    )


def _same_title(work, held):
    shared, apart = shared_authors(work, held, roughly=True), years_apart(work, held)
    if is_recurring(work.words):
        together = apart == 0 and shared and compare_places(work, held) != "other"
        return _asked_about(held, "title and authors") if together else ""
    if shared >= SHARED_AUTHORS:
        near = apart <= (VERSIONS_APART if len(work.words) >= TELLING else YEARS_APART)
        return _asked_about(held, "title and authors") if near else ""
    if len(work.words) >= FEW and apart <= 1:
        return (
            f"“{held.title}” ({held.slug}) has the same title, but its authors are "
            "given as others."
        )
    return ""


def _asked_about(held, what):
    return (
        f"It may be another appearance of “{held.title}” ({held.slug}), "
        f"which has the same {what}."
    )


def _titles_agree(work, held):
    """The abstracts of one supplement share a DOI."""
    if has_same_title(work, held):
        return bool(shared_authors(work, held, roughly=True)) or not is_recurring(
            work.words
        )
    ours, theirs = " ".join(sorted(work.words)), " ".join(sorted(held.words))
    return fuzz.ratio(ours, theirs) >= AGREES and not numbers_differ(work, held)


def _is_preprint_of(work, held):
    """They share no more than the number of a preprint that only one of them is."""
    schemes = {scheme for scheme, _ in work.identifiers & held.identifiers} - SERIAL
    return schemes <= {"arxiv"} and compare_places(work, held) == "other"


def _by_the_same(work, held):
    """In the same place a damaged letter does no harm, nor a list of authors that one
    side has lost; elsewhere the names must be spelt alike."""
    if shared_authors(work, held) >= SHARED_AUTHORS:
        return True
    if not appear_at_once(work, held) or compare_places(work, held) != "same":
        return False
    lost = not (work.families and held.families) and len(work.words) >= TELLING
    return lost or shared_authors(work, held, roughly=True) >= SHARED_AUTHORS


def _is_mended(work, held):
    """Nearly the same title, or what it was before an editor changed it; “part one” is
    not a mended “part two”."""
    titles = [significant(key) for key in held.title_keys]
    return any(
        title_overlap(work.words, title)[0] >= MENDED
        and not any(map(NUMERAL.fullmatch, work.words ^ title))
        for title in titles
    )


def _are_alike(work, held, overlap, containment):
    if is_recurring(work.words) or is_recurring(held.words):
        return False
    if overlap >= CLEARLY_ALIKE:
        return True
    contained = (
        min(len(work.words), len(held.words)) >= FEW and containment >= CONTAINED
    )
    same_people = len(work.families) > 1 and work.families == held.families
    return (overlap >= ALIKE or contained) and (
        same_people or appear_at_once(work, held)
    )


def _is_telling(work, held):
    """Whether title and place say enough: a short title needs the place, or the pages."""
    same_pages = bool(work.pages) and work.pages == held.pages
    if is_recurring(work.words):
        return same_pages and work.families == held.families
    if len(work.words) >= TELLING or same_pages:
        return True
    return compare_places(work, held) == "same" or not (work.venues and held.venues)


def _contradict(work, held):
    """Both have a DOI, or pages, and not the same ones: “Editorial” and “Editorial”."""
    pages_differ = work.pages and held.pages and work.pages != held.pages
    if pages_differ and not has_same_key(work, held):
        return True
    return any(
        (ours := identifiers_of(scheme, work))
        and (theirs := identifiers_of(scheme, held))
        and not ours & theirs
        for scheme in ("doi", "arxiv", "pmid")
    )


def _stand_apart(work, held):
    """Next year's column, or the second part."""
    other = years_apart(work, held) > 0 or not has_same_title(work, held)
    return other and on_other_pages(work, held)
