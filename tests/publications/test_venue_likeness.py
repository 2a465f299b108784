import pytest

from publications.venue_likeness import compare_venues

ONE_PLACE = [
    ("VLDB", "Very Large Data Bases"),
    ("SIGMOD Record", "ACM SIGMOD Record"),
    ("SIGMOD Conference", "International Conference on Management of Data"),
    (
        "VLDB J.",
        "The VLDB Journal — The International Journal on Very Large Data Bases",
    ),
    ("NeurIPS", "Neural Information Processing Systems"),
    ("J. Mach. Learn. Res.", "Journal of Machine Learning Research"),
    ("JMLR", "Journal of Machine Learning Research"),
    ("Climate Informatics (CI)", "International Workshop on Climate Informatics (CI)"),
]
TWO_PLACES = [
    ("VLDB", "VLDB J."),
    ("SIGMOD Conference", "ACM SIGMOD Record"),
    ("arXiv", "ICLR"),
    ("ICML", "ICML Workshop on Trees"),
    ("ICML", "NeurIPS"),
    ("Conference on Tall Trees", "Annual Meeting on Wide Rivers"),
]


@pytest.mark.parametrize(("one", "other"), ONE_PLACE)
def test_names_of_one_venue(one, other):
    assert (compare_venues(one, other), compare_venues(other, one)) == ("same", "same")


@pytest.mark.parametrize(("one", "other"), TWO_PLACES)
def test_names_of_two_venues(one, other):
    assert (compare_venues(one, other), compare_venues(other, one)) == (
        "other",
        "other",
    )


def test_unknown_short_name_is_open():
    assert compare_venues("PVLDB", "Proceedings of the VLDB Endowment") == "open"
