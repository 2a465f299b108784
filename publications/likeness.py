"""How alike two names or two titles are.

A likeness is a reason to ask, not a proof: among homonyms a full name alone is right
for one in four. Nothing here ever follows from a family name alone.
"""

import hashlib
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, product

from rapidfuzz.distance import OSA

from publications.name_forms import Form, forms_of, keys_of
from publications.names import PersonName, Words, fold
from publications.nicknames import callings, may_be_called, may_be_written, spellings

# Short forms that begin the long one. Any prefix would do for "Jon" and "Jonathan",
# but it would also take "Yanchi Liu" for "Yan Liu".
SHORT_FORMS = frozenset({
    "abe", "alex", "ben", "cam", "cathy", "chris", "dan", "don", "doug", "ed",
    "fred", "gabe", "greg", "jeff", "jon", "josh", "ken", "liz", "matt", "max",
    "mick", "nat", "nick", "pat", "phil", "ray", "rob", "ron", "sam", "stan",
    "steve", "theo", "tim", "tom", "val", "vic", "vince", "will", "zach",
})  # fmt: skip
STOP_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "into", "is",
    "its", "of", "on", "or", "over", "that", "the", "their", "to", "towards",
    "under", "using", "via", "with",
})  # fmt: skip
TITLE_KEY_LENGTH = 255
STEM = 6


def compare_names(printed: PersonName, known: PersonName) -> str:
    """Say how `printed` may name the person who is known as `known`.

    "exact": the same words; "middle": one lacks a middle name that the other has;
    "initials": the initials agree; "similar-name": one or two letters apart, a short
    form, a particle or a half of a double name more; "": not worth a question.
    """
    if keys_of(printed) & keys_of(known):
        return "exact"
    found = set()
    for one, other in product(forms_of(printed), forms_of(known)):
        turned = {_compare(one.reversed, other), _compare(one, other.reversed)}
        likenesses = {_compare(one, other)} | turned - {"similar-name"}
        spelt = one.is_spelt or other.is_spelt
        found |= {"similar-name" if spelt and some else some for some in likenesses}
    order = ("middle", "initials", "similar-name")
    return next((likeness for likeness in order if likeness in found), "")


def name_shapes(name: PersonName) -> frozenset[str]:
    """Keys to look candidates up by: names that are alike share at least one."""
    shapes = {f"key {key}" for key in keys_of(name)}
    for form in forms_of(name):
        for one in (form, form.reversed):
            called = {each[0] for word in one.given for each in callings(word)}
            # Of "Seo Seo" without a given name, one word may be one.
            cores = {one.core, *(one.family or one.given)} | spellings(one.core)
            shapes |= {f"family {core} {letter}" for core in cores for letter in called}
        shapes |= {f"given {word} {form.core[:1]}" for word in form.given}
    return frozenset(shapes)


def same_letters(printed: PersonName, known: PersonName) -> bool:
    """Whether two full names differ in hyphens, spaces and transliteration only."""
    return any(
        (one.core, one.particles) == (other.core, other.particles)
        and "".join(one.given) == "".join(other.given)
        and min(map(len, (*one.given, *other.given)), default=0) > 1
        for form, other in product(forms_of(printed), forms_of(known))
        for one in (form, form.reversed)
    )


def _compare(one: Form, other: Form) -> str:
    suffixes = {one.suffix, other.suffix} - {""}
    if not (one.given and other.given) or len(suffixes) > 1:
        return ""
    one, other = _divided_alike(one, other), _divided_alike(other, one)
    likeness = _compare_given(one.given, other.given)
    if one.core == other.core:
        # "Anna S." and "A. S." agree on letters only.
        if len(one.core) == 1 and one.core.isascii():
            return ""
        doubtful = one.particles != other.particles or _lacks_half(one, other)
        return "similar-name" if likeness == "middle" and doubtful else likeness
    same_given = likeness == "middle" and _are_near_families(one, other)
    return "similar-name" if same_given else ""


def _divided_alike(one: Form, other: Form) -> Form:
    """ "G. García | Márquez" as "G. | García Márquez", where the other name says so."""
    missing = len(other.family) - len(one.family)
    if missing <= 0 or len(one.given) <= missing:
        return one
    if (*one.given[-missing:], *one.family) != other.family:
        return one
    return replace(one, given=one.given[:-missing], family=other.family)


def _are_near_families(one: Form, other: Form) -> bool:
    """A wrong letter, another way to write it, or half of a double name."""
    long_enough = 5 if len(one.given[0]) > 4 else 6
    short, long = sorted((one.family, other.family), key=len)
    is_half = 0 < len(short) < len(long) and set(short) < set(long)
    return (
        _are_close(one.core, other.core, long_enough)
        or may_be_written(one.core, other.core)
        or is_half
    )


