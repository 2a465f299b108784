"""Rows of lists that a large import has left without their HTML."""

import pytest
from django.core.management import call_command

from publications import drawing
from publications.models import ListedPaper, Publication
from publications.renewal import renew
from tests.factories import make_member, make_paper
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db
PLACES = ["/", "/publications/", "/people/jo-doe/", "/search/?q=graphs"]


@pytest.fixture
def undrawn():
    """A public paper whose row nobody has drawn, and its HTML as it should be."""
    drawing._kept.clear()
    jo = make_member("Jo Doe")
    make_paper("Graphs", [jo.author], featured=True)
    html = ListedPaper.objects.get().html
    ListedPaper.objects.update(html="")
    return html


@pytest.mark.parametrize("address", PLACES)
def test_page_draws_what_is_not_drawn_yet(client, undrawn, address):
    first, second = text_of(client.get(address)), text_of(client.get(address))

    assert "Graphs Jo Doe" in first
    assert second == first
    assert ListedPaper.objects.get().html == ""


def test_worker_stores_what_is_left(undrawn):
    drawing.draw_all()

    assert ListedPaper.objects.get().html == undrawn
    assert not drawing.are_left()


def test_row_renewed_meanwhile_keeps_its_newer_html(undrawn, monkeypatch):
    paper = Publication.objects.get()
    draw = drawing._draw

    def draw_late(ids):
        made = draw(ids)
        Publication.objects.update(title="Newer")
        renew(ids=[paper.pk])
        return made

    monkeypatch.setattr(drawing, "_draw", draw_late)
    drawing.draw_all()

    assert "Newer" in ListedPaper.objects.get().html


def test_no_more_rows_are_kept_in_memory_than_there_is_room(undrawn, monkeypatch):
    monkeypatch.setattr(drawing, "KEPT", 2)

    for version in range(5):
        drawing.drawn({ListedPaper.objects.get().pk: version})

    assert len(drawing._kept) == 2


def test_renewal_of_all_draws_all(undrawn):
    call_command("renew_listings", verbosity=0)

    assert not drawing.are_left()
