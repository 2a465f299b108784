"""From the list to a filter, a paper, its citation and joint papers, in two hard ways."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_member, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FURTHEST = 200


@pytest.fixture
def lab(transactional_db, first_pages):
    ada, alan = make_member("Ada Lovelace"), make_member("Alan Turing")
    make_paper("On Engines", [ada.author, alan.author], slug="engines", year="1842")
    make_paper("On Notes", [ada.author], year="1843")
    make_paper("Machines", ["Charles Babbage"], year="1850")


def expect_titles(page, *titles):
    """A page is there bit by bit: wait until it has them all."""
    expect(page.locator(".paper__title")).to_have_text(list(titles))


def test_walk_without_scripts(visit, lab):
    page = visit("/publications/", java_script_enabled=False)

    page.get_by_label("Ada Lovelace").check()
    page.get_by_role("button", name="Apply filters").click()
    expect_titles(page, "On Notes", "On Engines")
    page.get_by_role("link", name="On Engines", exact=True).click()
    assert "On Engines" in page.locator("#cite-apa").inner_text()
    with page.expect_download() as file:
        page.get_by_role("link", name="BibTeX", exact=True).first.click()
    assert file.value.path().read_text().startswith("@inproceedings{engines,")
    page.get_by_role("link", name="wrote together").click()

    expect(page).to_have_url("/people/ada-lovelace/with/alan-turing/")
    expect_titles(page, "On Engines")


def test_walk_with_the_keyboard_alone(visit, lab):
    page = visit("/publications/", permissions=["clipboard-read", "clipboard-write"])

    tab_to(page, "Ada Lovelace", "input")
    page.keyboard.press("Space")
    page.wait_for_url("**person=ada-lovelace")
    tab_to(page, "On Engines", "a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/publications/engines/")
    tab_to(page, "Copy", "button")
    page.keyboard.press("Enter")
    page.get_by_text("Copied to the clipboard").wait_for(state="attached")
    assert "On Engines" in page.evaluate("navigator.clipboard.readText()")
    tab_to(page, "wrote together", "a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/ada-lovelace/with/alan-turing/")

    expect_titles(page, "On Engines")


def tab_to(page, name, tag):
    """Press Tab until what is so called has the focus, and can be seen to have it."""
    focus = page.locator(f"{tag}:focus-visible")
    for _ in range(FURTHEST):
        page.keyboard.press("Tab")
        if focus.count() and name in (focus.evaluate(CALLED) or ""):
            return
    pytest.fail(f"No Tab leads to “{name}”.")


CALLED = "it => it.ariaLabel || it.labels?.[0]?.innerText || it.innerText"
