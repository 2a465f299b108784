"""The picture of a page: drawn once, of what is public, whatever its texts hold."""

from io import BytesIO

import pytest
from PIL import Image

from portal.cards import letters
from portal.cards.card import Card
from portal.cards.letters import BOLD, runs, width, wrapped
from publications.models import Publication
from tests.factories import make_member, make_paper


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On Engines",
        "word " * 3000,
        "x" * 10_000,
        "한글 漢字 العربية עברית 😀 ∑ΔΩ",
        "a\x00b\x07c\ud800d\u202e",
        "\n\n",
    ],
)
def test_any_text_gives_a_picture(text):
    card = Card(title=text, eyebrow=text, line=text, site=text)

    picture = Image.open(BytesIO(card.png()))

    assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_lines_fit_and_the_last_one_says_that_it_was_cut():
    lines = wrapped("Engines of analysis " * 20, BOLD, 44, 900, 3)

    assert len(lines) == 3
    assert all(width(line, BOLD, 44) <= 900 for line in lines)
    assert lines[-1].endswith("…")


def test_letters_that_no_font_has_are_written_in_latin(monkeypatch):
    monkeypatch.setattr("portal.cards.letters._further_fonts", tuple)
    letters._drawn.cache_clear()

    drawn = "".join(text for text, _ in runs("이규석 Ångström Ω", BOLD))

    letters._drawn.cache_clear()
    assert drawn == "IGyuSeog Ångström Ω"


@pytest.mark.django_db
def test_card_is_sent_again_only_when_the_paper_has_changed(client):
    make_paper("On Engines", ["Ada Lovelace"])
    address = "/publications/on-engines/card.png"
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    Publication.objects.update(title="On Machines")
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert (changed.status_code, changed["ETag"] == first["ETag"]) == (200, False)


@pytest.mark.django_db
def test_what_is_hidden_has_no_card(client):
    make_paper("On Engines", visibility="private")
    page = make_member("Ada Lovelace", live=False)

    for address in (
        "/publications/on-engines/card.png",
        "/people/ada-lovelace/card.png",
        f"/cards/{page.pk}.png",
        "/cards/999999.png",
    ):
        assert client.get(address).status_code == 404
