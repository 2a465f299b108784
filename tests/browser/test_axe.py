"""axe-core on every kind of page, in light and in dark: it finds nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.portal.every_page import EVERY_PAGE, make_every_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALIKE = {
    "/people/?name=nobody",
    "/people/alan-turing/",
    "/publications/on-notes/",
    "/publications/detector/",
    "/publications/?q=nothing-like-this",
    "/doi/10.1000/shared",
}
ALL = {"resultTypes": ["violations"]}
COLOURS = {**ALL, "runOnly": ["color-contrast", "link-in-text-block"]}
# One address for each kind of page: axe takes its time.
KINDS = [each for each in EVERY_PAGE if each not in ALIKE]
# Axe is written into the page, which our own policy would not let run.
ANYTHING = {"bypass_csp": True}


@pytest.fixture
def lab(transactional_db, first_pages):
    make_every_page()


def violations(page, options):
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for each in found
        for node in each["nodes"][:3]
    ]


def test_axe_finds_nothing_on_any_page(visit, lab):
    page = visit("/", **ANYTHING)
    found = {}
    for address in KINDS:
        page.goto(address)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        light = violations(page, ALL)
        page.emulate_media(color_scheme="dark")
        found[address] = light + violations(page, COLOURS)

    assert {address: faults for address, faults in found.items() if faults} == {}


def test_axe_finds_nothing_on_a_telephone_unless_something_is_wrong(visit, lab):
    page = visit("/publications/", width=390, **ANYTHING)
    right = violations(page, ALL)
    page.evaluate("document.querySelector('main').innerHTML = '<img src=x><a href=y>'")
    wrong = " ".join(violations(page, ALL))

    assert right == []
    assert "image-alt" in wrong
    assert "link-name" in wrong
