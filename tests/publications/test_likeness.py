import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publications.likeness import (
    compare_names,
    name_shapes,
    significant,
    title_key,
    title_overlap,
)
from publications.names import PersonName, parse_name

ALIKE = [
    ("Chioteli Efstathia", "Efstathia Chioteli", "exact"),
    ("SeongKu Kang", "Seong-Ku Kang", "exact"),
    ("Yann LeCun", "Yann Le Cun", "exact"),
    ("Yann Lecun", "Yann LeCun", "exact"),
    ("Ludwig van Beethoven", "van Beethoven, Ludwig", "exact"),
    ("Sercan O. Arik", "Sercan Arik", "middle"),
    ("Sercan O. Arik", "Sercan Ömer Arık", "middle"),
    ("Arik Sercan", "Sercan O. Arik", "middle"),
    ("P. Jeffrey Brantingham", "Jeffrey Brantingham", "middle"),
    ("Paul Jeffrey Brantingham", "P. Jeffrey Brantingham", "middle"),
    ("Martin Luther King Jr.", "Martin Luther King", "middle"),
    ("S. Seo", "Sungyong Seo", "initials"),
    ("Seo S.", "Sungyong Seo", "initials"),
    ("S. Y. Seo", "Sungyong Seo", "initials"),
    ("JP Allem", "Jon-Patrick Allem", "initials"),
    ("J.-P. Allem", "Jon-Patrick Allem", "initials"),
    ("Sungong Seo", "Sungyong Seo", "similar-name"),
    ("Sungyong Brantinghan", "Sungyong Brantingham", "similar-name"),
    ("Jon Allem", "Jonathan Allem", "similar-name"),
    ("Jon Allem", "Jon-Patrick Allem", "similar-name"),
    ("Jürgen Schmidhuber", "Juergen Schmidhuber", "similar-name"),
    ("Jun Ho Lee", "Junho Lee", "similar-name"),
    ("Walter van der Laan", "Walter Laan", "similar-name"),
]
UNLIKE = [
    ("Changwei Hu", "Yifan Hu"),
    ("Yan Liu", "Yang Liu"),
    ("Yan Liu", "Yanchi Liu"),
    ("Yan Liu", "Yan Lin"),
    ("Yan Zhang", "Yan Zheng"),
    ("Liu", "Yan Liu"),
    ("Y. Liu", "Xin Liu"),
    ("Sungyong A. Seo", "Sungyong B. Seo"),
    ("Mary Anne Smith", "Anne Smith"),
    ("Martin King Jr.", "Martin King Sr."),
    ("Anna S.", "Andrea S."),
    ("{Yan Liu Group}", "Yan Liu"),
    ("李明", "理明"),
]


@pytest.mark.parametrize(("printed", "known", "likeness"), ALIKE)
def test_names_that_are_alike(printed, known, likeness):
    one, other = parse_name(printed), parse_name(known)

    assert compare_names(one, other) == likeness
    assert compare_names(other, one) == likeness
    assert name_shapes(one) & name_shapes(other)


@pytest.mark.parametrize(("printed", "known"), UNLIKE)
def test_names_of_different_people(printed, known):
    one, other = parse_name(printed), parse_name(known)

    assert compare_names(one, other) == ""
    assert compare_names(other, one) == ""


given_words = st.sampled_from([
    "S.", "S", "Y.", "P.", "JP", "Jon", "Jonathan", "Sungyong", "Sungong",
    "Sungyung", "Seong-Ku", "SeongKu", "Seong", "Jürgen", "Juergen", "Jeffrey",
    "Jeffery", "Van", "홍", "Seo",
])  # fmt: skip
family_words = st.sampled_from([
    "Seo", "S.", "Kang", "Liu", "Brantingham", "Brantinghan", "van", "der", "Laan",
    "Müller", "Mueller", "Muller", "Kang-Seo", "LeCun", "Sungyong", "😀",
])  # fmt: skip
names = st.builds(
    PersonName,
    given=st.lists(given_words, max_size=3).map(" ".join),
    family=st.lists(family_words, max_size=2).map(" ".join),
    suffix=st.sampled_from(["", "Jr.", "II"]),
) | st.builds(PersonName, literal=family_words)


@given(names, names)
@example(PersonName(family="Seo Seo"), PersonName("S.", "Seo"))
def test_names_that_are_alike_share_a_shape(one, other):
    likeness = compare_names(one, other)

    assert compare_names(other, one) == likeness
    assert not likeness or name_shapes(one) & name_shapes(other)


def test_title_key_is_bare():
    assert title_key("Physics-aware  “Difference” Graphs: É!") == (
        "physics aware difference graphs e"
    )


def test_long_title_keys_are_cut_and_still_differ():
    one, other = title_key("word " * 100 + "one"), title_key("word " * 100 + "two")

    assert len(one) == len(other) == 255
    assert one != other


def test_significant_words_leave_stop_words_out():
    assert significant("on the flow of time") == {"flow", "time"}
    assert significant("on the") == {"on", "the"}


def test_title_overlap_counts_shared_words():
    words = significant("graph networks")

    assert title_overlap(words, significant("the graph networks of time again")) == (
        0.5,
        1.0,
    )
    assert title_overlap(words, significant("")) == (0.0, 0.0)
