"""Whether two names of venues may mean the same place.

Files name one conference as "VLDB", "Very Large Data Bases" and "Proceedings of the 20th
International Conference on Very Large Data Bases": only what cannot be one place is told
apart for certain, a journal from a conference or two names that share no word.
"""

import re
from functools import lru_cache

from publications.names import fold

# What kind of place it is; the first that fits counts.
KINDS = {
    "preprint": {
        "arxiv", "biorxiv", "chemrxiv", "corr", "medrxiv", "preprint", "preprints",
        "psyarxiv", "ssrn", "techrxiv",
    },
    "workshop": {"workshop", "workshops"},
    "journal": {
        "ann", "annals", "bull", "bulletin", "j", "jnl", "journal", "lett", "letters",
        "mag", "magazine", "newsletter", "quarterly", "record", "rev", "review",
        "reviews", "trans", "transactions",
    },
    "conference": {
        "colloquium", "conf", "conference", "congress", "meeting", "symp", "symposium",
    },
    "report": {"dissertation", "report", "thesis"},
}  # fmt: skip
# Words that stand around the name of a venue and do not tell it from another one.
FRAME = frozenset({
    "acm", "and", "annual", "companion", "conf", "conference", "cvf", "for",
    "ieee", "in", "int", "intl", "international", "mdash", "meeting", "ndash", "of", "on",
    "preprint", "proc", "proceedings", "symp", "symposium", "the", "workshop",
    "workshops",
})  # fmt: skip
NUMBER = re.compile(r"\d+(st|nd|rd|th)?")
ORDINALS = re.compile(r"(twent|thirt|fort|fift)\w+|\w+teenth|\w*(first|second|third)")


@lru_cache(maxsize=20_000)
def compare_venues(one: str, other: str) -> str:
    """Say "same", "other", or "open" where nothing speaks for or against it."""
    words, others = (fold(each).split() for each in (one, other))
    if words == others:
        return "same"
    bare, bare_other = _bare(words), _bare(others)
    kinds = {_kind(words), _kind(others)}
    if len(kinds) > 1 and not kinds <= {"", "conference"}:
        spelt_out = bare == bare_other and len(bare) > 1 and "" in kinds
        shortened = _is_acronym(words, others) or _is_acronym(others, words)
        return "same" if spelt_out or shortened else "other"
    if not (bare and bare_other):
        return "open"
    if _is_shorter(bare, bare_other) or _is_shorter(bare_other, bare):
        return "same"
    if _is_acronym(bare, others) or _is_acronym(bare_other, words):
        return "same"
    lone = [len(each) == 1 for each in (bare, bare_other)]
    return "open" if any(lone) != all(lone) or set(bare) & set(bare_other) else "other"


def _kind(words):
    found = (kind for kind, marks in KINDS.items() if marks.intersection(words))
    return next(found, "")


def _bare(words):
    return [
        word
        for word in words
        if word not in FRAME
        and not NUMBER.fullmatch(word)
        and not ORDINALS.fullmatch(word)
    ]


def _is_shorter(short, long):
    """Whether each word, or its beginning, stands in the longer name, in this order."""
    rest = iter(long)
    return all(
        any(each == word or _abbreviates(word, each) for each in rest) for word in short
    )


def _abbreviates(word, long):
    return long.startswith(word) and len(word) < len(long)


def _is_acronym(words, others):
    """Whether one word is made of the first letters of the other name: "NeurIPS".

    The interest groups of the ACM put "SIG" before theirs: "SIGMOD".
    """
    if len(words) != 1 or len(others) < 2:
        return False
    acronym = words[0].removeprefix("sig")
    names = [others, [each for each in others if each not in FRAME]]
    return any(_spells(acronym, tuple(name)) for name in names if len(name) > 1)


def _spells(letters, words):
    """Whether beginnings of all words but the frame's, in order, make the letters."""
    if not words:
        return not letters
    first, *rest = words
    taken = (
        _spells(letters[size:], tuple(rest))
        for size in range(1, min(len(first), len(letters), 4) + 1)
        if first[:size] == letters[:size]
    )
    return any(taken) or (first in FRAME and _spells(letters, tuple(rest)))
