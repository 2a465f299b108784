"""A profile as search engines read it: who somebody is, never how to reach them."""

import json

import pytest
from wagtail.models import Site

from people.models import ContactPoint
from portal.models import SiteSettings
from tests.factories import make_author, make_member, make_paper
from tests.factories.pictures import make_picture
from tests.portal.json_ld_check import objects_of

pytestmark = pytest.mark.django_db

ORCID = "0000-0002-1825-0097"


def test_person_is_described_without_a_way_to_reach_them(client):
    contacts = [
        ContactPoint(kind="email", value="ada@example.org", visibility="public"),
        ContactPoint(kind="phone", value="+99 1", visibility="public"),
        ContactPoint(kind="github", value="ada", visibility="public"),
        ContactPoint(kind="website", value="https://ada.example", visibility="members"),
    ]
    make_member(
        "Ada Lovelace",
        author=make_author("Ada Lovelace", orcid=ORCID, native_name="에이다"),
        contacts=contacts,
        job_title="Analyst",
        affiliation="Sea University",
        interests="Engines",
    )

    (page,) = objects_of(client.get("/people/ada-lovelace/").content.decode())
    person = page["mainEntity"]

    assert page["@type"] == "ProfilePage"
    assert (person["name"], person["alternateName"]) == ("Ada Lovelace", "에이다")
    assert person["identifier"] == f"https://orcid.org/{ORCID}"
    assert person["sameAs"] == [
        f"https://orcid.org/{ORCID}",
        "https://github.com/ada",
    ]
    assert (person["jobTitle"], person["knowsAbout"]) == ("Analyst", ["Engines"])
    assert person["affiliation"] == {"@type": "Organization", "name": "Sea University"}
    assert "ada@example.org" not in json.dumps(page)
    assert "+99" not in json.dumps(page)


def test_who_has_left_is_of_the_alumni(client):
    make_member("Ada Lovelace", left="1852")

    (page,) = objects_of(client.get("/people/ada-lovelace/").content.decode())

    assert page["mainEntity"]["alumniOf"]["@type"] == "ResearchOrganization"
    assert "memberOf" not in page["mainEntity"]


def test_profile_leads_to_its_feed_files_and_picture(client):
    make_paper("On Engines", [make_member("Ada Lovelace").author])

    page = client.get("/people/ada-lovelace/").content.decode()

    for path in ("feed/", "publications.bib", "publications.ris"):
        assert f'href="/people/ada-lovelace/{path}"' in page
        assert client.get(f"/people/ada-lovelace/{path}").status_code == 200
    picture = client.get("/people/ada-lovelace/card.png")
    assert 'content="profile"' in page
    assert picture.content.startswith(b"\x89PNG")


def test_page_whose_pictures_are_lost_is_shown_without_them(client):
    photo = make_picture()
    make_member("Ada Lovelace", photo=photo)
    SiteSettings.objects.create(site=Site.objects.get(), logo=photo)
    photo.file.storage.delete(photo.file.name)

    pages = ("/", "/people/", "/people/ada-lovelace/", "/people/ada-lovelace/card.png")
    answers = [client.get(page) for page in pages]

    (about,) = objects_of(answers[2].content.decode())
    assert [answer.status_code for answer in answers] == [200] * 4
    assert "image" not in about["mainEntity"]
