"""What somebody typed into a search field, understood. Nothing that is typed is wrong.

graph networks "deep sets" author:arik venue:icml year:2018-2021 -survey
"""

import re
import unicodedata
from dataclasses import replace

from publications.identifiers import normalise, recognise
from publications.search.terms import Query, Term
from publications.search.words import words

LONGEST_TEXT = 500
MOST_TERMS = 10
MOST_WORDS = 30
SHORTEST_PREFIX = 2

# Names of fields as people type them, and the column that is meant.
FIELDS = {
    "author": "authors",
    "authors": "authors",
    "by": "authors",
    "title": "title",
    "venue": "venue",
    "journal": "venue",
    "conference": "venue",
    "in": "venue",
    "topic": "topics",
    "topics": "topics",
    "keyword": "topics",
    "abstract": "abstract",
    "doi": "identifiers",
    "arxiv": "identifiers",
    "year": "year",
}
# In nearly every text: as words on their own they select nothing.
SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)

QUOTES = str.maketrans("“”„‟«»″", '"' * 7)
# As papers print it: "DOI: 10.1000/x".
PRINTED = re.compile(r"\b(doi|arxiv):\s+(?=\S)", re.I)
TERM = re.compile(r'(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"?|(\S+))')
YEARS = re.compile(r"(\d{4})?(?:\s*(-|–|—|\.\.)\s*)?(\d{4})?")


def parse(text: str) -> Query:
    """Understand what was typed: words, "phrases", field:word, year:2018-2021, -word."""
    clean = unicodedata.normalize("NFKC", text[:LONGEST_TEXT].replace("\0", " "))
    terms, years = [], (None, None)
    clean = PRINTED.sub(r"\1:", clean.translate(QUOTES))
    for minus, name, phrase, word in TERM.findall(clean):
        field = FIELDS.get(name.lower(), "") if name else ""
        bounds = _bounds(phrase or word) if field == "year" and not minus else None
        if bounds:
            years = bounds
        else:
            unknown = f"{name}:" if name and not field else ""
            field = "identifiers" if field == "year" else field
            terms.append(_term(unknown + (word or phrase), field, minus, bool(word)))
    return Query(tuple(_sensible([term for term in terms if term.words])), *years)


def _term(text, field, minus, is_open):
    if identifier := _identifier(text):
        field, text, is_open = "identifiers", identifier, False
    return Term(tuple(words(text).split()), field, bool(minus), is_open, text)


def _identifier(text):
    """What an address stands for, or a DOI or arXiv number that is not written plainly.

    A plain one is left: it may be half of the one that is being typed.
    """
    if recognised := recognise(text):
        return recognised[1]
    values = (normalise(scheme, text) for scheme in ("arxiv", "doi"))
    return next((each for each in values if each and each != text.lower()), "")


def _bounds(text):
    """(first, last) of "2018", "2018-2021", "2018-" or "-2021"; None for other texts."""
    found = YEARS.fullmatch(text.strip())
    if not found or not (found[1] or found[3]):
        return None
    first, dash, last = found.groups()
    if not dash:
        return int(first or last), int(first or last)
    bounds = [int(year) if year else None for year in (first, last)]
    return tuple(sorted(bounds) if first and last else bounds)


def _sensible(terms):
    """A bounded number of terms, without small words; only the last is still open."""
    large = [t for t in terms if t.field or not t.is_prefix or set(t.words) - SMALL]
    kept, count = [], 0
    for term in (large or terms)[:MOST_TERMS]:
        count += len(term.words)
        if count <= MOST_WORDS:
            kept.append(term)
    return [replace(t, is_prefix=t is terms[-1] and _may_go_on(t)) for t in kept]


def _may_go_on(term):
    last = term.words[-1]
    typed = last[1:] if last[1:].isdigit() else last
    return term.is_prefix and not term.is_negative and len(typed) >= SHORTEST_PREFIX
