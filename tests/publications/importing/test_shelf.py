"""Where packed works stand. Without a database."""

from hypothesis import given
from hypothesis import strategies as st

from publications.importing.shelf import CROWD, FIRST_SLOTS, Places


@given(st.lists(st.lists(st.integers(-40, 40), unique=True, max_size=9), max_size=60))
def test_places_are_those_of_a_dict(works):
    places, known = Places(), {}
    for place, look_ups in enumerate(works):
        places.add(look_ups, place)
        for each in look_ups:
            known.setdefault(each, []).append(place)

    found = {each: sorted(places.of([each])) for each in range(-41, 42)}

    assert found == {each: known.get(each, [])[:CROWD] for each in range(-41, 42)}


def test_more_look_ups_than_there_are_slots_find_their_place():
    places, many = Places(), list(range(2 * FIRST_SLOTS))

    places.add(many, 7)

    assert places.of([*many[:3], -1]) == [7, 7, 7]
