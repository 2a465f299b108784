"""Papers of the site that may be recorded twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare
from publications.importing import duplicates
from publications.importing.duplicates import keep_apart, possible_duplicates
from publications.models import Decision, Publication, Relation
from tests.factories import make_paper

pytestmark = pytest.mark.django_db


def found(**options):
    return [
        (pair.one.slug, pair.other.slug)
        for pair in possible_duplicates(**options).pairs
    ]


@pytest.fixture
def two():
    older = make_paper("Deep learning of road traffic networks", ["Ann Smith", "Bo Li"])
    make_paper("Beetles of northern forests", ["Ann Smith", "Bo Li"])
    newer = make_paper("Deep learning of traffic networks", ["Ann Smith", "Bo Li"])
    return newer, older


def test_papers_with_titles_and_authors_alike_are_a_pair_once(two):
    newer, older = two
    [pair] = possible_duplicates().pairs

    assert (pair.one, pair.other) == two
    assert pair.why == (
        "It may be the same work as “Deep learning of road traffic networks” "
        f"({older.slug}): 80% of the words of the titles and 100% of the authors agree."
    )


@pytest.mark.parametrize("turned", [False, True])
def test_pair_that_is_kept_apart_is_gone_until_that_is_forgotten(two, turned):
    one, other = reversed(two) if turned else two
    keep_apart(one=one, other=other)
    keep_apart(one=one, other=other)
    assert found() == []
    Decision.objects.get().delete()
    assert len(found()) == 1


def test_papers_tied_by_a_relation_are_no_pair(two):
    Relation.objects.create(publication=two[0], other=two[1])

    assert found() == []


def test_what_is_kept_apart_binds_no_import(two):
    bib = b"@article{a, title = {Waves at sea}, author = {Jo Doe}, year = {2020}}"
    run = prepare(kind="publications", sources=[SourceFile("a.bib", bib)])
    apply(run=run)
    paper = Publication.objects.first()
    twin = make_paper("Waves at sea", ["Jo Doe"])
    keep_apart(one=twin, other=paper)
    again = prepare(
        kind="publications",
        sources=[SourceFile("a.bib", bib.replace(b"2020", b"2020, pages = {3}"))],
    )

    assert [(row.action, row.target) for row in again.rows.all()] == [
        ("updated", paper.slug)
    ]


def test_a_page_looks_through_so_many_papers_and_says_where_to_go_on(two, monkeypatch):
    monkeypatch.setattr(duplicates, "AT_A_TIME", 1)
    monkeypatch.setattr(duplicates, "MOST_PAPERS", 1)
    first = possible_duplicates()
    second = possible_duplicates(first.last)

    assert (len(first.pairs), first.last) == (1, two[0].pk)
    assert (second.pairs, second.looked) == ([], 1)
    assert possible_duplicates(second.last).last is None


def test_screen_leads_to_the_merge_and_keeps_what_is_said(admin_client, two):
    url = reverse("duplicates:index")
    text = admin_client.get(url).content.decode()
    assert f"{reverse('papers:merge', args=[two[1].pk])}?other={two[0].pk}" in text
    admin_client.post(url, {"one": two[0].pk, "other": two[1].pk})

    assert admin_client.get(url).context["pairs"] == []
    assert admin_client.post(url, {"one": "x", "other": ""}).status_code == 404


def test_screen_asks_the_database_as_often_for_many_pairs(admin_client, two):
    url = reverse("duplicates:index")
    admin_client.get(url)
    with CaptureQueriesContext(connection) as few:
        admin_client.get(url)
    for number in range(4):
        make_paper("Deep learning of traffic networks", ["Bo Li"], year=f"201{number}")
    with CaptureQueriesContext(connection) as many:
        admin_client.get(url)

    assert len(many) == len(few)
