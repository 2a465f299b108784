"""A query in the words of tsquery. Every word is one of [a-z0-9]+."""

from publications.search.postgresql_schema import HEAD, INDEX, WHOLE
from publications.search.ranking import SHOWN

# The planner takes it for cheap to read the vectors of all papers one by one.
BEFORE = "SET LOCAL enable_seqscan = off; "
AFTER = "; SET LOCAL enable_seqscan = on"
# Not by its index of `recency`: reading all papers from the newest on, word by word,
# until there are enough, looks cheap too.
ORDER = "recency + 0"


def select(terms):
    """(SQL, parameters) for the papers that have all the terms; more may be asked."""
    asked = {"title": [], "head": [], "whole": []}
    for term in terms:
        asked[_vector(term)].append(_expression(term))
    asked = {vector: " & ".join(texts) for vector, texts in asked.items() if texts}
    conditions = [f"{vector} @@ %s::tsquery" for vector in asked]
    where = " AND ".join(conditions) or "TRUE"
    return f"SELECT recency FROM {INDEX} WHERE {where}", list(asked.values())


def _vector(term):
    if term.field == "title":
        return "title"
    return "head" if term.field == SHOWN or term.field in HEAD else "whole"


def _expression(term):
    letter = "" if term.field == "title" else (WHOLE | HEAD).get(term.field, "")
    forms = " | ".join(_phrase(form, letter, term.is_prefix) for form in term.forms)
    return f"!({forms})" if term.is_negative else f"({forms})"


def _phrase(words, letter, is_prefix):
    *first, last = [f"{word}:{letter}" if letter else word for word in words]
    if is_prefix:
        last = f"{last}*" if letter else f"{last}:*"
    return f"({' <-> '.join([*first, last])})"
