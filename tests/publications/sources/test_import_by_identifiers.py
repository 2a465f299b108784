"""From the box with identifiers to papers on the site."""

import pytest

from portal.imports.run import apply, read, store
from publications.models import Publication
from publications.sources import pace
from tests.factories import make_author
from tests.publications.sources.shapes import (
    ARXIV_FEED,
    DBLP_BIB,
    DOI_ITEM,
    OPENALEX_WORK,
    as_bytes,
    openalex_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_real_waiting(monkeypatch):
    monkeypatch.setattr(pace.PACE, "sleep", lambda seconds: None)


def bring_in(*identifiers):
    run = store(
        kind="publications", sources=[], options={"identifiers": list(identifiers)}
    )
    read(run=run)
    run.refresh_from_db()
    return run


def test_the_answers_are_kept_with_the_run(web):
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)

    run = bring_in("A5023888391", "10.1234/unknown")

    assert [
        (file.name, bytes(file.content), file.format) for file in run.files.all()
    ] == [("openalex-A5023888391.json", openalex_page(OPENALEX_WORK), "openalex")]
    assert run.notes == ["10.1234/unknown: doi.org does not know it."]


def test_two_sources_with_one_work_make_one_paper(web):
    web.answers = {
        "/openalex/works": openalex_page(OPENALEX_WORK),
        "/dblp/pid/12/3456.bib": DBLP_BIB.replace(
            "On Engines", "On Engines & Looms"
        ).encode(),
    }

    run = bring_in("A5023888391", "12/3456")
    apply(run=run)

    assert list(Publication.objects.values_list("title", flat=True)) == [
        "On Engines & Looms"
    ]


def test_an_author_with_the_orcid_id_is_who_has_written(web):
    ada = make_author("Augusta King", orcid="0000-0002-1825-0097")
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)

    apply(run=bring_in("A5023888391"))

    assert list(ada.authorships.values_list("printed_name", flat=True)) == [
        "A. Lovelace"
    ]


def test_a_preprint_comes_as_a_preprint(web):
    web.answers["/arxiv/api/query"] = ARXIV_FEED.encode()

    apply(run=bring_in("2101.00001"))

    paper = Publication.objects.get()
    assert (paper.type, paper.title, sorted(map(str, paper.identifiers.all()))) == (
        "article",
        "On α Engines and Looms at 50% Load",
        ["arxiv:2101.00001", "doi:10.1234/engines"],
    )


def test_a_second_import_changes_nothing(web):
    web.answers["/openalex/works"] = openalex_page(OPENALEX_WORK)
    apply(run=bring_in("A5023888391"))

    assert bring_in("A5023888391").counts == {"unchanged": 1}


def test_a_citation_more_is_no_change(web):
    path, now = "/doi/10.1234/engines", {"is-referenced-by-count": 4, "reference": []}
    web.answers[path] = [as_bytes(DOI_ITEM), as_bytes({**DOI_ITEM, **now})]
    apply(run=bring_in("10.1234/engines"))

    assert bring_in("10.1234/engines").counts == {"unchanged": 1}
