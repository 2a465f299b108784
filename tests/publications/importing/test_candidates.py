"""Whom a name may mean; without a database."""

from publications.importing.candidates import (
    Candidate,
    KnownAuthor,
    KnownAuthors,
    candidates,
    listed,
)
from publications.importing.side_by_side import Pair, side_by_side
from publications.names import parse_name

SUNGYONG = KnownAuthor(1, parse_name("Sungyong Seo"), member="sungyong-seo", papers=3)
SANGWOO = KnownAuthor(2, parse_name("Sangwoo Seo"), coauthors={7: "Bo Li"}, papers=1)
YAN = KnownAuthor(3, parse_name("Yan Liu"), frozenset({"liu yanny"}))


def found(printed, *papers):
    name = parse_name(printed)
    like = KnownAuthors([SUNGYONG, SANGWOO, YAN]).like(name)
    return candidates(name, like, list(papers))


def test_members_come_first_and_shared_coauthors_are_named():
    assert found("S. Seo", {7}, {8}) == [
        Candidate(SUNGYONG, "initials"),
        Candidate(SANGWOO, "initials", ("Bo Li",)),
    ]


def test_who_stands_on_each_of_the_papers_is_somebody_else():
    assert found("S. Seo", {1, 2}, {1}) == [Candidate(SANGWOO, "initials")]


def test_other_spelling_is_an_exact_name():
    assert found("Yanny Liu", set()) == [Candidate(YAN, "exact")]


def test_name_that_is_like_nobodys_has_no_candidates():
    assert found("Ada Lovelace", {1}) == []


def test_evidence_says_what_speaks_for_somebody():
    assert Candidate(SANGWOO, "initials", ("Bo Li",)).evidence == (
        "has a name that these initials fit; wrote with Bo Li, who is on these papers "
        "too; has 1 paper here."
    )


def test_long_lists_of_coauthors_are_cut():
    lists = [listed(tuple("ABCDE"[:count])) for count in (1, 2, 3, 5)]

    assert lists == ["A", "A and B", "A, B and C", "A, B, C and 2 more"]


def test_facts_of_two_statements_stand_side_by_side():
    ours = {"title": "On Trees", "venue": "J", "abstract": "Ours"}
    theirs = {"title": "On Trees", "venue": "K", "doi": "10.1/x", "extra.isrc": "Q"}

    pairs = side_by_side(ours, theirs)

    assert [(pair.heading, pair.mark) for pair in pairs] == [
        ("Title", "equal"),
        ("Venue", "differs"),
        ("DOI", "added"),
        ("Abstract", "missing"),
        ("Isrc", "added"),
    ]


def test_facts_are_shown_as_text():
    texts = [Pair("f", fact).our_text for fact in (True, ["a", "b"], "c", "")]

    assert texts == ["yes", "a; b", "c", ""]
