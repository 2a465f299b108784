import pytest

from publications.metadata.dublin_core import dublin_core
from publications.models import Publication
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

URL = "https://lab.example.org/publications/on-engines/"


def test_what_is_known_stands_in_dublin_core():
    made = make_paper(
        "On Engines",
        ["Ada Lovelace", "Yan Liu"],
        type="article",
        year="2018-08",
        venue="arXiv",
        abstract="Of engines.",
        topics=("Engines",),
        extra={"language": "eng"},
    )
    paper = Publication.objects.with_rows().get(pk=made.pk)

    assert dublin_core(paper, URL) == [
        ("DC.title", "On Engines"),
        ("DC.creator", "Ada Lovelace"),
        ("DC.creator", "Yan Liu"),
        ("DC.type", "preprint"),
        ("DC.date", "2018-08"),
        ("DC.source", "arXiv"),
        ("DC.language", "en"),
        ("DC.subject", "Engines"),
        ("DC.description", "Of engines."),
        ("DC.identifier", URL),
    ]


def test_doi_is_the_identifier_where_there_is_one():
    made = make_paper(identifiers=(("doi", "10.1000/x"),))
    paper = Publication.objects.with_rows().get(pk=made.pk)

    assert ("DC.identifier", "doi:10.1000/x") in dublin_core(paper, URL)
