import pytest
from hypothesis import given
from hypothesis import strategies as st

from publications.names import PersonName, fold, make_slug, name_key, parse_name

KING = PersonName("Martin Luther", "King", "Jr.")


def test_display_puts_the_suffix_last():
    assert KING.display == "Martin Luther King Jr."


def test_inverted_puts_the_suffix_second():
    assert KING.inverted == "King, Jr., Martin Luther"


def test_literal_is_shown_bare_and_inverted_in_braces():
    group = PersonName(literal="World Health Organization")

    assert group.display == "World Health Organization"
    assert group.inverted == "{World Health Organization}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chioteli Efstathia", "Efstathia Chioteli"),
        ("George Ban-Weiss", "George Ban Weiss"),
        ("Ryan O'Neil", "Ryan O’Neil"),
        ("Ryan O'Neil", "ONeil, Ryan"),
        ("Jon-Patrick Allem", "Jon Patrick Allem"),
        ("Sercan Ö. Arık", "Sercan O. Arik"),
        ("Bogusław Jackowski", "Boguslaw Jackowski"),
        ("Søren Şahin", "Soren Sahin"),
        ("Jose\u0301 Groß", "José GROSS"),
        ("J.S. Bach", "J. S. Bach"),
        ("Yan\u200b Liu", "Yan\u00a0Liu"),
    ],
)
def test_name_key_is_the_same_for_spellings_of_one_name(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("李明", "理明"), ("홍길동", "홍길순"), ("Yan Liu", "Yang Liu"), ("😀", "😎")],
)
def test_name_key_keeps_different_names_apart(one, other):
    assert name_key(one) != name_key(other)


@given(st.text().filter(str.strip))
def test_keys_and_slugs_are_never_empty(text):
    slug = make_slug(text)

    assert name_key(text)
    assert fold(text)
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug) <= 80


@given(st.text())
def test_fold_of_a_fold_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Sercan Ö. Arık", "sercan-o-arik"),
        ("Ødegård, O’Neil", "odegard-oneil"),
        ("홍길동", "honggildong"),
    ],
)
def test_make_slug_transliterates(text, slug):
    assert make_slug(text) == slug


def test_make_slug_cuts_between_words_where_it_can():
    assert make_slug("one two three", max_length=8) == "one-two"
    assert make_slug("unbreakable", max_length=8) == "unbreaka"


def test_make_slug_of_signs_is_a_digest():
    assert make_slug("???") == make_slug("???") != make_slug("!!!")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yan Liu", PersonName("Yan", "Liu")),
        ("Liu, Yan", PersonName("Yan", "Liu")),
        ("Yan Liu 0002", PersonName("Yan", "Liu")),
        ("Martin Luther King Jr.", KING),
        ("Martin Luther King, Jr.", KING),
        ("King, Jr., Martin Luther", KING),
        ("King, Martin Luther, Jr.", KING),
        ("King Jr., Martin Luther", KING),
        ("Henry Ford III", PersonName("Henry", "Ford", "III")),
        ("Ludwig van Beethoven", PersonName("Ludwig", "van Beethoven")),
        ("van der Laan, Walter", PersonName("Walter", "van der Laan")),
        ("de la Vallée Poussin", PersonName("", "de la Vallée Poussin")),
        ("danah boyd", PersonName("danah", "boyd")),
        ("Plato,", PersonName("", "Plato")),
        ("홍길동", PersonName("", "홍길동")),
        (
            "{World Health Organization}",
            PersonName(literal="World Health Organization"),
        ),
        ("A, B, C, D", PersonName(literal="A, B, C, D")),
        ("  ", PersonName()),
    ],
)
def test_parse_name_takes_plain_text_apart(text, name):
    assert parse_name(text) == name


@given(st.text())
def test_parse_name_reads_anything(text):
    assert isinstance(parse_name(text), PersonName)
