"""The desk's questions, answered with the keyboard on a narrow screen."""

import pytest
from django.urls import reverse

from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare
from publications.models import Authorship, Publication
from tests.factories import make_member, make_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = 390
HELD = "@article{a, title = {Traffic networks}, author = {Jo Doe}, year = {2020}}"
LIKE = "@article{b, title = {On traffic networks}, author = {J. Doe}, year = {2021}}"


def run_of(entry):
    source = SourceFile("papers.bib", entry.encode())
    return prepare(kind="publications", sources=[source])


def is_narrow(page):
    return page.evaluate("document.documentElement.scrollWidth") <= NARROW


def test_name_is_decided_with_the_keyboard(admin):
    member = make_member("Sungyong Seo")
    make_paper("Together", [member.author, "Yan Liu"])
    apply(run=run_of(HELD.replace("Jo Doe", "Sungong Seo and Yan Liu")))
    page = admin(reverse("undecided_names:index"), width=NARROW)

    page.focus("input[name=choice-0]:checked")
    page.keyboard.press("ArrowDown")
    page.click("button.button:text('Save')")
    page.wait_for_selector("text=1 name is decided.")

    assert is_narrow(page)
    assert page.complaints == []
    assert Authorship.objects.get(printed_name="Sungong Seo").author == member.author


def test_likeness_is_answered_with_the_keyboard(admin):
    apply(run=run_of(HELD))
    run = run_of(LIKE)
    apply(run=run)
    page = admin(reverse("import_works", args=[run.pk]), width=NARROW)

    page.focus("input[name=work-0]:checked")
    page.keyboard.press("ArrowDown")
    page.get_by_label("Title", exact=True).check()
    page.click("button:text('Save, and apply')")
    page.wait_for_url("**/settle/")

    run.refresh_from_db()
    slug = Publication.objects.get().slug
    answer = {"work": "same", "slug": slug, "take": ["title"]}
    assert is_narrow(page)
    assert page.complaints == []
    assert {name: run.answers["0"][name] for name in answer} == answer
