"""Merging and splitting authors, as an editor does it in a browser."""

import pytest
from playwright.sync_api import expect

from portal.imports.tasks import work
from portal.models import ImportRun
from publications.models import Author
from tests.factories import make_author, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_author_is_found_merged_and_the_merge_undone(admin):
    one, other = make_author("Yan Liu"), make_author("Y. Liu")
    make_paper("Waves", [one])
    make_paper("Tides", [other])
    page = admin(f"/admin/authors/merge/{one.pk}/")
    page.get_by_role("button", name="Choose an author").click()
    page.get_by_role("dialog").get_by_role("link", name="Y. Liu").click()
    page.get_by_role("button", name="Compare the two").click()
    page.get_by_role("radio", name="Y. Liu").check()
    page.get_by_role("button", name="Merge the two").click()
    expect(page.get_by_text("“Yan Liu” is merged into “Y. Liu”.")).to_be_visible()
    page.get_by_role("link", name="Undo").click()
    page.get_by_role("button", name="Yes, undo it").click()
    page.wait_for_url("**/progress/")
    run = ImportRun.objects.get()
    work.call(run.pk, run.act)

    assert [str(author) for author in Author.objects.all()] == ["Y. Liu", "Yan Liu"]


def test_all_papers_of_a_group_are_ticked_at_once(admin):
    author = make_author("Lei Li")
    for number in range(3):
        make_paper(f"Road {number}", [author, "Bo Wu"])
    make_paper("Beetles", [author, "Eva Holm"])
    page = admin(f"/admin/authors/split/{author.pk}/", width=390)
    page.get_by_role("button", name="Tick all 3").click()
    page.get_by_role("button", name="Split").click()
    expect(page.get_by_text("3 papers of “Lei Li” are now by")).to_be_visible()

    counts = [each.authorships.count() for each in Author.objects.filter(key="lei li")]
    assert sorted(counts) == [1, 3]
