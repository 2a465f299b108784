"""Pictures on pages: asked for together, and drawn when a browser wants to see them."""

import re

import pytest
from django.urls import reverse

from portal import pictures
from portal.models import PortalImage
from tests.factories.members import make_member
from tests.factories.pictures import make_picture

pytestmark = pytest.mark.django_db
SPEC = "fill-320x320"


def tag_of(client, address):
    page = client.get(address).content.decode()
    (tag,) = re.findall(r"<img[^>]*>", page)
    return tag, re.search('src="([^"]*)"', tag)[1]


def test_page_leads_to_where_its_picture_is_drawn(client):
    photo = make_picture(size=(900, 700))
    make_member("Ada Lovelace", photo=photo)

    before, address = tag_of(client, "/people/")
    assert not photo.renditions.exists()
    drawn = client.get(address)
    after, file = tag_of(client, "/people/")

    assert drawn.url == file
    assert after == before.replace(address, file)
    assert b"".join(client.get(file)).startswith(b"\x89PNG")


def test_only_sizes_that_a_page_asked_for_are_drawn(client):
    tag = pictures.img(make_picture(), SPEC)
    address = re.search('src="([^"]*)"', tag)[1]

    assert client.get(address.replace(SPEC, "max-9000x9000")).status_code == 403
    assert client.get(address).status_code == 302


def test_lost_picture_is_not_found(client):
    photo = make_picture()
    address = re.search('src="([^"]*)"', pictures.img(photo, SPEC))[1]
    photo.file.storage.delete(photo.file.name)

    assert client.get(address).status_code == 404
    assert pictures.with_address(photo, SPEC, "<{}>".format) == "<>"


def test_picture_without_a_file_is_not_found(client):
    photo = make_picture()
    address = re.search('src="([^"]*)"', pictures.img(photo, SPEC))[1]
    PortalImage.objects.update(file="")
    photo.refresh_from_db()

    assert client.get(address).status_code == 404
    assert pictures.with_address(photo, SPEC, "<{}>".format) == "<>"


def test_pictures_of_a_page_take_one_query(django_assert_num_queries):
    images = [make_picture(str(number)) for number in range(5)]
    images[0].get_rendition(SPEC)
    images = list(PortalImage.objects.order_by("pk"))
    with django_assert_num_queries(1), pictures.on_page() as put_into:
        page = "".join(pictures.img(image, SPEC, alt="") for image in images)
        page = put_into(page)

    begins = reverse("picture", args=["x", 1, "x", "x"]).partition("x")[0]
    assert (page.count("<img "), page.count(f'src="{begins}')) == (5, 4)
