"""Which of a work's places is cited, and as what."""

import pytest

from portal.dates import PartialDate
from publications.formats import bibtex
from publications.importing.normalise import normalise
from publications.names import PersonName
from publications.values import AppearanceRecord, LinkRecord, Record
from tests.publications.citing.works import cited, record

PREPRINT = AppearanceRecord(venue="bioRxiv", kind="preprint", date=PartialDate("2021"))


@pytest.mark.parametrize(
    ("work", "reference"),
    [
        (
            record(
                "Doe, Jo",
                "T",
                "2022",
                venue="ICLR",
                status="under-review",
                also=(PREPRINT,),
            ),
            "Doe, J. (2021). *T*. bioRxiv.",
        ),
        (
            record(
                "Doe, Jo",
                "T",
                "2022",
                venue="ICLR",
                status="submitted",
                arxiv="2201.00001",
            ),
            "Doe, J. (2022). *T* (arXiv:2201.00001). arXiv. https://arxiv.org/abs/2201.00001",
        ),
        (
            record(
                "Doe, Jo", "T", "2022", type="article", venue="ICLR", status="submitted"
            ),
            "Doe, J. (2022). *T* [Manuscript submitted for publication].",
        ),
        (
            record("Doe, Jo", "T", "2022", venue="ICLR", status="rejected"),
            "Doe, J. (2022). *T* [Unpublished manuscript].",
        ),
        (
            record(
                "Doe, Jo",
                "T",
                "2020",
                type="paper-conference",
                venue="Proceedings of the VLDB Endowment",
                volume="13",
                number="4",
                pages="1-9",
            ),
            "Doe, J. (2020). T. *Proceedings of the VLDB Endowment*, *13*(4), 1–9.",
        ),
        (record("Doe, Jo", "T", "2019/2020", type="book"), "Doe, J. (2019–2020). *T*."),
        (record("Doe, Jo", "T", "soon", type="book"), "Doe, J. (n.d.). *T*."),
        (Record(title="Bare"), "*Bare*. (n.d.)."),
        (
            record("Doe, Jo", "$O(n)$ of\n\x0bit", "2020", type="book"),
            "Doe, J. (2020). *O(n) of it*.",
        ),
    ],
)
def test_place_that_is_out_there_is_cited(work, reference):
    assert cited("apa", work) == reference


@pytest.mark.parametrize(
    ("type", "series"), [("article-journal", "New Series"), ("chapter", "KDD '18")]
)
def test_series_without_volumes_of_its_own_is_not_cited(type, series):
    work = record(
        "", "T", "", type=type, venue="V", volume="2", extra={"series": series}
    )

    assert cited("mla", work) == "“T.” *V*, vol. 2."


def test_address_that_runs_is_never_a_link():
    work = Record(title="T", links=(LinkRecord("paper", "javascript:alert(1)"),))

    assert cited("apa", work) == "*T*. (n.d.)."


def test_very_many_authors_are_cited_in_every_style():
    names = "; ".join(f"Author, A{number}" for number in range(500))
    work = record(names, "T" * 10_000, "2020", venue="V")

    lengths = [len(cited(style, work)) for style in ("ieee", "chicago", "mla")]
    assert max(lengths) < 10_300
    assert cited("vancouver", work).startswith(
        "Author A, Author A, Author A, Author A,"
    )
    assert PersonName("A499", "Author").display not in cited("apa", work)


@pytest.mark.parametrize(
    ("entry", "degree"),
    [
        ("@phdthesis", "Doctoral dissertation"),
        ("@mastersthesis", "Master’s thesis"),
        ("@mathesis", "Master’s thesis"),
        ("@bathesis", "Bachelor’s thesis"),
        ("@mastersthesis{type = {Diplomarbeit}}", "Master’s thesis"),
        ("@thesis{type = {mathesis}}", "Master’s thesis"),
        ("@thesis{type = {B.Sc. thesis}}", "Bachelor’s thesis"),
    ],
)
def test_degree_is_the_one_that_the_entry_says(entry, degree):
    type_, _, fields = entry.removesuffix("}").partition("{")
    source = f"{type_}{{k, title={{T}}, school={{S}}, author={{Doe, Jo}}, year=2020, {fields}}}"
    (found,) = bibtex.read(source, "a.bib")

    assert f"[Unpublished {degree[0].lower()}{degree[1:]}]" in cited(
        "apa", normalise(found)
    )
