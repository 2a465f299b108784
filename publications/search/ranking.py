"""Which papers come first: a few stricter readings of a query, the strictest first.

A score that both databases agree on does not exist: bm25 and ts_rank weigh
differently. Where the words stand is the same in both, and people understand it: the
title as typed, then an author's name as typed, then all the words in the title, then
in what a list shows, then anywhere. What is alike comes newest first.
"""

from dataclasses import replace

from publications.search.terms import Query, Term

# The columns that a list shows, as a field that dialects know.
SHOWN = "shown"


def readings(query: Query) -> list[tuple[Term, ...]]:
    """The terms of each reading; the last one finds all that the query means."""
    stricter = []
    if plain := query.plain:
        others = tuple(term for term in query.terms if term not in plain)
        exact = [replace(term, is_prefix=False) for term in plain]
        together = sum((term.words for term in exact), ())
        if len(together) > 1:
            stricter += [(Term(together, field),) for field in ("title", "authors")]
        stricter += [_within("title", exact), _within(SHOWN, exact)]
        if any(term.is_prefix for term in plain):
            stricter += [_within("title", plain), _within(SHOWN, plain)]
        stricter = [(*terms, *others) for terms in stricter]
    return [*stricter, query.terms]


def _within(field, terms):
    return tuple(replace(term, field=field) for term in terms)
