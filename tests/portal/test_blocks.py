"""What an editor put on a page, as a visitor sees it."""

import pytest

from portal.models import ContentPage, HomePage
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db


def add_page(title, body=(), **fields):
    page = ContentPage(title=title, body=list(body), **fields)
    return HomePage.objects.get().add_child(instance=page)


def test_links_of_each_text_lead_to_its_own_pages(client):
    pages = [add_page("One"), add_page("Two")]
    links = [f'<p><a linktype="page" id="{page.pk}">x</a></p>' for page in pages]
    add_page("Page", [("text", links[0]), ("text", ""), ("text", links[1])])

    html = client.get("/page/").content.decode()

    stream = html.partition('class="stream"')[2].partition("</main>")[0]
    assert [part[:6] for part in stream.split('href="')[1:]] == ['/one/"', '/two/"']
    assert stream.count('class="prose"') == 3


def test_text_of_a_stream_is_stored_as_it_was_written():
    home = HomePage.objects.get().pk
    link = f'<p><a linktype="page" id="{home}">x</a></p>'
    body = [("text", link), ("text", "<p>y</p>")]
    page = ContentPage.objects.get(pk=add_page("Page", body).pk)

    shown = str(page.body[0].value)
    page.save()

    stored = ContentPage.objects.get(pk=page.pk).body
    assert 'href="' in shown
    assert [each.value.source for each in stored] == [text for _, text in body]


def test_button_that_leads_to_a_draft_is_not_shown(client):
    draft, there = add_page("Draft", live=False), add_page("There")
    add_page(
        "Page",
        [
            ("link", {"label": "To the draft", "page": draft}),
            ("link", {"label": "To the page", "page": there}),
            ("link", {"label": "Elsewhere", "url": "https://example.org"}),
        ],
    )

    text = text_of(client.get("/page/"))

    labels = ["To the draft", "To the page", "Elsewhere"]
    assert [label for label in labels if label in text] == labels[1:]
