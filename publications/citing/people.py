"""Names as reference lists write them: turned round, shortened, and left alone.

Initials are a habit of scripts that have capitals. A name in another script is written
out; one in Chinese characters, kana or Hangul as it is written there, the family first
and nothing between.
"""

import re
import unicodedata
from functools import lru_cache

from publications.names import PersonName

EAST_ASIAN = ("CJK ", "HANGUL ", "HIRAGANA ", "KATAKANA")
HYPHEN = re.compile(r"[-‐‑]")
RUN_OF_INITIALS = re.compile(r"[A-Z]{2,3}")
# Before these a word is no name: the nickname in Robert “Bob” Smith.
NICKNAME = re.compile(r"[(\[\"'“‘].*?[)\]\"'”’](?=\s|$)")
# After a given name they belong to the family: in "Gogh, Vincent van".
PARTICLES = frozenset(
    (
        "af",
        "al",
        "av",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
    )
    + ("el", "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur")
)
ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th"}


def turned_short(name: PersonName) -> str:
    """ "King, M. L., Jr." (APA)."""
    given = " ".join(initials(name))
    return native(name) or _listed(name.family, given, name.suffix)


def short(name: PersonName) -> str:
    """ "M. L. King Jr." (IEEE, and editors of APA)."""
    given = " ".join(initials(name))
    return native(name) or _spaced(given, name.family, name.suffix)


def turned(name: PersonName) -> str:
    """ "King, Martin Luther, Jr." (Chicago, MLA)."""
    return native(name) or _listed(name.family, name.given, name.suffix)


def straight(name: PersonName) -> str:
    """ "Martin Luther King Jr."."""
    return native(name) or name.display


def bare(name: PersonName) -> str:
    """ "King ML Jr" (Vancouver): two initials at most, and no points."""
    if whole := native(name):
        return whole
    if _has_capitals(name.given):
        given = "".join(re.sub(r"\W", "", each) for each in _letters(name)[:2])
    else:
        given = name.given
    suffix = name.suffix.rstrip(".")
    particles = [each for each in initials(name) if each in PARTICLES]
    family = _spaced(*particles, name.family.replace(".", ""))
    return _spaced(family, given, ORDINALS.get(suffix, suffix))


@lru_cache(maxsize=4096)
def native(name: PersonName) -> str:
    """The whole name where nothing in it may be turned or shortened, else ""."""
    if name.literal or not name.given:
        return name.display
    letters = [each for each in name.family + name.given if each.isalpha()]
    scripts = {unicodedata.name(each, "").partition("-")[0] + " " for each in letters}
    if not letters or not all(each.startswith(EAST_ASIAN) for each in scripts):
        return ""
    if all(each.startswith("KATAKANA") for each in scripts):
        return f"{name.given}・{name.family}"  # a foreign name, in its own order
    return f"{name.family}{name.given}"


def initials(name: PersonName) -> list[str]:
    """ "Jean-Pierre M." gives ["J.-P.", "M."]; names without capitals come whole."""
    if not _has_capitals(name.given):
        return [name.given] if name.given else []
    words = NICKNAME.sub(" ", name.given).split() or name.given.split()
    first, *further = words
    found = _initials_of(first, name.family)
    for word in further:
        found += [word] if word in PARTICLES else _initials_of(word, name.family)
    return found


def _letters(name):
    """The initials one by one: a double name has two."""
    own = [each for each in initials(name) if each not in PARTICLES]
    return [each for initial in own for each in initial.split("-") if each != "."]


def _initials_of(word, family):
    if RUN_OF_INITIALS.fullmatch(word) and not family.isupper():
        return [f"{letter}." for letter in word]  # "JR", as PubMed writes it
    halves = [_pieces(half) for half in HYPHEN.split(word) if half[:1].isalpha()]
    found = halves[0] if halves else []
    for first, *rest in halves[1:]:
        found = [*found[:-1], f"{found[-1]}-{first[0].upper()}{first[1:]}", *rest]
    return found


def _pieces(word):
    """What is short already stays: "J.R.", and "Th.", which nobody shortens further."""
    if "." not in word:
        return [f"{word[0]}."]
    pieces = [each for each in re.findall(r"[^.]+\.?", word) if each[0].isalpha()]
    return [each if each.endswith(".") else f"{each[0]}." for each in pieces]


def _has_capitals(given):
    first = next((each for each in given if each.isalpha()), "")
    return unicodedata.category(first or "1") in {"Lu", "Ll", "Lt"}


def _listed(*parts):
    return ", ".join(filter(None, parts))


def _spaced(*parts):
    return " ".join(filter(None, parts))
