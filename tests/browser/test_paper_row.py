import pytest
from playwright.sync_api import expect

from tests.factories import make_member, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMES = [f"Person{number} Name" for number in range(170)]


@pytest.fixture
def papers(transactional_db, first_pages):
    ada = make_member("Ada Lovelace").author
    make_paper("Long " * 2000, ["שרה כהן"], slug="long", year="2019")
    make_paper("Many hands", [*NAMES, ada, "Last One"], slug="hands", year="2018")
    return make_paper(
        "On Engines",
        [ada],
        slug="engines",
        abstract="Engines compute.",
        links=[("code", "https://example.org/code")],
    )


def row_of(page, title):
    return page.locator("article.paper").filter(has_text=title)


def place_of(button):
    return button.evaluate(
        "it => [it.getBoundingClientRect().x, it.getBoundingClientRect().y + scrollY]"
    )


def test_citation_opens_in_its_place_and_is_copied(visit, papers):
    page = visit("/publications/", permissions=["clipboard-read", "clipboard-write"])
    row = row_of(page, "On Engines")
    before = place_of(row.get_by_role("link", name="Code"))

    row.get_by_text("Cite", exact=True).click()
    row.get_by_role("button", name="Copy").click()

    page.get_by_role("status").filter(has_text="Copied to the clipboard").wait_for(
        state="attached"
    )
    expect(row.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@inproceedings{engines,")
    assert place_of(row.get_by_role("link", name="Code")) == before
    assert page.complaints == []


def test_without_a_clipboard_the_citation_is_copied_all_the_same(visit, papers):
    page = visit("/publications/")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    row = row_of(page, "On Engines")

    row.get_by_text("Cite", exact=True).click()
    row.get_by_role("button", name="Copy").click()

    row.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("@inproceedings")


def test_keyboard_opens_one_panel_of_a_row_at_a_time(visit, papers):
    page = visit("/publications/")
    row = row_of(page, "On Engines")

    row.get_by_text("Abstract", exact=True).focus()
    page.keyboard.press("Enter")
    abstract = row.get_by_text("Engines compute.", exact=True)
    expect(abstract).to_be_visible()
    row.get_by_text("Cite", exact=True).focus()
    page.keyboard.press("Space")

    row.locator("pre").wait_for()
    expect(abstract).to_be_hidden()


def test_without_scripts_the_citation_is_one_link_away(visit, papers):
    page = visit("/publications/", java_script_enabled=False)
    row = row_of(page, "On Engines")

    row.get_by_text("Cite", exact=True).click()
    row.get_by_role("link", name="More styles").click()

    page.wait_for_url("**/publications/engines/#cite")
    expect(page.locator("#cite")).to_be_visible()


def test_hundreds_of_authors_unfold_with_their_links(visit, papers):
    page = visit("/people/ada-lovelace/")
    row = row_of(page, "Many hands")

    row.get_by_text("All 172 authors").click()

    row.get_by_text("Person100 Name").wait_for()
    fold = row.locator("details.fold")
    expect(fold.locator(".author")).to_have_count(172)
    assert fold.locator("a.author--own").inner_text() == "Ada Lovelace"


@pytest.mark.parametrize("width", [390, 1440])
def test_title_of_ten_thousand_characters_fits_the_page(visit, papers, width):
    page = visit("/publications/", width=width)

    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert row_of(page, "Long Long").bounding_box()["height"] < 420
