"""The papers that a text finds."""

from dataclasses import dataclass

from django.db import connection

from publications.models.search_text import PAPERS
from publications.search import postgresql, sqlite
from publications.search.query import parse
from publications.search.ranking import readings
from publications.search.terms import Query

LIMIT = 1000
DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}
A_YEAR = 10_000 * PAPERS


@dataclass(frozen=True, slots=True)
class Found:
    """`all_ids` are complete, newest first; `ranked` are the best of them."""

    all_ids: list[int]
    ranked: list[int]


def find(text: str | Query, limit: int = LIMIT) -> Found:
    """Search with what somebody typed, whatever it is; one question to the database."""
    query = parse(text) if isinstance(text, str) else text
    if not query:
        return Found([], [])
    dialect = DIALECTS[connection.vendor]
    *stricter, everything = readings(query)
    statements = [_statement(dialect, query, terms, limit) for terms in stricter]
    statements.append(_statement(dialect, query, everything))
    sql = " UNION ALL ".join(
        f"SELECT {number}, recency FROM ({sql}) AS reading_{number}"
        for number, (sql, _) in enumerate(statements)
    )
    parameters = [value for _, values in statements for value in values]
    with connection.cursor() as cursor:
        cursor.execute(f"{dialect.BEFORE}{sql}{dialect.AFTER}", parameters)
        if dialect.BEFORE:
            cursor.nextset()
        rows = cursor.fetchall()
    return _found(rows, len(stricter), limit)


def _statement(dialect, query, terms, limit=None):
    sql, parameters = dialect.select(terms)
    if query.has_years:
        sql += " AND recency BETWEEN %s AND %s"
        parameters = [*parameters, *_bounds(query)]
    end = f" LIMIT {int(limit)}" if limit is not None else ""
    return f"{sql} ORDER BY {dialect.ORDER} DESC{end}", parameters


def _bounds(query):
    first = 1 if query.first_year is None else query.first_year
    last = 9999 if query.last_year is None else query.last_year
    return first * A_YEAR, (last + 1) * A_YEAR - 1


def _found(rows, last, limit):
    """A paper stands where its strictest reading puts it; rows of one come in order."""
    newest = PAPERS - 1
    all_ids = [newest - recency % PAPERS for number, recency in rows if number == last]
    best = {}
    for number, recency in rows:
        if number != last:
            best.setdefault(number, []).append(newest - recency % PAPERS)
    ranked = dict.fromkeys(key for number in sorted(best) for key in best[number])
    for key in all_ids:
        if len(ranked) >= limit:
            break
        ranked.setdefault(key)
    return Found(all_ids, list(ranked)[:limit])
