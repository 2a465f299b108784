from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from portal.imports.archives import Archive
from portal.imports.files import SourceFile, Unreadable


def zipped(files, compression=ZIP_DEFLATED):
    written = BytesIO()
    with ZipFile(written, "w", compression) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return written.getvalue()


def opened(files, **how):
    return Archive(SourceFile("site.zip", zipped(files, **how)))


def refusal(content):
    with pytest.raises(Unreadable) as refused:
        Archive(SourceFile("site.zip", content))
    return str(refused.value)


def test_files_are_found_by_their_paths_and_named_with_the_archive():
    archive = opened({"site/_bib/papers.bib": b"@a", "site/x.pdf": b"%PDF"})

    assert archive.paths == ["site/_bib/papers.bib", "site/x.pdf"]
    assert archive.file("site/_bib/papers.bib") == SourceFile(
        "site.zip/site/_bib/papers.bib", b"@a"
    )


def test_paths_that_lead_elsewhere_are_made_harmless():
    archive = opened(
        {
            "../../etc/a.bib": b"1",
            "C:\\b.bib": b"2",
            "/c.bib": b"3",
            "__MACOSX/._d.bib": b"4",
            "e\u202e.bib": b"5",
        }
    )

    assert archive.paths == ["etc/a.bib", "b.bib", "c.bib", "e.bib"]


def test_members_are_counted_and_measured_before_they_are_unpacked(monkeypatch):
    monkeypatch.setattr("portal.imports.archives.MOST_MEMBERS", 3)
    many = refusal(zipped({f"{number}.bib": b"" for number in range(4)}))
    monkeypatch.setattr("portal.imports.archives.MOST_UNPACKED", 3 * 1024**2)
    bomb = refusal(zipped({"a.bib": bytes(4 * 1024**2)}))
    monkeypatch.setattr("portal.imports.archives.MOST_PACKED", 2)
    big = refusal(zipped({"a.bib": b""}))

    assert many == "'site.zip' holds 4 files; up to 3 are read."
    assert bomb.startswith("'site.zip' is larger than 3 MB unpacked, the most")
    assert big.startswith("'site.zip' is larger than 0 MB packed, the most")


def test_what_is_unpacked_is_counted_whatever_the_archive_says(monkeypatch):
    archive = opened({"a.bib": b"x" * 600, "b.bib": b"x" * 600})
    archive._left = 1000
    archive.file("a.bib")

    with pytest.raises(
        Unreadable, match=r"^'site\.zip' is larger than 200 MB unpacked"
    ):
        archive.file("b.bib")


def test_archive_in_an_archive_and_odd_packing_cost_that_file_alone():
    archive = opened({"in.zip": zipped({"a": b""}), "b.bib": b"@a"})
    odd = opened({"a.bib": b"x"}, compression=ZIP_BZIP2)

    with pytest.raises(Unreadable, match=r"^'site\.zip/in\.zip' is an archive in an"):
        archive.file("in.zip")
    with pytest.raises(Unreadable, match="is packed in a way that we do not read"):
        odd.file("a.bib")
    assert archive.file("b.bib").content == b"@a"


def test_encrypted_archive_is_refused():
    content = bytearray(zipped({"a.bib": b"x"}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(content)) == (
        "'site.zip' is encrypted; pack it again without a password."
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            zipped({"word/document.xml": b""}),
            "'site.zip' is a Word document, not an archive of files.",
        ),
        (b"PK\x03\x04 and no more", "'site.zip' is damaged: File is not a zip file."),
    ],
)
def test_what_is_no_archive_is_named_for_what_it_is(content, sentence):
    assert refusal(content) == sentence


def test_damaged_member_is_named():
    content = zipped({"a.bib": b"x" * 100}, compression=ZIP_STORED)
    broken = content.replace(b"xxxx", b"yyyy", 1)

    with pytest.raises(Unreadable, match=r"^'site\.zip/a\.bib' is damaged: Bad CRC"):
        Archive(SourceFile("site.zip", broken)).file("a.bib")
