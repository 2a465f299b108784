"""News and projects: what they name, and what they keep to themselves."""

import datetime

import pytest
from defusedxml import ElementTree

from tests.factories import make_member, make_paper
from tests.factories.stories import make_news, make_project
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def test_news_item_shows_its_members_and_papers(client):
    jo, paper = make_member("Jo Doe"), make_paper("A Paper", ["Ann Lee"])
    make_news("We won", people=[jo], papers=[paper], intro="A prize.")

    text = text_of(client.get("/news/we-won/"))

    wanted = ["A prize.", "Jo Doe", "A Paper", "Ann Lee"]
    assert [word for word in wanted if word not in text] == []


@pytest.mark.parametrize("address", ["/news/story/", "/projects/story/"])
def test_story_names_nothing_that_is_hidden(client, address):
    secret = make_paper("Secret Paper", visibility="private")
    hidden = make_member("Hidden Member", live=False)
    make_news("Story", people=[hidden], papers=[secret])
    make_project("Story", people=[hidden], papers=[secret])

    text = text_of(client.get(address))

    assert "Story" in text
    assert "Secret" not in text
    assert "Hidden" not in text


def test_news_stand_newest_first_and_drafts_nowhere(client):
    make_news("Old", date=datetime.date(2020, 1, 1))
    make_news("New", date=datetime.date(2026, 1, 1))
    make_news("Draft", live=False)

    text = text_of(client.get("/news/"))

    assert text.index("New") < text.index("Old")
    assert "Draft" not in text
    assert client.get("/news/draft/").status_code == 404


def test_feed_of_news_has_entries_with_whole_addresses(client, settings):
    make_news("Old", date=datetime.date(2020, 1, 1))
    make_news("New & <b>", date=datetime.date(2026, 1, 1))
    make_news("Draft", live=False)

    feed = ElementTree.fromstring(client.get("/news/feed/").content)

    entries = feed.findall(f"{ATOM}entry")
    assert [each.find(f"{ATOM}title").text for each in entries] == ["New & <b>", "Old"]
    address = entries[1].find(f"{ATOM}link").get("href")
    assert address == f"{settings.BASE_URL}/news/old/"


def test_finished_projects_stand_apart(client):
    make_project("Going on", starts="2020")
    make_project("Done", starts="2010", ends="2012")

    text = text_of(client.get("/projects/"))

    assert "Since 2020" in text
    assert "2010 – 2012" in text
    assert text.index("Going on") < text.index("Finished projects") < text.index("Done")


def test_home_page_has_the_latest_news(client):
    make_news("Something happened")

    assert "Something happened" in text_of(client.get("/"))


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "\x00"])
def test_any_page_of_the_news_is_a_page(client, page):
    make_news("Something happened")

    response = client.get("/news/", {"page": page})

    assert "Something happened" in text_of(response)


@pytest.mark.parametrize("address", ["/people/jo-doe/", "/publications/a-paper/"])
def test_who_and_what_is_named_leads_to_the_stories(client, address):
    jo, paper = make_member("Jo Doe"), make_paper("A Paper")
    make_news("We won", people=[jo], papers=[paper])
    make_project("Going on", people=[jo], papers=[paper])
    make_news("Draft", people=[jo], papers=[paper], live=False)

    text = text_of(client.get(address))

    assert "Going on project" in text
    assert "We won" in text
    assert "Draft" not in text
