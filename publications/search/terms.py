"""A query, understood: what papers must have, and what they must not."""

import re
from dataclasses import dataclass

from publications.search.words import stem

# Columns that keep the s of a name, and those that do not know a plural.
NAMES = {"authors", "identifiers"}
PROSE = {"title", "venue", "topics", "abstract"}


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or the words of a phrase, that a paper must have, or must not.

    `text` is what was typed. `field` is a column, "" for any. The last of the words
    may be the beginning of a longer one where `is_prefix` says so: it may still be
    being typed.
    """

    words: tuple[str, ...]
    field: str = ""
    is_negative: bool = False
    is_prefix: bool = False
    text: str = ""

    @property
    def forms(self):
        """The words in each way in which the columns have them: names keep their s."""
        stems = tuple(map(stem, self.words))
        if self.field in NAMES or stems == self.words:
            return [self.words]
        return [stems] if self.field in PROSE else [stems, self.words]


@dataclass(frozen=True, slots=True)
class Query:
    """`first_year` and `last_year` bound the year, both included; None is no bound."""

    terms: tuple[Term, ...] = ()
    first_year: int | None = None
    last_year: int | None = None

    def __bool__(self):
        return bool(self.terms) or self.has_years

    @property
    def has_years(self):
        return self.first_year is not None or self.last_year is not None

    @property
    def plain(self):
        """The terms that may stand in any column."""
        return [term for term in self.terms if not (term.field or term.is_negative)]

    @property
    def typed(self):
        """The words that are looked for as they were typed, to be shown as found."""
        texts = (term.text for term in self.terms if not term.is_negative)
        return [word for text in texts for word in re.findall(r"\w+", text)]
