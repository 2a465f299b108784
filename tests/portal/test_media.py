"""What lies below /media/: the site's pictures, and nothing that Wagtail guards."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

pytestmark = pytest.mark.django_db


def test_no_way_leads_round_wagtail_to_a_document(client, settings):
    document = Document.objects.create(title="x", file=ContentFile(b"secret", "x.pdf"))
    pictures = settings.MEDIA_ROOT / "images"
    pictures.mkdir()
    (pictures / "x.png").write_bytes(b"picture")
    there = (settings.MEDIA_ROOT / document.file.name).is_file()

    ways = ("", "images/../", "images/%2e%2e/", "images/x/../../", "images/%2e%2e%2f")
    paths = [f"/media/{way}{document.file.name}" for way in ways]

    assert there
    picture = client.get("/media/images/x.png")
    assert b"".join(picture.streaming_content) == b"picture"
    assert [client.get(path).status_code for path in paths] == [404] * len(paths)