def _lacks_half(one: Form, other: Form) -> bool:
    """Say whether "Xiao-Ming" meets "Xiao", who is likely to be somebody else."""
    wanted = [(half, other.given) for half in one.glued]
    wanted += [(half, one.given) for half in other.glued]
    return any(half not in words and half[0] not in words for half, words in wanted)


def _compare_given(one: Words, other: Words) -> str:
    short, long = sorted((one, other), key=len)
    likeness = _align(short, long)
    if likeness:
        return likeness
    joined = "".join(one), "".join(other)
    spelt_out = all(len(word) > 1 for word in (*one, *other))
    if joined[0] == joined[1] or (spelt_out and _are_close(*joined, 5, most=1)):
        return "similar-name"
    rest = sorted((one[1:], other[1:]), key=len)
    agree = bool(rest[0]) and bool(_align(*rest))
    if (agree or not rest[0]) and _is_variant(one[0], other[0]):
        return "similar-name"
    # "Ann G." may be "Anna G.", where "Ann" alone is not "Anna".
    if agree and _are_close(one[0], other[0], 3, most=1):
        return "similar-name"
    return ""


def _align(short: Words, long: Words) -> str:
    """Find every word of `short`, or its initial, in `long` and in its order.

    Only initials may be passed over at the start: "P. Jeffrey" may be "Jeffrey".
    """
    spare = len(long) - len(short)
    position, passed_over, in_full = 0, False, False
    for index, word in enumerate(short):
        places = range(position, index + spare + 1)
        same = [place for place in places if long[place] == word]
        fits = same or [place for place in places if _agree(word, long[place])]
        if not fits:
            return ""
        if index == 0 and fits[0]:
            passed_over = True
            if any(len(skipped) > 1 for skipped in long[: fits[0]]):
                return ""
        in_full = in_full or (bool(same) and len(word) > 1)
        position = fits[0] + 1
    return "middle" if in_full else "" if passed_over else "initials"


def _agree(one: str, other: str) -> bool:
    """Say whether one word is the initial of the other."""
    return 1 in (len(one), len(other)) and one[0] == other[0]


def _is_variant(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    short_form = short in SHORT_FORMS and long.startswith(short)
    return short_form or may_be_called(one, other) or _are_close(one, other, 5)


def _are_close(one: str, other: str, shortest: int, most: int = 2) -> bool:
    """Allow one wrong letter, and two in eight; shorter words mean someone else."""
    length = min(len(one), len(other))
    if length < shortest or one[0] != other[0]:
        return False
    return OSA.distance(one, other) <= (most if length >= 8 else 1)


@lru_cache(maxsize=8192)
def title_key(title: str) -> str:
    """The folded title in at most 255 characters; a digest ends what was cut."""
    key = fold(title)
    if len(key) <= TITLE_KEY_LENGTH:
        return key
    digest = hashlib.sha256(key.encode(errors="replace")).hexdigest()[:16]
    return f"{key[: TITLE_KEY_LENGTH - 17]} {digest}"


def significant(key: str) -> frozenset[str]:
    """The words of a folded title without stop words, unless it has no others."""
    words = frozenset(key.split())
    return words - STOP_WORDS or words


@lru_cache(maxsize=8192)
def title_pairs(title: str) -> tuple[str, ...]:
    """At most five pairs of words by which titles that are alike find each other.

    The pairs of the three longest words, the first two words and the last two, without
    stop words. Words are cut, so that a plural or another ending does no harm. On
    DBLP × ACM 557 of the 582 alike pairs by the same people share one of them, and of
    the 173 that are the same work all but one.
    """
    words = title_key(title).split()
    words = [each for each in words if each not in STOP_WORDS] or words
    # Reversed, they keep the order of those that are equal.
    longest = sorted(sorted(words), key=len, reverse=True)
    longest = list(dict.fromkeys([each[:STEM] for each in longest]))[:3]
    ends = [[each[:STEM] for each in end] for end in (words[:2], words[-2:])]
    pairs = [*combinations(longest, 2), *ends]
    return tuple(dict.fromkeys([" ".join(sorted(pair)) for pair in pairs]))


def title_overlap(words: frozenset[str], others: frozenset[str]) -> tuple[float, float]:
    """How much the words of two titles share, from 0 to 1: Jaccard and containment.

    Containment is the share of the shorter title that the longer one has.
    """
    if not words or not others:
        return 0.0, 0.0
    common = len(words & others)
    jaccard = common / (len(words) + len(others) - common)
    return jaccard, common / min(len(words), len(others))
