"""The search of the whole site: who and what is found, in which order, and why."""

import pytest
from wagtail.models import Page, PageViewRestriction

from portal.models import ContentPage, HomePage
from portal.search.marks import Marks
from publications.models import AuthorName, PublicationIndexPage
from publications.renewal import renew
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def lab():
    arik = make_member("Sercan Arık", interests="Tables and trees\nGraph learning")
    AuthorName.objects.create(author=arik.author, text="S. O. Arik")
    AuthorName.objects.create(author=arik.author, text="Deadname Arik", hidden=True)
    make_member("Ada Lovelace", interests="Engines", affiliation="Sea University")
    make_member("Jane Secretdraft", live=False, interests="Engines")
    locked = make_member("Jan Secretlocked", interests="Engines")
    restrict(locked)
    papers = [
        make_paper("On Engines", ["Ada Lovelace", "S. O. Arik"]),
        make_paper("On Sets", abstract="Nobody has seen such engines before."),
        make_paper("Secretpaper on engines", visibility="private"),
    ]
    renew(ids=[paper.pk for paper in papers])
    add_page("Join our engines", search_description="How to come to us.")
    restrict(add_page("Secretpage on engines"))
    add_page("Secretdraftpage on engines", live=False)


def restrict(page):
    page = Page.objects.get(pk=page.pk)
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def add_page(title, **fields):
    return HomePage.objects.get().add_child(instance=ContentPage(title=title, **fields))


def ask(client, text):
    """(the sections with their counts, the page as text)."""
    response = client.get("/search/", {"q": text})
    assert response.status_code == 200
    sections = response.context["sections"]
    return [(each.key, each.count) for each in sections], response.content.decode()


def test_people_come_first_for_names(client, lab):
    sections, page = ask(client, "arik")

    assert sections == [("people", 1), ("papers", 1)]
    assert "Name: Sercan <mark>Arık</mark></p>" in page


def test_papers_come_first_for_words_and_each_hit_says_why(client, lab):
    sections, page = ask(client, "engines")

    assert sections == [("papers", 2), ("people", 1), ("pages", 1)]
    assert "On <mark>Engines</mark></a>" in page
    assert "In the abstract: Nobody has seen such <mark>engines</mark> before." in page
    assert "Works on: <mark>Engines</mark>" in page
    assert "Join our <mark>engines</mark></a>" in page
    assert '<a href="/publications/?q=engines">All 2 papers</a>' in page


def test_topic_is_the_reason_where_nothing_shown_is(client, lab):
    renew(ids=[make_paper("On Numbers", topics=("Music theory",)).pk])

    assert "Topic: <mark>Music</mark> theory" in ask(client, "music")[1]


def test_another_printed_name_is_found_and_a_hidden_one_is_not(client, lab):
    assert "Also printed as S. O. <mark>Arik</mark>" in ask(client, "s o arik")[1]
    assert ask(client, "deadname")[0] == []


def test_mistyped_name_is_understood(client, lab):
    sections, page = ask(client, "Sercn Lovelce")
    assert sections == []

    sections, page = ask(client, "Ada Lovelce")

    assert sections == [("people", 1)]
    assert 'Did you mean <a href="/search/?q=Ada%20Lovelace" dir="auto">Ada' in page


@pytest.mark.parametrize("text", ["secret", "secretlocked", "secretdraf", "secretpage"])
def test_what_is_not_public_is_not_found(client, lab, text):
    sections, page = ask(client, text)

    assert sections == []
    assert "Did you mean" not in page


def test_no_paper_is_found_while_their_list_is_hidden(client, lab):
    PublicationIndexPage.objects.get().unpublish()

    assert ask(client, "engines")[0] == [("people", 1), ("pages", 1)]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "%", '"', "x" * 10_000, "🎉", "<script>", "a AND OR *"]
)
def test_any_text_gives_a_page(client, lab, text):
    sections, page = ask(client, text)

    assert "<script>" not in page.partition("<main")[2]
    assert sections == [] or len(text) < 20


def test_number_of_queries_is_small(client, lab, django_assert_max_num_queries):
    ask(client, "engines")
    with django_assert_max_num_queries(12):
        ask(client, "engines")


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["arik"], "Sercan Arık", "Sercan <mark>Arık</mark>"),
        (["graphs"], "A graph, Graphs", "A <mark>graph</mark>, <mark>Graphs</mark>"),
        (["physics"], "Physical", "Physical"),
        (["学习"], "深度学习", "深度<mark>学习</mark>"),
        (["b"], "<b> & b", "&lt;b&gt; &amp; b"),
        ([], "nothing", "nothing"),
    ],
)
def test_marks_in_text(words, text, expected):
    assert Marks(words).of_text(text) == expected


def test_marks_leave_html_as_it_is():
    html = '<a href="/amp/" title="amp">R&amp;amp</a><pre>amp</pre>'

    assert Marks(["amp"]).of_html(html) == (
        '<a href="/amp/" title="amp">R&amp;<mark>amp</mark></a><pre>amp</pre>'
    )


def test_snippet_shows_the_place_in_a_long_text():
    text = f"{'before ' * 50}the needle {'after ' * 50}"

    snippet = Marks(["needle"]).snippet(text, length=40)

    assert snippet == "… before the <mark>needle</mark> after after after …"
