"""A paper that is accepted can be drafted as news."""

import pytest

from portal.models import NewsPage
from publications.models import Appearance, Publication
from publications.news_drafts import draft_news, news_list_for, not_in_the_news
from tests.factories import make_author, make_member, make_paper
from tests.factories.stories import make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted():
    jo = make_author("Jo Doe")
    make_member("Jo Doe", author=jo)
    fields = {"venue": "Neural Systems", "venue_short": "NeurIPS", "year": "2026"}
    return make_paper("Deep Graphs", [jo, "Ann Lee"], status="accepted", **fields)


def test_draft_names_the_paper_and_its_members_and_is_hidden(accepted, admin_user):
    news_list = news_list_for(admin_user)

    page = draft_news(paper=accepted, news_list=news_list, user=admin_user)

    saved = NewsPage.objects.get()
    assert saved.title == "“Deep Graphs” accepted at NeurIPS 2026"
    assert saved.intro == "A paper by Jo Doe and Ann Lee."
    assert [each.person.title for each in saved.people.all()] == ["Jo Doe"]
    assert [each.publication for each in saved.papers.all()] == [accepted]
    assert (saved.live, saved.owner, saved.pk) == (False, admin_user, page.pk)


def test_screen_makes_the_draft_and_opens_its_form(admin_client, accepted):
    address = f"/admin/papers/news/{accepted.pk}/"

    asked = admin_client.get(address).content.decode()
    response = admin_client.post(address)

    assert "“Deep Graphs” accepted at NeurIPS 2026" in asked
    page = NewsPage.objects.get()
    assert response.url == f"/admin/pages/{page.pk}/edit/"
    assert admin_client.get(response.url).status_code == 200


def test_panel_offers_what_is_accepted_until_it_is_in_the_news(admin_client, accepted):
    before = admin_client.get("/admin/").content.decode()
    make_news("They did it", papers=[accepted])

    after = admin_client.get("/admin/").content.decode()

    address = f"/admin/papers/news/{accepted.pk}/"
    assert (address in before, address in after) == (True, False)


def test_private_and_published_papers_are_no_news(admin_client):
    private = make_paper("Private", status="accepted", visibility="private")
    published = make_paper("Published", status="published")

    answers = [
        admin_client.post(f"/admin/papers/news/{each.pk}/").status_code
        for each in (private, published)
    ]

    assert list(not_in_the_news()) == []
    assert answers == [404, 302]
    assert NewsPage.objects.count() == 0


def test_title_of_any_length_fits(admin_user):
    paper = make_paper("Long " * 200, status="accepted", venue="V" * 600)
    news_list = news_list_for(admin_user)

    page = draft_news(paper=paper, news_list=news_list, user=admin_user)

    assert len(page.title) <= 255
    assert Publication.objects.get() == page.papers.get().publication
    assert Appearance.objects.get().status == "accepted"
