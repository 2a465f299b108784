"""An FTS5 table that keeps no texts of its own.

Its row ids are SearchText's `recency`, so that it gives the newest first without
sorting, and takes a span of years for a span of its row ids.
"""

TABLE = "publications_searchtext"
INDEX = "publications_searchindex"
COLUMNS = ("title", "authors", "venue", "topics", "identifiers", "abstract")

_LIST = ", ".join(COLUMNS)
_NEW = ", ".join(f"new.{column}" for column in COLUMNS)
_OLD = ", ".join(f"old.{column}" for column in COLUMNS)
_ADD = f"INSERT INTO {INDEX} (rowid, {_LIST}) VALUES (new.recency, {_NEW});"
_REMOVE = (
    f"INSERT INTO {INDEX} ({INDEX}, rowid, {_LIST}) "
    f"VALUES ('delete', old.recency, {_OLD});"
)
_SETTING = f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('{{}}', {{}})"
_TRIGGERS = {
    "added": f"AFTER INSERT ON {TABLE} BEGIN {_ADD} END",
    "removed": f"AFTER DELETE ON {TABLE} BEGIN {_REMOVE} END",
    "changed": f"AFTER UPDATE ON {TABLE} BEGIN {_REMOVE} {_ADD} END",
}

# Without indexes of prefixes: they double the time of writing and save one
# millisecond of five. Without sizes of columns: nothing is ranked by bm25.
CREATE = [
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5({_LIST}, content='{TABLE}', "
    "content_rowid='recency', tokenize='ascii', columnsize=0)",
    *(f"CREATE TRIGGER {INDEX}_{name} {what}" for name, what in _TRIGGERS.items()),
]
DROP = [
    *(f"DROP TRIGGER IF EXISTS {INDEX}_{name}" for name in _TRIGGERS),
    f"DROP TABLE IF EXISTS {INDEX}",
]
FILL = [f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')"]
# FTS5 merges the parts of its index as it grows, each text several times: what SETTLE
# does at the end takes a quarter less. The latter are its defaults.
BEGIN_BULK = [_SETTING.format("automerge", 0), _SETTING.format("crisismerge", 64)]
IN_BULK = f"SELECT 1 FROM {INDEX}_config WHERE k = 'automerge' AND v = 0"
END_BULK = [_SETTING.format("automerge", 4), _SETTING.format("crisismerge", 16)]
# Pages at most, which are more than any index has. Where four parts have been merged as
# often as each other they become one: what came, and what was there once in several
# large imports.
SETTLE = [f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('merge', 10000000)"]
