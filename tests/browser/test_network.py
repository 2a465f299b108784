from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.factories import make_member, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMES = ("Ada Lovelace", "Alan Turing", "Grace Hopper", "Cy Babbage")


@pytest.fixture
def lab(transactional_db, first_pages):
    """Three who write with each other, and one with the first of them alone."""
    authors = [make_member(name).author for name in NAMES]
    for number, two in enumerate(combinations(authors[:3], 2)):
        make_paper(f"Paper {number}", two, year=str(2018 + number))
    make_paper("On Engines", [authors[0], authors[3]], year="2021")


def drawn_lines(page, name):
    """How many lines are drawn for the member who is pointed at, over all others."""
    member = page.locator(".network__member:visible", has_text=name)
    return member.locator(".network__own:visible use[href*='-']").count() // 2


@pytest.mark.parametrize("width", [390, 1440])
def test_pointing_at_a_member_shows_their_lines(visit, lab, width):
    page = visit("/network/", width=width)

    link = page.locator(".network").get_by_role("link", name="Ada Lovelace")
    before = drawn_lines(page, "Ada Lovelace")
    link.hover()

    assert (before, drawn_lines(page, "Ada Lovelace")) == (0, 3)
    assert page.locator(".network__picture:visible").count() == 1


def test_keyboard_walks_from_the_network_to_joint_papers(visit, lab):
    page = visit("/network/", java_script_enabled=False)

    page.get_by_label("Member and those around").select_option("cy-babbage")
    page.get_by_role("button", name="Filter").press("Enter")
    page.wait_for_url("**person=cy-babbage**")
    page.locator(".network").get_by_role("link", name="Cy Babbage").focus()
    shown = drawn_lines(page, "Cy Babbage")
    page.get_by_role("link", name="1 paper of Ada Lovelace and Cy Babbage").press(
        "Enter"
    )
    page.wait_for_url("**/with/**")

    assert shown == 1
    expect(page).to_have_url("/people/ada-lovelace/with/cy-babbage/")
    assert page.get_by_role("link", name="On Engines").count() == 1


def test_network_is_accessible_on_a_telephone(visit, lab, live_server):
    page = visit("/network/", width=390)

    width = page.evaluate("document.documentElement.scrollWidth")
    elsewhere = [url for url in page.asked if not url.startswith(live_server.url)]
    light = violations(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert (light, violations(page)) == ([], [])
    assert (width, elsewhere, page.complaints) == (390, [], [])


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
