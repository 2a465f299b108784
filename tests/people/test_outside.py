"""Who outside the lab writes with a member again and again."""

import pytest

from people.outside import MOST_AUTHORS, outside_coauthors
from publications.models import Authorship
from tests.factories import make_paper

pytestmark = pytest.mark.django_db


def shown(papers):
    return [
        (each.name, each.count, str(each.years))
        for each in outside_coauthors({paper.pk: 2020 for paper in papers}, "ann")
    ]


def written_together(authors):
    """Two papers by the same authors."""
    papers = [make_paper(title, authors) for title in ("Alpha", "Beta")]
    for name in authors:
        same = Authorship.objects.filter(printed_name=name)
        same.update(author=same.first().author)
    return papers


def test_coauthor_of_two_papers_is_shown():
    papers = written_together(["Ann Doe", "Bo Roe"])

    assert shown(papers) == [("Ann Doe", 2, "2020"), ("Bo Roe", 2, "2020")]
    assert shown(papers[:1]) == []


def test_nobody_writes_with_anybody_on_the_paper_of_a_collaboration():
    names = [f"Ann Doe {chr(65 + n % 26)}{chr(65 + n // 26)}" for n in range(60)]
    full = written_together(names[:MOST_AUTHORS])
    crowded = written_together(names[: MOST_AUTHORS + 1])

    assert len(shown(full)) == 20
    assert shown(crowded) == []
