import pytest
from playwright.sync_api import expect

from tests.factories import make_member, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "/",
    "/people/",
    "/people/ada-lovelace/",
    "/people/ada-lovelace/with/alan-turing/",
    "/publications/",
    "/publications/on-engines/",
]


@pytest.fixture
def lab(transactional_db, first_pages):
    ada, alan = make_member("Ada Lovelace"), make_member("Alan Turing")
    make_paper(
        "On Engines",
        [ada.author, alan.author, "Charles Babbage"],
        venue="Conference on Engines",
        venue_short="CoE",
        links=[("code", "https://example.org/code")],
    )
    make_paper("On Notes", [ada.author], year="1843", abstract="Notes on notes.")


def test_visitor_walks_from_a_member_to_a_joint_paper(visit, lab):
    page = visit("/people/ada-lovelace/")

    page.get_by_role("link", name="Alan Turing").first.click()
    page.get_by_role("link", name="On Engines").first.click()
    page.wait_for_url("**/publications/**")

    expect(page).to_have_url("/publications/on-engines/")
    assert page.get_by_role("heading", level=1).inner_text() == "On Engines"


def test_pages_fit_a_telephone_and_ask_nobody_else(visit, lab, live_server):
    page = visit("/", width=390)
    widths = {}
    for path in PAGES:
        page.goto(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")

    elsewhere = [url for url in page.asked if not url.startswith(live_server.url)]
    assert widths == dict.fromkeys(PAGES, 390)
    assert (elsewhere, page.complaints) == ([], [])


def test_keyboard_reaches_the_content_first(visit, lab):
    page = visit("/publications/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()
