"""The list of publications under a visitor's hands, with scripts and without."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_author, make_member, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WITHOUT_SCRIPTS = {"java_script_enabled": False}


@pytest.fixture
def lab(transactional_db, first_pages):
    ada = make_member("Ada Lovelace", author=make_author("Ada Lovelace"))
    make_paper("On Engines", [ada.author, "Charles Babbage"], year="1842")
    make_paper("On Notes", [ada.author], year="1843", type="article-journal")
    make_paper("Machines and Minds", ["Alan Turing"], year="1950")


def expect_titles(page, *titles):
    """A page is there bit by bit: wait until it has them all."""
    expect(page.locator(".paper__title")).to_have_text(list(titles))


def test_visitor_filters_and_searches_without_scripts(visit, lab):
    page = visit("/publications/", **WITHOUT_SCRIPTS)

    page.get_by_label("Ada Lovelace").check()
    page.get_by_role("button", name="Apply filters").click()
    expect_titles(page, "On Notes", "On Engines")
    page.get_by_label("Search title").fill("engine")
    page.locator("#find").get_by_role("button").click()
    expect_titles(page, "On Engines")
    page.get_by_role("link", name="Remove Words: engine").click()

    expect_titles(page, "On Notes", "On Engines")
    expect(page).to_have_url("/publications/?person=ada-lovelace")


def test_filters_fold_on_a_telephone_without_scripts(visit, lab):
    page = visit("/publications/?person=ada-lovelace", width=390, **WITHOUT_SCRIPTS)

    assert not page.get_by_label("Journal article").is_visible()
    page.get_by_text("Filters (1)").click()
    page.get_by_label("Journal article").check()
    page.get_by_role("button", name="Apply filters").click()

    expect_titles(page, "On Notes")


def test_list_follows_what_is_typed_and_says_how_much_is_found(visit, lab):
    page = visit("/publications/")

    page.get_by_label("Search title").press_sequentially("machi")
    expect(page.get_by_role("status").first).to_have_text("1 paper found")

    expect_titles(page, "Machines and Minds")
    expect(page).to_have_url("/publications/?q=machi")
    expect(page.locator("#find-q")).to_be_focused()
    assert page.complaints == []


def test_choice_applies_at_once_and_back_takes_it_back(visit, lab):
    page = visit("/publications/")
    count = page.get_by_role("status").first

    page.get_by_label("Ada Lovelace").check()
    expect(count).to_have_text("2 papers found")
    expect(page.get_by_label("Ada Lovelace")).to_be_focused()
    page.get_by_role("link", name="1843: 1 paper").click()
    expect(count).to_have_text("1 paper found")
    expect(page).to_have_url("/publications/?year=1843&person=ada-lovelace")
    page.go_back()
    expect(count).to_have_text("2 papers found")
    page.go_back()
    expect(count).to_have_text("3 papers")

    assert not page.get_by_label("Ada Lovelace").is_checked()
    expect_titles(page, "Machines and Minds", "On Notes", "On Engines")


def test_answer_to_what_was_taken_back_is_not_shown(visit, lab):
    page = visit("/publications/")
    held = []
    page.route("**/publications/?q=engines", lambda route: held.append(route))

    with page.expect_request("**/publications/?q=engines"):
        page.get_by_label("Search title").fill("engines")
    with page.expect_event("requestfailed"):
        page.get_by_label("Search title").fill("")
    held[0].continue_()
    page.wait_for_timeout(400)

    expect_titles(page, "Machines and Minds", "On Notes", "On Engines")
    expect(page).to_have_url("/publications/")


def test_back_brings_back_what_was_typed(visit, lab):
    page = visit("/publications/?q=notes")

    page.get_by_label("Search title").fill("engines")
    page.wait_for_url("**q=engines")
    page.go_back()
    expect(page.get_by_label("Search title")).to_have_value("notes")

    expect_titles(page, "On Notes")
    page.get_by_role("link", name="Remove Words: notes").click()
    expect(page.get_by_label("Search title")).to_have_value("")


def test_keyboard_skips_the_filters_and_opens_the_export(visit, lab):
    page = visit("/publications/?q=on")

    page.get_by_label("Search title").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#papers")).to_be_focused()
    page.get_by_text("Export 2 papers").focus()
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.get_by_role("link", name="BibTeX", exact=True).press("Enter")

    assert download.value.path().read_text().count("@") == 2
