"""What is typed, understood; and words as the index has them. No database."""

import pytest

from publications.search.query import parse
from publications.search.words import stemmed_words, words


def understood(text):
    """(field, words, signs) for each term, and the years where there are some."""
    query = parse(text)
    signs = [("-" * t.is_negative + "*" * t.is_prefix) for t in query.terms]
    terms = [
        (t.field, " ".join(t.words), sign)
        for t, sign in zip(query.terms, signs, strict=True)
    ]
    return terms, (query.first_year, query.last_year)


NO_YEARS = (None, None)


@pytest.mark.parametrize(
    ("text", "terms", "years"),
    [
        ("Deep graphs", [("", "deep", ""), ("", "graphs", "*")], NO_YEARS),
        ('"deep sets"', [("", "deep sets", "")], NO_YEARS),
        ("“deep sets” x", [("", "deep sets", ""), ("", "x", "")], NO_YEARS),
        ('"not closed', [("", "not closed", "")], NO_YEARS),
        ("author:Arık", [("authors", "arik", "*")], NO_YEARS),
        ('by:"yan liu"', [("authors", "yan liu", "")], NO_YEARS),
        ("Ban-Weiss", [("", "ban weiss", "*")], NO_YEARS),
        ("x -y", [("", "x", ""), ("", "y", "-")], NO_YEARS),
        ("the art of it", [("", "art", ""), ("", "it", "*")], NO_YEARS),
        ("to the", [("", "to", ""), ("", "the", "*")], NO_YEARS),
        ("foo:bar", [("", "foo bar", "*")], NO_YEARS),
        ("author: ???", [("", "author", "*")], NO_YEARS),
        ("year:2018", [], (2018, 2018)),
        ("year:2021-2018", [], (2018, 2021)),
        ("year:2018-", [], (2018, None)),
        ("year:–2018", [], (None, 2018)),
        ("-year:2018 x", [("identifiers", "n2018", "-"), ("", "x", "")], NO_YEARS),
        ("year:soon", [("identifiers", "soon", "*")], NO_YEARS),
        ("https://doi.org/10.1/x", [("", "https doi org n10 n1 x", "")], NO_YEARS),
        ("10.1000/ab", [("", "n10 n1000 ab", "*")], NO_YEARS),
        ("\x00 '\" -- ::", [], NO_YEARS),
    ],
)
def test_what_is_typed_is_understood(text, terms, years):
    assert understood(text) == (terms, years)


def test_long_texts_are_cut():
    assert len(parse("word " * 2000).terms) == 10
    assert parse("x" * 9999).terms[0].words == ("x" * 60,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Søgne & Arık", "sogne arik"),
        ("O'Neil’s e-mail", "oneils e mail"),
        ("5e10abc 2018", "n5e10abc n2018"),
        ("深度 learning", "u6df1 u5ea6 learning"),
        ("محمد", "mhmd"),
        ("???", ""),
    ],
)
def test_words_are_plain_in_every_script(text, expected):
    assert words(text) == expected


def test_plurals_are_one_with_their_singulars():
    plurals = "networks studies classes boxes movies approaches"
    singulars = "network study class box movie approach"

    assert stemmed_words(plurals) == stemmed_words(singulars)
    assert stemmed_words("bus analysis gas class") == "bus analysis ga class"


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("It's `Deep`-Sets!\t2\n", "its deep sets n2"),
        ("It’s “Deep”–Sets!\t2\n", "its deep sets n2"),
        ("'?!", ""),
        ("’¿¡", ""),
        ("", ""),
    ],
)
def test_signs_are_read_alike_in_ascii_and_in_print(text, indexed):
    assert words(text) == indexed
