"""The bytes of a run's files, into the database and out of it.

As a value of a statement PostgreSQL is sent a file as text of twice its length, and the
driver keeps as much room until it ends: 500 MB for a file of 66 MB. So the bytes go there
as they are, and come back in pieces.
"""

from django.db import connection, transaction

from portal.imports.files import Unreadable
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
    """Of a file that was read without its `content`; Unreadable when it is gone."""
    try:
        if connection.vendor != "postgresql":
            return bytes(file.content)
        with connection.cursor() as cursor:
            return b"".join(_pieces(cursor, file))
    except ImportFile.DoesNotExist as error:
        raise Unreadable(
            f"'{file.name}' was deleted before it was read to its end; give it to a "
            "new import."
        ) from error


def _send(file, content):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE sent (content bytea) ON COMMIT DROP")
        # Not compressed, as in the table of files.
        cursor.execute("ALTER TABLE sent ALTER COLUMN content SET STORAGE EXTERNAL")
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
    while row := cursor.execute(sql, [begin, PIECE, file.pk]).fetchone():
        if not (piece := bytes(row[0])):
            return
        yield piece
        begin += len(piece)
    raise ImportFile.DoesNotExist
