"""Reading and citing one paper, with a mouse, with keys, and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_member, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def paper(transactional_db, first_pages):
    ada, alan = make_member("Ada Lovelace"), make_member("Alan Turing")
    topics = ("Engines",)
    make_paper("On Notes", [ada.author], year="1842", topics=topics)
    return make_paper(
        "On Engines",
        [ada.author, alan.author],
        year="1843",
        venue="Engines Today",
        type="article-journal",
        topics=topics,
    )


def test_reference_is_copied_with_its_italics_and_says_so(visit, paper):
    page = visit(
        "/publications/on-engines/", permissions=["clipboard-read", "clipboard-write"]
    )
    page.get_by_role("button", name="Copy APA").click()
    page.get_by_text("Copied to the clipboard").wait_for(state="attached")

    copied = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const text = async (type) => (await item.getType(type)).text();
          return [await text("text/plain"), await text("text/html")];
        }"""
    )
    reference = "Lovelace, A., & Turing, A. (1843). On Engines. Engines Today."
    assert copied[0] == reference
    assert "<em>Engines Today</em>" in copied[1]
    assert page.complaints == []


def test_styles_open_with_keys_one_at_a_time(visit, paper):
    page = visit("/publications/on-engines/")
    summary = page.locator("summary", has_text="MLA")
    summary.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#cite-mla")).to_be_visible()
    expect(page.locator("#cite-apa")).to_be_hidden()


def test_without_scripts_a_reader_finds_reference_members_and_related(visit, paper):
    page = visit("/publications/on-engines/", java_script_enabled=False)
    page.locator("summary", has_text="Vancouver").click()
    vancouver = page.locator("#cite-vancouver").inner_text()
    buttons = page.get_by_role("button", name="Copy").count()
    page.get_by_role("link", name="Everything that they wrote together").click()
    expect(page).to_have_url("/people/ada-lovelace/with/alan-turing/")
    page.go_back()
    page.get_by_role("link", name="On Notes").click()

    assert vancouver == "Lovelace A, Turing A. On Engines. Engines Today. 1843."
    assert buttons == 0
    expect(page).to_have_url("/publications/on-notes/")
