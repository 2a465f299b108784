"""Photos that come with people.csv in a ZIP archive."""

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from PIL import Image

from people.importing.portraits import NoPortrait, portrait
from people.models import PersonPage
from portal.models import ImportRun, PortalImage

TABLE = "name,photo\nAda Lovelace,ada.jpg\n"


def picture(colour="red", format="JPEG"):
    written, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "Camera"
    exif[0x8825] = {2: (52.0, 31.0, 12.0)}
    Image.new("RGB", (40, 30), colour).save(written, format, exif=exif)
    return written.getvalue()


def huge_png():
    """A PNG whose header promises 400 million pixels, and that holds none."""
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"x")


def chunk(name, content):
    crc = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)


@pytest.fixture
def archive(tmp_path):
    def write(table=TABLE, **photos):
        path = tmp_path / "people.zip"
        with ZipFile(path, "w") as zipped:
            zipped.writestr("people.csv", table)
            for name, content in photos.items():
                zipped.writestr(f"photos/{name}.jpg", content)
        return path

    return write


def members():
    return {page.title: page.photo for page in PersonPage.objects.order_by("title")}


@pytest.mark.django_db
def test_photo_of_the_archive_becomes_the_members(run_command, archive):
    status, report = run_command("import_people", archive(ada=picture()))
    image = PersonPage.objects.get(title="Ada Lovelace").photo
    with image.file.open() as file, Image.open(file) as stored:
        kept = (stored.format, stored.size, dict(stored.getexif()))

    assert (status, report["created"]) == (0, 1)
    assert (image.title, image.default_alt_text, image.collection.name) == (
        "Ada Lovelace",
        "Ada Lovelace",
        "People photos",
    )
    assert kept == ("JPEG", (40, 30), {})


@pytest.mark.django_db
def test_same_archive_again_changes_nothing_and_another_photo_is_an_update(
    run_command, archive
):
    run_command("import_people", archive(ada=picture()))
    _, again = run_command("import_people", archive(ada=picture()))
    _, other = run_command("import_people", archive(ada=picture("blue")))

    assert (again["unchanged"], other["updated"]) == (1, 1)
    assert list(other["entries"][0]["changes"]) == ["photo"]
    assert PortalImage.objects.count() == 2


@pytest.mark.django_db
def test_undo_takes_the_photo_away_that_it_added(run_command, archive):
    run_command("import_people", archive("name\nAda Lovelace\n"))
    run_command("import_people", archive(ada=picture()))
    run_command("undo_import", ImportRun.objects.latest("pk").pk)

    assert (members(), PortalImage.objects.count()) == ({"Ada Lovelace": None}, 0)


@pytest.mark.django_db
def test_undo_of_an_update_brings_the_former_photo_back(run_command, archive):
    run_command("import_people", archive(ada=picture()))
    former = PortalImage.objects.get()
    run_command("import_people", archive(ada=picture("blue")))
    run_command("undo_import", ImportRun.objects.latest("pk").pk)
    _, again = run_command("import_people", archive(ada=picture()))

    assert members() == {"Ada Lovelace": former}
    assert (list(PortalImage.objects.all()), again["unchanged"]) == ([former], 1)


@pytest.mark.django_db
def test_photo_that_an_editor_chose_is_not_overwritten(run_command, archive):
    run_command("import_people", archive(ada=picture()))
    page = PersonPage.objects.get()
    page.photo = PortalImage.objects.create(title="x", file=page.photo.file)
    page.save_revision().publish()
    status, report = run_command("import_people", archive(ada=picture("blue")))

    assert (status, report["review"]) == (1, 1)
    assert report["entries"][0]["reason"].startswith("Edited by hand since")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("photos", "sentence"),
    [
        ({}, "Line 2, photo: “ada.jpg” is not in people.zip."),
        (
            {"ada": b"<svg onload='x'/>"},
            "Line 2, photo: “ada.jpg” is no picture in JPEG, PNG, WebP or AVIF, or it "
            "is damaged.",
        ),
        (
            {"ada": huge_png()},
            "Line 2, photo: “ada.jpg” has more than 30 million pixels; make it smaller.",
        ),
    ],
)
def test_unusable_photo_is_a_sentence_and_the_row_is_applied(
    run_command, archive, photos, sentence
):
    status, report = run_command("import_people", archive(**photos))

    assert (status, report["created"], report["entries"][0]["reason"]) == (
        0,
        1,
        sentence,
    )
    assert members() == {"Ada Lovelace": None}


@pytest.mark.django_db
def test_export_of_members_promises_no_photo(run_command, archive, tmp_path):
    run_command("import_people", archive(ada=picture()))
    path = tmp_path / "people.csv"
    call_command("export_people", output=path)
    _, report = run_command("import_people", path)

    assert (report["unchanged"], report["entries"][0]["reason"]) == (1, "")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_portrait_keeps_its_format_and_nothing_but_its_pixels(format):
    content, _ = portrait(picture(format=format))
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.size, dict(image.getexif())) == (
            format,
            (40, 30),
            {},
        )


@pytest.mark.parametrize("content", [b"", b"GIF89a...", picture()[:200], b"%PDF-1.7"])
def test_what_is_no_portrait_is_refused(content):
    with pytest.raises(NoPortrait):
        portrait(content)


@pytest.mark.django_db
def test_table_of_another_lab_is_understood(run_command, people_csv):
    table = people_csv(
        "Name,Position,StartYear,EndYear,ResearchArea,Email",
        'Ada Lovelace,PhD student,2019,2022,"Engines, Numbers",ada@example.org',
    )
    _, report = run_command("import_people", table)
    page = PersonPage.objects.get()

    assert report["created"] == 1
    assert (page.role.name, page.joined.text, page.left.text, page.interests) == (
        "PhD student",
        "2019",
        "2022",
        "Engines\nNumbers",
    )
