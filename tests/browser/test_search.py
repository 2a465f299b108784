import pytest
from playwright.sync_api import expect

from publications.renewal import renew
from tests.factories import make_member, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db, first_pages):
    ada = make_member("Ada Lovelace", interests="Engines")
    renew(ids=[make_paper("On Engines", [ada.author]).pk])


@pytest.mark.parametrize("width", [390, 1440])
def test_visitor_finds_a_member_from_any_page_without_scripts(visit, lab, width):
    page = visit("/publications/", width=width, java_script_enabled=False)

    page.get_by_label("People, papers and pages").fill("lovelce")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    page.get_by_role("link", name="Ada Lovelace").last.click()
    page.wait_for_url("**/people/**")

    expect(page).to_have_url("/people/ada-lovelace/")


def test_results_fit_a_telephone_and_ask_nobody_else(visit, lab, live_server):
    page = visit("/search/?q=engines", width=390)

    elsewhere = [url for url in page.asked if not url.startswith(live_server.url)]
    width = page.evaluate("document.documentElement.scrollWidth")
    assert (width, elsewhere, page.complaints) == (390, [], [])
    assert page.locator("mark").all_inner_texts() == ["Engines", "Engines"]
