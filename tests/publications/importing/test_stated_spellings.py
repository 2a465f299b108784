"""What al-folio's coauthors.yml says of names. Without a database."""

import pytest

from publications.formats.coauthors import Coauthor
from publications.importing.known_authors import Known
from publications.importing.match_names import NameIndex
from publications.importing.name_evidence import Byline
from publications.importing.values import NameMatch
from publications.names import parse_name

ADAMS = Coauthor("adams", ("E.", "Edwin B.", "E. B."))
EDWIN = parse_name("Edwin B. Adams")
ORCIDS = "0000-0002-1825-0097", "0000-0001-5109-3700"


def match(*papers, people=(ADAMS,), known=(), excluded=()):
    """Of each paper's first name what it matches; papers are lists of names or pairs."""
    index = NameIndex(list(known), excluded=set(excluded))
    index.spell(people)
    pairs = [
        [each if isinstance(each, tuple) else (each, "") for each in paper]
        for paper in papers
    ]
    pairs = [[(parse_name(name), orcid) for name, orcid in each] for each in pairs]
    index.note_printed([Byline(*zip(*each, strict=True)) for each in pairs])
    return [index.match_all(each)[0] for each in pairs]


def test_spellings_are_one_new_person_with_the_fullest_name():
    found = match(["E. Adams"], ["Edwin B. Adams"], ["ADAMS, E.B."], ["Eva Adams"])

    assert found == [NameMatch(named=EDWIN)] + [
        NameMatch(),
        NameMatch(named=parse_name("ADAMS, Edwin B.")),
        NameMatch(),
    ]


def test_a_first_name_is_fuller_than_any_initials():
    (found,) = match(["J. S. B. Bach"], people=[Coauthor("bach", ("J.S.B.", "Jan"))])

    assert found == NameMatch(named=parse_name("Jan Bach"))


def test_name_of_a_known_author_is_theirs():
    found = match(["E. Adams"], known=[Known(7, EDWIN)])

    assert found == [NameMatch(7)]


def test_member_is_only_proposed_with_the_file_as_evidence():
    found = match(["E. Adams"], ["Ned Adams"], known=[Known(7, EDWIN, person="edwin")])

    said = "The site that was given says that “E. Adams” is “Edwin B. Adams”."
    assert found[0].proposed == "edwin"
    assert found[0].how == "initials"
    assert found[0].evidence.endswith(said)
    assert found[1] == NameMatch()


def test_spelling_that_is_like_a_member_is_a_question_as_before():
    member = Known(8, parse_name("Erik Adams"), person="erik")

    (found,) = match(["E. Adams"], known=[member])

    assert (found.proposed, found.named) == ("erik", None)


@pytest.mark.parametrize(
    "papers",
    [
        [["E. Adams", "Edwin B. Adams"], ["E. Adams"]],
        [[("E. Adams", ORCIDS[0])], [("E. B. Adams", ORCIDS[1])]],
        [["E. Adams Jr."]],
        [["E. Adamson"]],
    ],
    ids=["both-on-one-paper", "two-orcids", "junior", "other-family"],
)
def test_what_the_papers_contradict_counts_no_more(papers):
    assert [each.named for each in match(*papers)] == [None] * len(papers)


def test_spelling_of_two_people_is_nobodys():
    two = [Coauthor("bach", ("J. S.", "Johann")), Coauthor("bach", ("J. S.", "Jan"))]

    found = match(["J.S. Bach"], ["Johann Bach"], people=two)

    assert found == [NameMatch(), NameMatch()]


def test_decision_against_it_counts_more():
    found = match(["E. Adams"], known=[Known(7, EDWIN)], excluded=[("adams e", 7)])

    assert found == [NameMatch()]
