"""Values as the text of JSON. Without a database."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.dates import PartialDate
from portal.encoded_json import encoded

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.characters(),
    lambda values: st.lists(values) | st.dictionaries(st.text(), values),
)


@given(VALUES)
def test_any_value_comes_back(value):
    assert json.loads(encoded(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"name": "Jürgen"}, '{"name":"Jürgen"}'),
        ({"name": "\ud83d"}, r'{"name": "\ud83d"}'),
        ({1: 2**70}, '{"1": 1180591620717411303424}'),
    ],
)
def test_json_writes_what_orjson_does_not_know(value, text):
    assert encoded(value) == text


@pytest.mark.parametrize("value", [date(2018, 8, 5), PartialDate("2018"), {1, 2}])
def test_what_json_refuses_is_refused(value):
    with pytest.raises(TypeError):
        encoded({"value": value})
