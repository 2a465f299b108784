"""The held works that a file's may be, as they are found through indexed columns."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.dates import PartialDate
from publications.importing import held_works
from publications.importing.held_works import works_like
from publications.importing.match import work_of
from publications.models import Decision, Identifier, Publication
from publications.names import parse_name
from publications.values import AppearanceRecord, Contributor, Record
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

TITLE = "Watering plans for small gardens in summer"


def stated(title=TITLE, **facts):
    place = AppearanceRecord(date=PartialDate("2020"))
    names = (Contributor(parse_name("Ann Smith")),)
    record = Record(title=title, contributors=names, appearances=(place,), **facts)
    return work_of(record)


@pytest.fixture
def paper():
    make_paper("Statistics of distant stars", ["Dee Ray"])
    paper = make_paper(TITLE, ["Ann Smith", "Bo Li"])
    Publication.objects.filter(pk=paper.pk).update(citation_key="smith20")
    Identifier.objects.create(publication=paper, scheme="doi", value="10.1000/x")
    return paper


@pytest.mark.parametrize(
    "work",
    [
        stated(),
        stated("Plans of watering small gardens"),
        stated("Quite another", key="smith20"),
        stated("Quite another", identifiers=(("doi", "10.1000/x"),)),
    ],
    ids=["title", "words", "key", "identifier"],
)
def test_work_is_found_with_what_matching_needs(paper, work):
    ((found,), decided) = works_like([work])

    assert (found.slug, found.key, found.identifiers, found.families, decided) == (
        paper.slug,
        "smith20",
        {("doi", "10.1000/x")},
        {"smith", "li"},
        {},
    )


def test_title_that_an_editor_changed_is_found_by_what_was_stated(paper):
    paper.imported = {"said": {"title": "What the file called it"}}
    paper.save()

    found, _ = works_like([stated("What the file called it")])

    assert [each.slug for each in found] == [paper.slug]


def test_decided_work_is_found_whatever_its_title(paper):
    work = stated("Quite another")
    Decision.objects.create(work_title=work.title, publication=paper, same=True)

    found, decided = works_like([work])

    assert ([each.slug for each in found], decided) == (
        [paper.slug],
        {(work.title_key, paper.slug): True},
    )


def test_many_works_take_no_more_queries_than_one(paper, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        works_like([stated(f"{TITLE} {number}") for number in range(100)])


def test_no_query_asks_for_an_order(paper):
    """For one it would read a whole table: 0.2 s for each chunk on 100,000 papers."""
    with CaptureQueriesContext(connection) as queries:
        works_like([stated(key="smith20", identifiers=(("doi", "10.1000/x"),))])

    assert len(queries) > 9
    assert [each["sql"] for each in queries if "ORDER BY" in each["sql"]] == []


def test_crowd_is_counted_once(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(held_works, "CROWD", 1)
    for words in ("Tall towers", "The tall towers", "Low houses"):
        make_paper(words)
    crowds, pairs = held_works.Crowds(), ["tall towers", "houses low"]

    few = crowds.without("title_pair_1", [*pairs, "houses low"])
    with django_assert_num_queries(1):
        again = crowds.without("title_pair_1", pairs)
    with django_assert_num_queries(0):
        assert crowds.without("title_pair_1", pairs[:1]) == []
    assert (few, again) == (["houses low"], ["houses low"])
