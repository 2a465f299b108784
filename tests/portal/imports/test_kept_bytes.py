import pytest
from django.db import connection

from portal.imports import kept_bytes
from portal.imports import run as runs
from portal.imports.files import SourceFile, Unreadable
from portal.imports.kept_bytes import bytes_of, keep_bytes
from portal.models import ImportFile, ImportRun

BIB = SourceFile("papers.bib", b"@article{a, title={Alpha}, author={Doe, Jo}}")
CONTENTS = [b"", b"@article{a}", bytes(range(256)) * 3, "Søren\0\\x41\n".encode()]


pytestmark = pytest.mark.django_db
GONE = (
    "'papers.bib' was deleted before it was read to its end; give it to a new import."
)


@pytest.mark.parametrize("piece", [1, 7, 1024])
def test_bytes_come_back_as_they_were(piece, monkeypatch):
    monkeypatch.setattr(kept_bytes, "PIECE", piece)
    run = ImportRun.objects.create(kind="publications", state="reading")
    for number, content in enumerate(CONTENTS):
        keep_bytes(ImportFile(run=run, name=f"{number}.bib"), content)

    files = run.files.defer("content").order_by("pk")
    assert [bytes_of(file) for file in files] == CONTENTS
    assert [bytes(file.content) for file in run.files.all()] == CONTENTS


def test_run_whose_file_is_gone_says_so(monkeypatch):
    run = runs.store(kind="publications", sources=[BIB])
    before = kept_bytes.bytes_of

    def bytes_of_gone(file):
        run.files.filter(pk=file.pk).delete()
        return before(file)

    monkeypatch.setattr("portal.imports.reading.bytes_of", bytes_of_gone)
    runs.read(run=run)

    assert (run.state, run.error, run.rows.count()) == ("failed", GONE, 0)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="there are no pieces")
def test_file_that_goes_between_two_pieces_is_said_to_be_gone(monkeypatch):
    monkeypatch.setattr(kept_bytes, "PIECE", 7)
    run = runs.store(kind="publications", sources=[BIB])

    def delete_after(execute, sql, *rest):
        found = execute(sql, *rest)
        if "substring" in sql:
            ImportFile.objects.all().delete()
        return found

    with (
        connection.execute_wrapper(delete_after),
        pytest.raises(Unreadable, match=GONE),
    ):
        bytes_of(run.files.defer("content").get())


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite compresses nothing"
)
def test_file_is_not_compressed():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attstorage FROM pg_attribute WHERE attname = 'content'"
            " AND attrelid = 'portal_importfile'::regclass"
        )
        assert cursor.fetchall() == [("e",)]
