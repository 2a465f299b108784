"""Searching the papers: one function for whoever asks, one for whoever writes.

SQLite's FTS5 and PostgreSQL's tsvector stand behind it and give the same order.
"""

from .find import Found, find
from .query import parse
from .store import as_usual, forget, in_bulk, index, rebuild
from .terms import Query

__all__ = [
    "Found",
    "Query",
    "as_usual",
    "find",
    "forget",
    "in_bulk",
    "index",
    "parse",
    "rebuild",
]
