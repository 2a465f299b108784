import json
import re

import pytest

from people.models import ContactPoint
from tests.factories import make_author, make_member, make_paper
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def seo():
    return make_member("Sungyong Seo")


@pytest.fixture
def liu():
    return make_member("Yan Liu")


def titles(response):
    return [item["title"] for item in json.loads(response.content)]


def test_profile_shows_the_papers_of_its_member_alone(client, seo, liu):
    make_paper("Ours", [seo.author, liu.author])
    make_paper("Hers", [liu.author])

    text = text_of(client.get("/people/sungyong-seo/"))

    assert "Ours" in text
    assert "Hers" not in text


def test_profile_emphasises_its_member_and_links_the_others(client, seo, liu):
    make_paper("Ours", [seo.author, liu.author, "Jane Doe"])

    page = client.get("/people/sungyong-seo/").content.decode()

    assert re.search(r"<strong[^>]*>Sungyong Seo</strong>", page)
    assert re.search(r'<a [^>]*href="/people/yan-liu/"[^>]*>Yan Liu</a>', page)
    assert not re.search(r"<a\b[^>]*>Jane Doe<", page)
    assert "Jane Doe" in page


def test_name_is_shown_as_the_paper_prints_it(client, seo):
    paper = make_paper("Misprinted", ["Sungong Seo"])
    paper.authorships.update(author=seo.author)

    page = client.get("/people/sungyong-seo/").content.decode()

    assert re.search(r"<strong[^>]*>Sungong Seo</strong>", page)


def test_undecided_name_is_shown_unlinked(client, seo):
    paper = make_paper("Undecided", ["Sungong Seo"])
    paper.authorships.update(author=None)

    page = client.get(paper.get_absolute_url()).content.decode()

    assert "Sungong Seo" in page
    assert "/people/sungyong-seo/" not in page


def test_profile_shows_public_contacts_alone(client):
    contacts = [
        ContactPoint(kind="email", value="open@example.org", visibility="public"),
        ContactPoint(kind="email", value="shy@example.org", visibility="private"),
        ContactPoint(kind="phone", value="+99 1", visibility="members"),
    ]
    make_member("Jo Doe", contacts=contacts)

    page = client.get("/people/jo-doe/").content.decode()

    assert "open@example.org" in page
    assert "shy@example.org" not in page
    assert "+99" not in page


def test_profile_leads_to_those_the_member_writes_with(client, seo, liu):
    make_paper("One", [seo.author, liu.author])
    make_paper("Two", [seo.author, liu.author])

    page = client.get("/people/sungyong-seo/")

    assert "2 joint papers" in text_of(page)
    assert 'href="/people/sungyong-seo/with/yan-liu/"' in page.content.decode()


def test_papers_that_a_member_only_edited_are_not_theirs(client, seo):
    paper = make_paper("Proceedings", [seo.author])
    paper.authorships.update(role="editor")

    assert "Proceedings" not in text_of(client.get("/people/sungyong-seo/"))


def test_joint_page_lists_exactly_the_joint_papers(client, seo, liu):
    make_paper("Ours", [seo.author, "Jane Doe", liu.author])
    make_paper("His", [seo.author])
    make_paper("Hers", [liu.author])

    one = client.get("/people/sungyong-seo/with/yan-liu/publications.json")
    other = client.get("/people/yan-liu/with/sungyong-seo/publications.json")

    assert titles(one) == titles(other) == ["Ours"]


@pytest.mark.parametrize(
    "pair", [("sungyong-seo", "yan-liu"), ("yan-liu", "sungyong-seo")]
)
def test_joint_page_is_the_same_from_both_sides(client, seo, liu, pair):
    make_paper("Ours", [seo.author, liu.author])
    make_paper("His", [seo.author])

    response = client.get("/people/{}/with/{}/".format(*pair))

    text = text_of(response)
    assert response.status_code == 200
    assert ("Ours" in text, "His" in text, "1 paper" in text) == (True, False, True)


def test_joint_page_of_two_who_never_wrote_together_says_so(client, seo, liu):
    response = client.get("/people/yan-liu/with/sungyong-seo/")

    assert response.status_code == 200
    assert "0 papers" in text_of(response)


@pytest.mark.parametrize(
    "address",
    [
        "/people/sungyong-seo/with/sungyong-seo/",
        "/people/sungyong-seo/with/nobody/",
        "/people/nobody/with/sungyong-seo/",
        "/people/sungyong-seo/with/",
        "/people/nobody/",
        "/people/sungyong-seo/publications.exe",
        "/people/sungyong-seo/with/yan-liu/publications.exe",
    ],
)
def test_address_that_leads_nowhere_is_a_404(client, seo, liu, address):
    assert client.get(address).status_code == 404


def test_publications_of_a_member_as_bibtex(client, seo, liu):
    make_paper("Ours", [seo.author, liu.author], key="seo2020ours")
    make_paper("Hers", [liu.author], key="liu2020")

    response = client.get("/people/sungyong-seo/publications.bib")

    text = response.content.decode()
    assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert "seo2020ours" in text
    assert "liu2020" not in text


def test_profile_of_a_group_of_one_word_answers(client):
    make_member("Plato", author=make_author("Plato"))

    assert client.get("/people/plato/").status_code == 200
