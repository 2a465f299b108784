"""The index counts as somebody would who goes through all papers one by one."""

import random
from collections import Counter

import pytest

from publications.listed.bits import Papers, PlaceSet, of_few, of_many
from publications.listed.facet_index import SEARCHES, ListingIndex
from publications.listed.labels import Values

FACETS = ("year", "type", "venue", "topic")


def made(seed, count=400):
    """Papers as the index is given them: {id: (sort date, year, keys)}."""
    chance = random.Random(seed)
    papers = {}
    for pk in chance.sample(range(1, 10 * count), count):
        year = chance.choice([None, 2018, 2019, 2020])
        keys = {
            f"type:{chance.choice('ab')}",
            *(f"venue:v{chance.randint(0, 300)}" for _ in range(2)),
            *(f"topic:t{chance.randint(0, 3)}" for _ in range(chance.randint(0, 3))),
        }
        date = f"{year}0{chance.randint(1, 9)}00" if year else ""
        keys |= {f"year:{year}"} if year else set()
        papers[pk] = (date, year, " ".join(keys))
    return papers


@pytest.fixture(autouse=True)
def _plain_labels(monkeypatch):
    """Every key is its own value: names are read from the database."""

    def values_of(keys):
        found = {facet: Values() for facet in FACETS}
        for key in keys:
            facet, _, value = key.partition(":")
            found[facet].add(value, value.upper(), key)
        return found

    monkeypatch.setattr("publications.listed.facet_index.values_of", values_of)


def matching(papers, chosen, hits=None):
    """The ids that a reader of all papers would choose, newest first."""

    def fits(pk):
        keys = papers[pk][2].split()
        return (hits is None or pk in hits) and all(
            any(f"{facet}:{value}" in keys for value in values)
            for facet, values in chosen.items()
        )

    ids = sorted(filter(fits, papers))
    return sorted(ids, key=lambda pk: papers[pk][0], reverse=True)


def choices(seed):
    chance = random.Random(seed)
    chosen = {
        "type": {"a"},
        "venue": {f"v{chance.randint(0, 300)}" for _ in range(60)},
        "topic": {"t1", "t2"},
        "year": {"2018", "2020"},
    }
    return {facet: chosen[facet] for facet in chance.sample(FACETS, seed % 4)}


@pytest.mark.parametrize("seed", range(12))
def test_selection_is_what_fits(seed):
    papers, chosen = made(seed), choices(seed)
    hits = random.Random(seed).sample(sorted(papers), 200) if seed % 2 else None
    wanted = matching(papers, chosen, hits)

    selection = ListingIndex(papers).select(chosen, hits and [*hits, 10**9])

    assert selection.count == len(wanted)
    assert selection.all_ids() == wanted
    assert selection.ids(7, 20) == wanted[7:20]
    in_order = [pk for pk in hits or wanted if pk in set(wanted)]
    assert selection.ids(2, 9, by_relevance=True) == in_order[2:9]


@pytest.mark.parametrize("seed", range(12))
def test_counts_leave_out_the_own_choice(seed):
    papers, chosen = made(seed), choices(seed)
    selection = ListingIndex(papers).select(chosen)
    for facet in FACETS:
        others = {name: values for name, values in chosen.items() if name != facet}
        wanted = Counter(
            key.partition(":")[2]
            for pk in matching(papers, others)
            for key in papers[pk][2].split()
            if key.startswith(f"{facet}:")
        )
        assert {each.value: each.count for each in selection.counts(facet)} == wanted


@pytest.mark.parametrize("seed", range(4))
def test_years_say_where_they_begin(seed):
    papers, chosen = made(seed), choices(seed)
    ids = matching(papers, chosen)
    selection = ListingIndex(papers).select(chosen)

    for year, count, first in selection.years():
        assert {papers[pk][1] for pk in ids[first : first + count]} == {year}
    assert sum(count for _, count, _ in selection.years()) == len(ids)


def test_unknown_value_selects_nothing_and_unknown_facet_is_none():
    index = ListingIndex(made(1))

    assert index.select({"venue": {"nowhere"}}).count == 0
    assert index.select({"colour": {"red"}, "type": set()}).count == 400


def test_sets_of_places():
    places = [3, 200, 64, 0]
    papers = Papers(of_few(places), 300)

    assert of_many([*places, None], 300) == of_few(places)
    assert (papers.count, list(papers.places(1, 3))) == (4, [3, 64])
    assert PlaceSet([3, 5, 200]).count_in(papers) == 2
    assert PlaceSet(list(range(250))).count_in(papers) == 4
    assert Papers(0, 0).places(0, 5) == range(0)


def test_hits_of_the_same_words_are_found_once():
    index = ListingIndex({1: ("20200101", 2020, ""), 2: ("20210101", 2021, "")})
    asked = []

    def find():
        asked.append(1)
        return [2, 1, 99]

    found = [index.select({}, index.hits_of("deep", find)) for _ in range(3)]

    assert [each.ids(0, 5, by_relevance=True) for each in found] == [[2, 1]] * 3
    assert len(asked) == 1


def test_hits_of_a_few_searches_are_kept():
    index = ListingIndex({1: ("20200101", 2020, "")})

    for number in range(SEARCHES + 5):
        index.hits_of(str(number), lambda: [1])

    assert len(index._searches) == SEARCHES
