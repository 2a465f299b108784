"""The bytes of a run's files, into the database and out of it.

As a value of a statement PostgreSQL is sent a file as text of twice its length, and the
driver keeps as much room until it ends: 500 MB for a file of 66 MB. So the bytes go there
as they are, and come back in pieces.
"""

from django.db import connection, transaction

from portal.models import ImportFile

PIECE = 8 * 1024**2
TABLE = ImportFile._meta.db_table


def keep_bytes(file, content):
    """Store a new file, whose `content` is left empty in memory."""
    if connection.vendor != "postgresql":
        file.content = content
        file.save()
        return
    with transaction.atomic():
        file.content = b""
        file.save()
        _send(file, content)


def bytes_of(file):
    """Of a file that was read without its `content`."""
    if connection.vendor != "postgresql":
        return bytes(file.content)
    with connection.cursor() as cursor:
        return b"".join(_pieces(cursor, file))


def _send(file, content):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE sent (content bytea) ON COMMIT DROP")
        with cursor.copy("COPY sent FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(["bytea"])
            copy.write_row([content])
        cursor.execute(
            f"UPDATE {TABLE} SET content = sent.content FROM sent WHERE id = %s",
            [file.pk],
        )
        # More files may come in the same transaction.
        cursor.execute("DROP TABLE sent")


def _pieces(cursor, file):
    begin = 1
    sql = f"SELECT substring(content FROM %s FOR %s) FROM {TABLE} WHERE id = %s"
    while piece := bytes(cursor.execute(sql, [begin, PIECE, file.pk]).fetchone()[0]):
        yield piece
        begin += len(piece)
