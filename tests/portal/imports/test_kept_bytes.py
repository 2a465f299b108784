import pytest

from portal.imports import kept_bytes
from portal.imports.kept_bytes import bytes_of, keep_bytes
from portal.models import ImportFile, ImportRun

CONTENTS = [b"", b"@article{a}", bytes(range(256)) * 3, "Søren\0\\x41\n".encode()]


@pytest.mark.django_db
@pytest.mark.parametrize("piece", [1, 7, 1024])
def test_bytes_come_back_as_they_were(piece, monkeypatch):
    monkeypatch.setattr(kept_bytes, "PIECE", piece)
    run = ImportRun.objects.create(kind="publications", state="reading")
    for number, content in enumerate(CONTENTS):
        keep_bytes(ImportFile(run=run, name=f"{number}.bib"), content)

    files = run.files.defer("content").order_by("pk")
    assert [bytes_of(file) for file in files] == CONTENTS
    assert [bytes(file.content) for file in run.files.all()] == CONTENTS
