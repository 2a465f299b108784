"""The admin's export of papers as files."""

import io
import json

import pytest
from django.core.management import call_command

from publications.full_json import write_full_json
from publications.models import Publication
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/papers/files/"
VENUE = {"venue": "Things", "kind": "conference"}


def test_screen_offers_every_format(admin_client):
    text = admin_client.get(ADDRESS).content.decode()

    formats = ["bib", "biblatex", "ris", "json", "csv", "xlsx"]
    assert [each for each in formats if f'value="{each}"' not in text] == []


@pytest.mark.parametrize(("scope", "found"), [("all", True), ("public", False)])
def test_private_papers_come_only_with_everything(admin_client, scope, found):
    make_paper("Secret", visibility="private")

    response = admin_client.get(ADDRESS, {"format": "ris", "scope": scope})

    assert ("Secret" in response.content.decode()) is found


def test_papers_of_one_member(admin_client):
    jo = make_member("Jo Doe")
    make_paper("Mine", [jo.author])
    make_paper("Not mine")

    asked = {"format": "json", "scope": "all", "person": "jo-doe"}
    items = json.loads(admin_client.get(ADDRESS, asked).content)

    assert [each["title"] for each in items] == ["Mine"]


@pytest.mark.parametrize("asked", [{"format": "exe"}, {"person": "\x00"}])
def test_wrong_choice_shows_the_form_again(admin_client, asked):
    response = admin_client.get(ADDRESS, asked)

    assert "Choose a format" in response.content.decode()


def test_visitor_is_asked_to_sign_in(client):
    make_paper("Secret", visibility="private")

    assert client.get(ADDRESS, {"format": "bib", "scope": "all"}).status_code == 302


@pytest.mark.parametrize("format", ["bib", "biblatex", "ris", "json", "csv", "xlsx"])
def test_everything_read_back_is_the_same_site(admin_client, tmp_path, format):
    make_paper("Öffentlich", ["Jo Doe", "Ludwig van Beethoven"], key="a", **VENUE)
    make_paper("Secret", status="submitted", visibility="private", key="b")
    before = everything()
    file = tmp_path / f"papers.{'bib' if format == 'biblatex' else format}"
    response = admin_client.get(ADDRESS, {"format": format, "scope": "all"})
    file.write_bytes(response.content)
    Publication.objects.all().delete()

    with pytest.raises(SystemExit, match="0"):
        call_command("import_publications", str(file), "--json", stdout=io.StringIO())

    assert everything() == before


def everything():
    return json.loads(write_full_json(Publication.objects.order_by("slug"), True))
