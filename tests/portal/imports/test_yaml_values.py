from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.imports.yaml_values import (
    Malformed,
    read_front_matter,
    read_items,
    read_yaml,
    text_of,
)


def test_scalars_stay_the_text_that_they_are():
    text = "date: 2020-01-01\nn: 1e3\nb: no\nq: 'null'\ne: null\nl: [a, {b: c}]\n"

    assert read_yaml(text) == {
        "date": "2020-01-01",
        "n": "1e3",
        "b": "no",
        "q": "null",
        "e": "",
        "l": ["a", {"b": "c"}],
    }


def test_items_come_with_their_lines():
    assert read_items("# x\n- a: 1\n  b: 2\n\n- c\n") == [
        (2, {"a": "1", "b": "2"}),
        (5, "c"),
    ]


@pytest.mark.parametrize(
    ("text", "front", "rest"),
    [
        ("---\ntitle: X\n---\nBody\n", {"title": "X"}, "Body\n"),
        ("+++\ntitle = 'X'\nyear = 2018\n+++\n", {"title": "X", "year": "2018"}, ""),
        ("No front\n---\n", {}, "No front\n---\n"),
    ],
)
def test_front_matter_is_yaml_or_toml(text, front, rest):
    assert read_front_matter(text) == (front, rest)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: &a [x]\nb: *a\n", "Line 2: aliases (*) are not read; write it out."),
        ("[" * 100_000, "Line 1: lists stand too deep inside each other."),
        ("a: b: c", "Line 1: mapping values are not allowed in this context."),
    ],
)
def test_bombs_and_broken_text_are_refused_in_a_sentence(text, sentence):
    with pytest.raises(Malformed) as refused:
        read_yaml(text)

    assert str(refused.value) == sentence


def test_lists_and_mappings_become_text():
    assert text_of(["a", "", {"b": ["c", "d"], "e": ""}]) == "a; b: c; d"


@given(st.text(max_size=200))
def test_any_text_is_a_value_or_malformed(text):
    with suppress(Malformed):
        read_yaml(text)
        read_front_matter(f"+++\n{text}\n+++\n")
