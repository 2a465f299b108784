"""People's names: their parts, how they are read from plain text, and their keys."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

Words = Sequence[str]

SUFFIX = re.compile(r"(?i:[js]r)\.?|II|III|IV")

# DBLP tells namesakes apart by a number: "Yan Liu 0002".
NAMESAKE_NUMBER = re.compile(r"\s+0\d{3}$")

APOSTROPHES = re.compile("['`´‘’‛ʹʻʼʽʾʿ′＇]")
# What becomes of the characters of ASCII: most texts have no others.
PLAIN = {
    code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)
} | {ord("'"): None, ord("`"): None}
ALPHABETS = ("LATIN ", "GREEK ", "CYRILLIC ", "ARMENIAN ", "GEORGIAN ", "COMBINING ")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The name of one human being, or of a group that signs as one.

    The particle ("van der") belongs to `family`. `literal` holds an organisation's
    name, or one that cannot be taken apart; the other parts are empty then.
    """

    given: str = ""
    family: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def display(self) -> str:
        """The name as it is read aloud: "Martin Luther King Jr."."""
        parts = (self.given, self.family, self.suffix)
        return self.literal or " ".join(filter(None, parts))

    @property
    def inverted(self) -> str:
        """The name as BibTeX writes it: "King, Jr., Martin Luther" or "{UNESCO}"."""
        if self.literal:
            return f"{{{self.literal}}}"
        return ", ".join(filter(None, (self.family, self.suffix, self.given)))

    @property
    def key(self) -> str:
        return _key(self.given, self.family, self.suffix, self.literal)


@lru_cache(maxsize=32_768)
def _key(*parts: str) -> str:
    return _sorted_words(PersonName(*parts).display)


def fold(text: str) -> str:
    """Lower-case words with single spaces, without accents and punctuation.

    Alphabets are transliterated ("Arık" → "arik"). Other scripts stay as they are:
    the romanisation of two different Han characters is often the same. Never empty
    when `text` is not blank; a text of nothing but signs comes back in lower case.
    """
    if text.isascii():
        letters = text.translate(PLAIN)
    else:
        bare = unicodedata.normalize("NFKC", APOSTROPHES.sub("", text))
        letters = "".join(map(_fold_character, bare)).casefold()
    return " ".join(letters.split()) or " ".join(text.casefold().split()) or text


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if unicodedata.name(character, "").startswith(ALPHABETS):
        return "".join(filter(str.isalnum, anyascii(character)))
    if character.isalnum() or unicodedata.category(character).startswith("M"):
        return character
    invisible = unicodedata.category(character) == "Cf"
    return "" if invisible else " "


@lru_cache(maxsize=32_768)
def name_key(text: str) -> str:
    """The words of a name whatever their order; equal for spellings of one name.

    "Chioteli Efstathia" and "Efstathia Chioteli" share it, and so do "Ban-Weiss" and
    "Ban Weiss", "O'Neil" and "ONeil".
    """
    return _sorted_words(text)


def _sorted_words(text):
    return " ".join(sorted(fold(text).split())) or text


def make_slug(text: str, max_length: int = 80) -> str:
    """The part of an address that stands for `text`: ASCII, never empty.

    Every script is transliterated. What leaves no letter gets a digest of the text.
    """
    if text.isascii():
        words = text.translate(PLAIN).split()
    else:
        plain = anyascii(unicodedata.normalize("NFKC", APOSTROPHES.sub("", text)))
        words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    slug = "-".join(words)
    if len(slug) > max_length:
        cut = slug[: max_length + 1].rpartition("-")[0]
        slug = cut or slug[:max_length]
    return slug or hashlib.sha256(text.encode(errors="replace")).hexdigest()[:12]


def parse_name(text: str) -> PersonName:
    """Take plain text apart: "Given Family", "Family, Given" or "Family, Jr., Given".

    A text in braces, and one with too many commas, is a literal.
    """
    clean = NAMESAKE_NUMBER.sub("", " ".join(text.split()).strip(",; "))
    if clean.startswith("{") and clean.endswith("}"):
        return PersonName(literal=clean.strip("{} "))
    parts = [part.split() for part in clean.split(",")]
    return arrange_name(parts, _split_in_order) or PersonName(literal=clean)


def arrange_name(
    parts: Sequence[Words], split_in_order: Callable[[Words], tuple[Words, Words]]
) -> PersonName | None:
    """Give the words of a name their place; None when there are too many parts.

    `parts` are the words between the commas. `split_in_order` separates the given
    from the family words of a name without commas.
    """
    rest, suffix = _take_suffix([part for part in parts if part])
    if len(rest) == 3 and not suffix:
        suffix = " ".join(rest.pop(1))
    if len(rest) > 2:
        return None
    if len(rest) == 2:
        family, given = rest
    else:
        given, family = split_in_order(rest[0]) if rest else ((), ())
    return PersonName(" ".join(given), " ".join(family), suffix)


def _take_suffix(parts: list[Words]) -> tuple[list[Words], str]:
    """Find "Jr." where people put it: between commas, or at the end of a part."""
    for index, part in enumerate(parts):
        if index and len(part) == 1 and SUFFIX.fullmatch(part[0]):
            return parts[:index] + parts[index + 1 :], part[0]
    for index, part in enumerate(parts):
        if len(part) > 1 and SUFFIX.fullmatch(part[-1]):
            return [*parts[:index], part[:-1], *parts[index + 1 :]], part[-1]
    return parts, ""


def _split_in_order(words: Words) -> tuple[Words, Words]:
    """The family name starts at the first lower-case word, else it is the last one.

    A name in lower case throughout ("danah boyd") has no particle.
    """
    particles = [index for index, word in enumerate(words[:-1]) if word[0].islower()]
    if words[-1][0].islower() or not particles:
        return words[:-1], words[-1:]
    return words[: particles[0]], words[particles[0] :]
