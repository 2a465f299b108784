"""Names, ranges of pages and the text that references are made of."""

import pytest

from publications.citing import pages
from publications.citing.people import bare, initials, native
from publications.citing.text import em, ended, joined, link, quoted, sentences
from publications.names import PersonName


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("Jean-Pierre", "J.-P."),
        ("Min-su", "M.-S."),
        ("J.-P.", "J.-P."),
        ("J.R.", "J. R."),
        ("JR", "J. R."),
        ("Th.", "Th."),
        ("Ludwig (Lutz) M.", "L. M."),
        ("danah", "d."),
        ("Ömer", "Ö."),
        ("Юрий", "Ю."),
        ("規石", "規石"),
        ("(??)", "(??)"),
        ("", ""),
    ],
)
def test_given_names_become_initials_where_there_are_capitals(given, short):
    assert " ".join(initials(PersonName(given, "Doe"))) == short


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        (PersonName("규석", "이"), "이규석"),
        (PersonName("春樹", "村上"), "村上春樹"),
        (PersonName("マイケル", "ジャクソン"), "マイケル・ジャクソン"),
        (PersonName("Jay", "王"), ""),
        (PersonName(literal="The ATLAS Collaboration"), "The ATLAS Collaboration"),
        (PersonName(family="Plato"), "Plato"),
    ],
    ids=str,
)
def test_name_that_may_not_be_turned_round_stays_whole(name, whole):
    assert native(name) == whole


def test_vancouver_keeps_arabic_names_whole_and_hyphens_in_families():
    assert bare(PersonName("طه", "حسين")) == "حسين طه"
    assert bare(PersonName("Ann-Marie Jo", "Palmer-Canton")) == "Palmer-Canton AM"


@pytest.mark.parametrize(
    ("range", "chicago", "mla", "shortest"),
    [
        ("3-10", "3–10", "3–10", "3-10"),
        ("71--72", "71–72", "71–72", "71-2"),
        ("96—117", "96–117", "96–117", "96-117"),
        ("100–104", "100–104", "100–04", "100-4"),
        ("101-108", "101–8", "101–08", "101-8"),
        ("808–833", "808–33", "808–33", "808-33"),
        ("321-328", "321–28", "321–28", "321-8"),
        ("498-532", "498–532", "498–532", "498-532"),
        ("1087-1089", "1087–89", "1087–89", "1087-9"),
        ("1496-1500", "1496–500", "1496–500", "1496-500"),
        ("12991-13001", "12991–3001", "12991–3001", "12991-3001"),
        ("S1-S4, 9", "S1–S4, 9", "S1–S4, 9", "S1-4, 9"),
        ("e1234-e1240", "e1234–e1240", "e1234–e1240", "e1234-40"),
        ("127-127", "127–127", "127–127", "127-127"),
        ("xii-xiv", "xii–xiv", "xii–xiv", "xii-xiv"),
        ("12", "12", "12", "12"),
    ],
)
def test_second_page_is_shortened_as_each_style_wants(range, chicago, mla, shortest):
    written = (pages.chicago(range), pages.mla(range), pages.shortest(range))

    assert written == (chicago, mla, shortest)


def test_text_is_escaped_on_a_page_and_plain_in_a_clipboard():
    text = joined([em("<b>&"), "<script>", link("https://example.org/?a=1&b='")], " ")

    assert text.plain == "<b>& <script> https://example.org/?a=1&b='"
    assert text.html == (
        "<em>&lt;b&gt;&amp;</em> &lt;script&gt; "
        '<a href="https://example.org/?a=1&amp;b=&#x27;">'
        "https://example.org/?a=1&amp;b=&#x27;</a>"
    )


def test_sentences_end_once_and_quotes_stand_in_quotes():
    assert sentences("Why?", "", em("U.S."), "“Yes.”", "(n.d.)").plain == (
        "Why? U.S. “Yes.” (n.d.)."
    )
    assert ended("").plain == ""
    assert quoted('An "odd" quote', ",") == "“An ‘odd’ quote,”"
    assert quoted("On the workers’", ".") == "“On the workers’.”"
    assert quoted("On the “worker’s law”", ".") == "“On the ‘worker’s law.’”"
    assert quoted('A lone " stays', ".") == '“A lone " stays.”'
