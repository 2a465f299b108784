"""What the planner of the database knows of tables that have just grown.

PostgreSQL's autovacuum looks at them after a while, and where somebody has switched it
off, never. Until then it takes a table of 100,000 rows for one of a few, and reads the
whole of it again for each chunk of an import.
"""

from django.db import connection


def renew_statistics(models):
    tables = [connection.ops.quote_name(model._meta.db_table) for model in models]
    if connection.vendor == "postgresql":
        _execute(f"ANALYZE {', '.join(tables)}")
    else:
        # SQLite looks at what has changed, and at so many rows of an index.
        _execute("PRAGMA analysis_limit = 1000", "PRAGMA optimize = 0x10002")


def _execute(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
