"""How alike two names or two titles are.

A likeness is a reason to ask, not a proof: among homonyms a full name alone is right
for one in four. Nothing here ever follows from a family name alone.
"""

import hashlib
import re
from dataclasses import dataclass, replace
from itertools import product

from rapidfuzz.distance import OSA

from publications.names import PersonName, Words, fold, name_key

# Short forms that begin the long one. Any prefix would do for "Jon" and "Jonathan",
# but it would also take "Yanchi Liu" for "Yan Liu".
SHORT_FORMS = frozenset({
    "abe", "alex", "ben", "cam", "cathy", "chris", "dan", "don", "doug", "ed",
    "fred", "gabe", "greg", "jeff", "jon", "josh", "ken", "liz", "matt", "max",
    "mick", "nat", "nick", "pat", "phil", "ray", "rob", "ron", "sam", "stan",
    "steve", "theo", "tim", "tom", "val", "vic", "vince", "will", "zach",
})  # fmt: skip
PARTICLES = frozenset({
    "af", "al", "da", "de", "degli", "del", "della", "den", "der", "di", "dos",
    "du", "el", "la", "le", "ten", "ter", "van", "vom", "von", "zu", "zur", "und",
    "y",
})  # fmt: skip
UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
CAMEL = re.compile(r"(?<=[a-z])(?<!\bMc)(?<!\bMac)(?=[A-Z])")
RUN_OF_INITIALS = re.compile(r"\b[A-Z]{2,3}\b")

STOP_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "into", "is",
    "its", "of", "on", "or", "over", "that", "the", "their", "to", "towards",
    "under", "using", "via", "with",
})  # fmt: skip
TITLE_KEY_LENGTH = 255


@dataclass(frozen=True, slots=True)
class _Form:
    """A name ready for comparison, in one transliteration."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    particles: frozenset[str] = frozenset()
    glued: frozenset[str] = frozenset()
    suffix: str = ""

    @property
    def core(self) -> str:
        return "".join(self.family)

    @property
    def reversed(self) -> "_Form":
        return replace(self, given=self.family, family=self.given)


def compare_names(printed: PersonName, known: PersonName) -> str:
    """Say how `printed` may name the person who is known as `known`.

    "exact": the same words; "middle": one lacks a middle name that the other has;
    "initials": the initials agree; "similar-name": one or two letters apart, a short
    form, a particle or a half of a double name more; "": not worth a question.
    """
    if _keys(printed) & _keys(known):
        return "exact"
    found = set()
    pairs = product(_forms(printed), _forms(known))
    # The first pair is both names as they stand; the others are transliterations.
    for index, (one, other) in enumerate(pairs):
        turned = {_compare(one.reversed, other), _compare(one, other.reversed)}
        likenesses = {_compare(one, other)} | turned - {"similar-name"}
        found |= {"similar-name" if index and some else some for some in likenesses}
    order = ("middle", "initials", "similar-name")
    return next((likeness for likeness in order if likeness in found), "")


def name_shapes(name: PersonName) -> frozenset[str]:
    """Keys to look candidates up by: names that are alike share at least one."""
    shapes = {f"key {key}" for key in _keys(name)}
    for form in _forms(name):
        for one in (form, form.reversed):
            shapes |= {f"family {one.core} {word[0]}" for word in one.given}
        shapes |= {f"given {word} {form.core[:1]}" for word in form.given}
    return frozenset(shapes)


def _keys(name: PersonName) -> set[str]:
    """The key of the name, and of "SeongKu" as if it were written "Seong-Ku"."""
    return {name.key, name_key(CAMEL.sub(" ", name.display))}


def _forms(name: PersonName) -> tuple[_Form, ...]:
    """The name as it stands, then with "ue" for "ü"; none for a group."""
    if name.literal:
        return ()
    given, family, suffix = name.given, name.family, fold(name.suffix)
    if not family.isupper():
        given = RUN_OF_INITIALS.sub(lambda run: " ".join(run[0]), given)
    plain = _form(given, family, suffix)
    spelt = _form(given.translate(UMLAUTS), family.translate(UMLAUTS), suffix)
    return (plain,) if spelt == plain else (plain, spelt)


def _form(given: str, family: str, suffix: str) -> _Form:
    before, after = fold(given).split(), fold(family).split()
    particles = set()
    while len(after) > 1 and after[0] in PARTICLES:
        particles.add(after.pop(0))
    while len(before) > 1 and before[-1] in PARTICLES:
        particles.add(before.pop())
    halves = (fold(half) for half in re.findall(r"-(\w{2,})", given))
    return _Form(
        tuple(before), tuple(after), frozenset(particles), frozenset(halves), suffix
    )


def _compare(one: _Form, other: _Form) -> str:
    suffixes = {one.suffix, other.suffix} - {""}
    if not (one.given and other.given) or len(suffixes) > 1:
        return ""
    likeness = _compare_given(one.given, other.given)
    if one.core == other.core:
        # "Anna S." and "A. S." agree on letters only.
        if len(one.core) == 1 and one.core.isascii():
            return ""
        doubtful = one.particles != other.particles or _lacks_half(one, other)
        return "similar-name" if likeness == "middle" and doubtful else likeness
    long_enough = 5 if len(one.given[0]) > 4 else 6
    same_given = likeness == "middle" and _are_close(one.core, other.core, long_enough)
    return "similar-name" if same_given else ""


def _lacks_half(one: _Form, other: _Form) -> bool:
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
    if (not rest[0] or _align(*rest)) and _is_variant(one[0], other[0]):
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
    return short_form or _are_close(one, other, 5)


def _are_close(one: str, other: str, shortest: int, most: int = 2) -> bool:
    """Allow one wrong letter, and two in eight; shorter words mean someone else."""
    length = min(len(one), len(other))
    if length < shortest or one[0] != other[0]:
        return False
    return OSA.distance(one, other) <= (most if length >= 8 else 1)


def title_key(title: str) -> str:
    """The folded title in at most 255 characters; a digest ends what was cut."""
    key = fold(title)
    if len(key) <= TITLE_KEY_LENGTH:
        return key
    digest = hashlib.sha256(key.encode(errors="replace")).hexdigest()[:16]
    return f"{key[: TITLE_KEY_LENGTH - 17]} {digest}"


def title_words(title: str) -> frozenset[str]:
    """The folded words of a title without stop words, unless it has no others."""
    words = frozenset(fold(title).split())
    return words - STOP_WORDS or words


def title_overlap(words: frozenset[str], others: frozenset[str]) -> tuple[float, float]:
    """How much the words of two titles share, from 0 to 1: Jaccard and containment.

    Containment is the share of the shorter title that the longer one has.
    """
    if not words or not others:
        return 0.0, 0.0
    common = len(words & others)
    jaccard = common / (len(words) + len(others) - common)
    return jaccard, common / min(len(words), len(others))
