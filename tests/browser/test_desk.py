"""A colleague who has never seen the desk brings a .bib with everything that goes wrong."""

import pytest
from playwright.sync_api import expect

from portal.imports.files import SourceFile
from portal.imports.run import prepare
from portal.imports.tasks import work
from portal.models import ImportRun
from tests.factories import make_member, make_paper

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("lab"),
]

BIB = """
@article{notes, title={Notes on the Engine}, author={Lovelase, Ada}, year={1843},
  journal={Memoirs}}
@article{other, title={Rings of a Namesake}, author={Lovelace, A. and Babbage, Charles},
  year={1850}, journal={Memoirs}}
@inproceedings{twin, title={On Computable Numbers, Revisited}, author={Turing, Alan},
  year={1937}, booktitle={Symposium}}
@article{broken, title={Never closed, author={Doe, Jo}, year={1900}
"""


@pytest.fixture
def lab(transactional_db, first_pages):
    make_member("Ada Lovelace")
    alan = make_member("Alan Turing")
    make_paper("On Computable Numbers", [alan.author], year="1936", key="turing1936")


def let_work(page, then):
    """Do what was asked for, as the worker would; the page leads on by itself."""
    page.wait_for_url("**/progress/")
    for run in ImportRun.objects.exclude(act=""):
        work.call(run.pk, run.act)
    page.wait_for_url(f"**/{then}/")


def tiles(page):
    return [each.inner_text().split("\n") for each in page.locator(".desk-tile").all()]


def click(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def test_file_with_all_that_goes_wrong_reaches_the_site_and_leaves_it(admin):
    page = admin("/admin/imports/")
    page.get_by_role("link", name="Import papers").click()
    bib = {"name": "lab.bib", "mimeType": "text/plain", "buffer": BIB.encode()}
    page.set_input_files("input[type=file]", bib)
    click(page, "Read and show the plan")
    page.wait_for_url("**/read/")
    assert tiles(page) == [
        ["2", "new"],
        ["0", "to change"],
        ["1", "waiting for you"],
        ["1", "rejected"],
    ]

    page.get_by_role("link", name="Go on to names").click()
    typo = page.locator("fieldset", has_text="“Ada Lovelase”")
    typo.get_by_label("Ada Lovelace").check()
    namesake = page.locator("fieldset", has_text="“A. Lovelace”")
    namesake.get_by_label("Somebody new").check()
    click(page, "Save")
    page.wait_for_url("**/works/")
    page.get_by_label("No duplicate").check()
    click(page, "Save")
    page.wait_for_url("**/plan/")
    assert tiles(page)[0] == ["3", "new"]

    page.get_by_role("link", name="Go on to applying").click()
    assert "3 papers will be created." in page.inner_text("main")
    click(page, "Apply")
    let_work(page, "report")
    page.get_by_role("link", name="Notes on the Engine", exact=True).click()
    author = page.get_by_role("link", name="Ada Lovelase").first
    assert author.get_attribute("href") == "/people/ada-lovelace/"

    page.go_back()
    page.get_by_role("link", name="Undo this import").click()
    click(page, "Yes, undo it")
    let_work(page, "report")
    assert page.goto("/publications/notes-on-the-engine/").status == 404
    assert page.goto("/publications/on-computable-numbers/").status == 200


# A header that is too wide scrolls by itself, and hides its buttons.
WIDEST = """Math.max(
  document.querySelector('main').scrollWidth,
  ...[...document.querySelectorAll('main header a, main header button')]
    .map(each => Math.ceil(each.getBoundingClientRect().right)))"""


def test_screens_fit_a_telephone_and_ask_nobody_else(admin, live_server):
    run = prepare(kind="publications", sources=[SourceFile("lab.bib", BIB.encode())])
    page = admin("/admin/imports/", width=390)
    widths = {"": page.evaluate(WIDEST)}
    for screen in ("read", "plan", "apply", "undo"):
        page.goto(f"/admin/imports/{run.pk}/{screen}/")
        widths[screen] = page.evaluate(WIDEST)

    elsewhere = [url for url in page.asked if not url.startswith(live_server.url)]
    assert widths == dict.fromkeys(widths, 390)
    assert (elsewhere, page.complaints) == ([], [])


def test_desk_works_without_a_script(admin):
    page = admin("/admin/imports/new/publications/", java_script_enabled=False)
    page.get_by_label("Or paste the text").fill(BIB)
    click(page, "Read and show the plan")
    page.get_by_role("link", name="Apply").click()
    click(page, "Apply")

    page.wait_for_url("**/progress/")
    assert page.locator("head noscript meta[http-equiv=refresh]").count() == 1


def test_file_is_dropped_on_the_box(admin):
    page = admin("/admin/imports/new/publications/")
    dropped = page.evaluate_handle(
        """text => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([text], "dropped.bib"));
            return transfer;
        }""",
        BIB,
    )

    page.dispatch_event(".desk-drop", "drop", {"dataTransfer": dropped})
    expect(page.locator("[data-desk-chosen]")).to_have_text("dropped.bib (1 KB)")
    click(page, "Read and show the plan")

    page.wait_for_url("**/read/")
    assert ImportRun.objects.get().files.get().name == "dropped.bib"
