"""Which papers stand below a paper, in which order, and why."""

import pytest

from publications.models import Publication
from publications.paper.related import AT_MOST, related_papers
from tests.factories import make_author, make_paper

pytestmark = pytest.mark.django_db


def related(paper):
    whole = Publication.objects.with_rows().get(pk=paper.pk)
    return [(each.title, each.why) for each in related_papers(whole)]


def test_nearest_papers_come_first_and_say_what_they_share():
    ann, bo = make_author("Ann Ash"), make_author("Bo Birch")
    make_paper("By one", [ann, "Jo Doe"], year="1990")
    make_paper("By both", [ann, bo], year="1990")
    make_paper("On graphs, by one", [ann], topics=("Graphs",), venue="CoG")
    make_paper("On nothing of it", ["Cy Cole"], topics=("Other",))
    paper = make_paper("This", [ann, bo, "Di Dow"], topics=("Graphs", "Alone"))

    assert related(paper) == [
        ("On graphs, by one", "Same topic: Graphs; 1 author in common"),
        ("By both", "2 authors in common"),
        ("By one", "1 author in common"),
    ]


def test_rare_topic_counts_more_than_a_common_one():
    for number in range(6):
        make_paper(f"Common {number}", topics=("Common",))
    make_paper("Rare", topics=("Rare",))
    paper = make_paper("This", topics=("Common", "Rare"))

    assert related(paper)[0] == ("Rare", "Same topic: Rare")
    assert len(related(paper)) == 5


def test_nearer_year_and_same_venue_break_the_tie():
    for year in ("2001", "2019", "2011"):
        make_paper(f"Of {year}", topics=("Graphs",), year=year)
    paper = make_paper("This", topics=("Graphs",), year="2020")

    assert [title for title, _ in related(paper)] == ["Of 2019", "Of 2011", "Of 2001"]


def test_private_papers_are_related_to_nothing_in_public():
    make_paper("Secret", topics=("Graphs",), visibility="private")
    paper = make_paper("This", topics=("Graphs",))

    assert related(paper) == []


def test_paper_without_topics_and_known_authors_has_none(django_assert_num_queries):
    paper = make_paper("This")
    paper = Publication.objects.with_rows().get(pk=paper.pk)

    with django_assert_num_queries(0):
        assert related_papers(paper) == []


def test_two_queries_and_a_bounded_number_of_rows(django_assert_num_queries):
    ann = make_author("Ann Ash")
    papers = [make_paper(f"P{n}", [ann], topics=("Graphs",)) for n in range(8)]
    paper = Publication.objects.with_rows().get(pk=papers[7].pk)

    with django_assert_num_queries(2) as counted:
        assert len(related_papers(paper)) == 5
    assert f"LIMIT {AT_MOST}" in counted.captured_queries[0]["sql"]
