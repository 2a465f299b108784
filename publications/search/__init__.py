"""Searching the papers: one function for whoever asks, one for whoever writes.

SQLite's FTS5 and PostgreSQL's tsvector stand behind it and give the same order.
"""

from .find import Found, find
from .query import parse
from .store import forget, index, rebuild, settle
from .terms import Query

__all__ = ["Found", "Query", "find", "forget", "index", "parse", "rebuild", "settle"]
