"""Where packed works stand. Without a database."""

from hypothesis import given
from hypothesis import strategies as st

from publications.importing.shelf import CROWD, Places


@given(st.lists(st.lists(st.integers(-40, 40), unique=True, max_size=9), max_size=60))
def test_places_are_those_of_a_dict(works):
    places, known = Places(), {}
    for place, look_ups in enumerate(works):
        places.add(look_ups, place)
        for each in look_ups:
            known.setdefault(each, []).append(place)

    found = {each: sorted(places.of([each])) for each in range(-41, 42)}

    assert found == {each: known.get(each, [])[:CROWD] for each in range(-41, 42)}


def test_marks_of_one_work_alone_take_no_place():
    places = Places(shared={1, 2})
    for place, marks in enumerate([[1, 3], [3, 4], [1, 2, 4]]):
        places.add(places.shared(marks), place)

    assert (places.of([1]), places.of([2, 3, 4])) == ([0, 2], [2])
