"""News and projects: what they name, and what they keep to themselves."""

import datetime

import pytest
from defusedxml import ElementTree
from django.core.exceptions import ValidationError
from wagtail.models import Page

from portal.models import NewsIndexPage, NewsPage, ProjectPage
from portal.templatetags.story_tags import stories_of_member, stories_of_paper
from tests.factories import make_member, make_paper
from tests.factories.stories import make_news, make_project
from tests.portal.atom_check import faults_of_feed
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def test_news_item_shows_its_members_and_papers(client):
    jo, paper = make_member("Jo Doe"), make_paper("A Paper", ["Ann Lee"])
    make_news("We won", people=[jo], papers=[paper], intro="A prize.")

    text = text_of(client.get("/news/we-won/"))

    wanted = ["A prize.", "Jo Doe", "A Paper", "Ann Lee"]
    assert [word for word in wanted if word not in text] == []


def test_news_that_lies_in_no_site_harms_no_page(client):
    home = Page.get_first_root_node().add_child(title="Next site", slug="next")
    news = home.add_child(instance=NewsIndexPage(title="Its news", slug="its-news"))
    today = datetime.date.today()
    news.add_child(instance=NewsPage(title="Soon", slug="soon", date=today))

    assert client.get("/").status_code == 200


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


def test_feed_of_news_survives_whatever_is_in_its_texts(client):
    odd = "A\x0bB\x01C\x1f\x85D\ufffeE & <b>"
    make_news("x", intro=odd)
    Page.objects.filter(slug__in=["x", "news"]).update(title=odd)
    NewsIndexPage.objects.update(intro=odd)

    feed = client.get("/news/feed/").content

    assert faults_of_feed(feed) == []
    titles = [each.text for each in ElementTree.fromstring(feed).iter(f"{ATOM}title")]
    assert titles == ["ABCDE & <b>"] * 2


def test_entry_of_the_feed_keeps_its_id_at_another_address(client):
    item = make_news("We won")
    item.save_revision().publish()
    before = ids_in_feed(client)
    item.slug, item.date = "we-have-won", datetime.date(2020, 1, 1)
    item.save_revision().publish()

    assert ids_in_feed(client) == before
    assert before[0].startswith("tag:127.0.0.1,")


def test_feed_of_news_that_has_not_changed_is_not_sent_again(client):
    make_news("We won")
    etag = client.get("/news/feed/")["ETag"]

    again = client.get("/news/feed/", headers={"If-None-Match": etag})
    make_news("We won again")
    changed = client.get("/news/feed/", headers={"If-None-Match": etag})

    assert (again.status_code, changed.status_code) == (304, 200)


def ids_in_feed(client):
    feed = ElementTree.fromstring(client.get("/news/feed/").content)
    return [each.findtext(f"{ATOM}id") for each in feed.iter(f"{ATOM}entry")]


def test_news_item_cannot_take_the_address_of_the_feed():
    with pytest.raises(ValidationError) as refusal:
        make_news("Feed")

    assert refusal.value.message_dict == {
        "slug": [
            "“feed” is the address of the feed of all news. Choose another one, for "
            "example “a-new-feed”."
        ]
    }


def test_finished_projects_stand_apart(client):
    make_project("Going on", starts="2020")
    make_project("Done", starts="2010", ends="2012")

    text = text_of(client.get("/projects/"))

    assert "Since 2020" in text
    assert "2010 – 2012" in text
    assert text.index("Going on") < text.index("Finished projects") < text.index("Done")


@pytest.mark.parametrize(
    ("starts", "ends"), [("2020", "present"), ("2020-05", "2020"), ("", "2020")]
)
def test_project_may_have_any_dates_that_fit(starts, ends):
    ProjectPage(title="x", starts=starts, ends=ends).clean()


@pytest.mark.parametrize(
    ("starts", "ends", "field", "sentence"),
    [
        ("2021", "2020", "ends", "“2020” is before the start, “2021”."),
        (
            "2020 - 2023",
            "",
            "starts",
            "“2020 – 2023” is a span of time. Write its beginning here and its end "
            "beside it.",
        ),
    ],
)
def test_project_that_ends_before_it_starts_is_refused(starts, ends, field, sentence):
    with pytest.raises(ValidationError) as refusal:
        ProjectPage(title="x", starts=starts, ends=ends).clean()

    assert refusal.value.message_dict == {field: [sentence]}


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


def test_projects_stand_before_news_and_new_before_old():
    jo, paper = make_member("Jo Doe"), make_paper("A Paper")
    named = {"people": [jo], "papers": [paper]}
    make_news("Old", date=datetime.date(2020, 1, 1), **named)
    make_project("Going on", **named)
    make_news("New", date=datetime.date(2026, 1, 1), **named)

    for stories in (stories_of_member(jo), stories_of_paper(paper)):
        assert [each.title for each in stories] == ["Going on", "New", "Old"]


def test_members_and_papers_stand_in_the_order_in_which_they_are_named(client):
    people = [make_member(name) for name in ("Zoe Z", "Ann A", "Max M")]
    papers = [make_paper(title) for title in ("Second", "First")]

    page = make_project("Story", people=people, papers=papers)

    page = type(page).objects.get(pk=page.pk)
    assert page.person_ids == [each.pk for each in people]
    assert page.publication_ids == [each.pk for each in papers]
