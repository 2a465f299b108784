"""A query in the words of FTS5. Every word is one of [a-z0-9]+, in quotes."""

from publications.search.ranking import SHOWN
from publications.search.sqlite_schema import INDEX, TABLE

BEFORE = AFTER = ""
ORDER = "recency"
COLUMNS = {SHOWN: "title authors venue topics"}
FOUND = f"SELECT rowid AS recency FROM {INDEX} WHERE {INDEX} MATCH %s"
ALL = f"SELECT recency FROM {TABLE} WHERE"


def select(terms):
    """(SQL, parameters) for the papers that have all the terms; more may be asked."""
    wanted = " AND ".join(_expression(term) for term in terms if not term.is_negative)
    unwanted = " OR ".join(_expression(term) for term in terms if term.is_negative)
    if wanted:
        return FOUND, [f"({wanted}) NOT ({unwanted})" if unwanted else wanted]
    if unwanted:
        return f"{ALL} recency NOT IN ({FOUND})", [unwanted]
    return f"{ALL} TRUE", []


def _expression(term):
    star = "*" if term.is_prefix else ""
    forms = " OR ".join(f'"{" ".join(form)}"{star}' for form in term.forms)
    columns = COLUMNS.get(term.field, term.field)
    return f"{{{columns}}} : ({forms})" if columns else f"({forms})"
