"""A narrow table of tsvectors.

All rows of 50,000 papers are 5 MB: what a GIN index finds has to be looked up in the
table, and in a table with the texts that took twenty times as long. `title` and `head`
(what a list shows) have indexes of their own: to ask the one of everything in which
column a word stands means to read the vector of every paper that has the word.
"""

TABLE = "publications_searchtext"
INDEX = "publications_searchindex"
VECTORS = ("title", "head", "whole")

# The letters are PostgreSQL's names for columns within a tsvector; it has four.
HEAD = {"title": "A", "authors": "B", "venue": "C", "topics": "D"}
WHOLE = dict.fromkeys(HEAD, "A") | {"identifiers": "C", "abstract": "D"}


def _vector(letters):
    parts = (
        f"setweight(of_{column}, '{letter}')" for column, letter in letters.items()
    )
    return " || ".join(parts)


# "u0": a phrase ends where a column ends.
_PARSED = ", ".join(
    f"to_tsvector('simple', {column} || ' u0') AS of_{column}" for column in WHOLE
)
# OFFSET: each text is parsed once, however often it is asked for.
_ADD = f"""INSERT INTO {INDEX} (recency, title, head, whole)
    SELECT recency, title_alone, {_vector(HEAD)}, {_vector(WHOLE)} FROM (
        SELECT recency, to_tsvector('simple', title) AS title_alone, {_PARSED}
        FROM {{}} OFFSET 0
    ) AS parsed;"""
_REMOVE = f"DELETE FROM {INDEX} WHERE recency IN (SELECT recency FROM removed);"
_OLD, _NEW = "OLD TABLE AS removed", "NEW TABLE AS added"
_TRIGGERS = {
    "added": ("INSERT", f"REFERENCING {_NEW}", _ADD.format("added")),
    "removed": ("DELETE", f"REFERENCING {_OLD}", _REMOVE),
    "changed": (
        "UPDATE",
        f"REFERENCING {_OLD} {_NEW}",
        _REMOVE + _ADD.format("added"),
    ),
    "emptied": ("TRUNCATE", "", f"TRUNCATE {INDEX};"),
}

CREATE = [
    f"""CREATE TABLE {INDEX} (
        recency bigint PRIMARY KEY, title tsvector, head tsvector, whole tsvector
    ) WITH (toast_tuple_target = 128)""",
    *(f"CREATE INDEX {INDEX}_{name} ON {INDEX} USING gin ({name})" for name in VECTORS),
    *(
        f"""CREATE FUNCTION {INDEX}_{name}() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN {body} RETURN NULL; END $$"""
        for name, (_, _, body) in _TRIGGERS.items()
    ),
    *(
        f"""CREATE TRIGGER {INDEX}_{name} AFTER {event} ON {TABLE} {tables}
        FOR EACH STATEMENT EXECUTE FUNCTION {INDEX}_{name}()"""
        for name, (event, tables, _) in _TRIGGERS.items()
    ),
]
DROP = [
    *(f"DROP TRIGGER IF EXISTS {INDEX}_{name} ON {TABLE}" for name in _TRIGGERS),
    *(f"DROP FUNCTION IF EXISTS {INDEX}_{name}()" for name in _TRIGGERS),
    f"DROP TABLE IF EXISTS {INDEX}",
]
FILL = [_ADD.format(TABLE)]
# The list of new words is as long as the session says (see `thrift`).
BEGIN_BULK = END_BULK = ()
IN_BULK = ""
SETTLE = [
    *(f"SELECT gin_clean_pending_list('{INDEX}_{name}'::regclass)" for name in VECTORS),
    f"ANALYZE {INDEX}",
]
