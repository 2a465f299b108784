"""Text as the search index has it: words of ASCII, the same for both databases.

SQLite's and PostgreSQL's own tokenizers part text differently, know other accents
(neither takes ı for i or ø for o) and stem differently. So a text is folded here, and
what reaches them are words that neither can read in another way.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from publications.names import PLAIN, fold

LONGEST_WORD = 60
# Between names: a phrase never runs from the end of one into the beginning of the next.
BREAK = " u0 "

# They set no spaces between words, or glue particles to them: every sign is a word,
# and a word is a phrase.
UNSPACED = ("CJK ", "HIRAGANA ", "KATAKANA", "HANGUL ", "THAI ", "LAO ", "KHMER ")
UNSPACED += ("MYANMAR ", "TIBETAN ", "BOPOMOFO ")
OTHER = re.compile(r"[^a-z0-9]+")
PLURAL = re.compile(r"(?<=..)((?<![ae])ies?|(?<=ss|sh|ch|.x|.z)es|(?<![usi])s)$")


def words(text: str) -> str:
    """The folded words with single spaces, as names and identifiers are indexed."""
    return " ".join(filter(None, map(_word, _spaced(text).split())))


def stemmed_words(text: str) -> str:
    """The same without the English plural, as titles and abstracts are."""
    return " ".join(filter(None, map(_stem, _spaced(text).split())))


def _spaced(text):
    if text.isascii():
        return text.translate(PLAIN)
    folded = fold(text)
    return folded if folded.isascii() else "".join(map(_spelt, folded)).lower()


# Nine words in ten have been seen before.
@lru_cache(maxsize=65_536)
def _word(word: str) -> str:
    """PostgreSQL takes "5e10abc" for a number and a word, but leaves "n5e10abc" whole."""
    plain = OTHER.sub("", word)[:LONGEST_WORD]
    return f"n{plain}" if plain[:1].isdigit() else plain


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return stem(_word(word))


def stem(word: str) -> str:
    """A folded word without the plural: "studies" and "study" are one."""
    return PLURAL.sub(lambda end: "y" if end[0].startswith("i") else "", word)


@lru_cache(maxsize=8192)
def _spelt(character: str) -> str:
    if unicodedata.name(character, "").startswith(UNSPACED):
        return f" u{ord(character):x} "
    if character == " ":
        return character
    return "".join(filter(str.isalnum, anyascii(character)))
