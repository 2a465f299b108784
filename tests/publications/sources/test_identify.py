import pytest
from hypothesis import given
from hypothesis import strategies as st

from publications.sources.identify import MOST, Wanted, identify, identify_all


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10.1000/XYZ123", Wanted("doi", "10.1000/xyz123")),
        ("https://doi.org/10.1000/xyz123", Wanted("doi", "10.1000/xyz123")),
        ("https://dx.doi.org/10.1000/a%2Fb.", Wanted("doi", "10.1000/a/b")),
        ("https://link.springer.com/article/10.1007/x-1", Wanted("doi", "10.1007/x-1")),
        ("2101.00001v2", Wanted("arxiv", "2101.00001")),
        ("math/0309136", Wanted("arxiv", "math/0309136")),
        ("https://arxiv.org/abs/hep-th/9901001v1", Wanted("arxiv", "hep-th/9901001")),
        ("https://arxiv.org/pdf/2101.00001v2.pdf", Wanted("arxiv", "2101.00001")),
        ("10.48550/arXiv.2101.00001", Wanted("arxiv", "2101.00001")),
        ("0000-0002-1825-0097", Wanted("orcid", "0000-0002-1825-0097")),
        (
            "https://orcid.org/0000-0002-1694-233x",
            Wanted("orcid", "0000-0002-1694-233X"),
        ),
        ("A5023888391", Wanted("openalex", "A5023888391")),
        ("https://openalex.org/authors/a5023888391", Wanted("openalex", "A5023888391")),
        ("12/3456-1", Wanted("dblp", "12/3456-1")),
        ("l/YannLeCun", Wanted("dblp", "l/YannLeCun")),
        ("https://dblp.org/pid/12/3456-1.html", Wanted("dblp", "12/3456-1")),
        ("https://dblp.uni-trier.de/pid/l/YannLeCun", Wanted("dblp", "l/YannLeCun")),
        ("pmid:25741868", Wanted("pmid", "25741868")),
        ("https://pubmed.ncbi.nlm.nih.gov/25741868/", Wanted("pmid", "25741868")),
    ],
)
def test_an_identifier_is_known_in_any_spelling(text, wanted):
    assert identify(text) == wanted


@pytest.mark.parametrize("text", ["25741868", "2020", "foo", "10.1000", "file:///x"])
def test_what_is_none_is_told_what_would_be(text):
    assert identify(text) == (
        f"'{text}' is no identifier that we can ask for. Give a DOI (10.1000/xyz123), "
        "an arXiv identifier (1706.03762), an ORCID iD (0000-0002-1825-0097), an "
        "OpenAlex author (A5023888391), a DBLP person (dblp.org/pid/12/3456-1) or a "
        "PubMed identifier (pmid:25741868)."
    )


def test_a_mistyped_orcid_id_is_told_so():
    assert identify("0000-0002-1825-0098") == (
        "'0000-0002-1825-0098' is not an ORCID iD. An ORCID iD looks like "
        "0000-0002-1825-0097, and its last character checks the others."
    )


def test_an_isbn_is_told_where_it_leads():
    assert identify("978-0-262-03384-8") == (
        "'978-0-262-03384-8' is an ISBN, by which none of our sources finds a book. "
        "Its DOI would do."
    )


def test_one_box_takes_a_list():
    text = "doi: 10.1000/a, https://doi.org/10.1000/b;2101.00001\n\n10.1000/A 12/3456\t"

    assert identify_all([text]) == (
        [
            Wanted("doi", "10.1000/a"),
            Wanted("doi", "10.1000/b"),
            Wanted("arxiv", "2101.00001"),
            Wanted("dblp", "12/3456"),
        ],
        [],
    )


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/a,b",
        "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ],
)
def test_a_doi_keeps_its_commas(doi):
    assert identify_all([doi]) == ([Wanted("doi", doi)], [])


def test_more_than_five_hundred_are_cut():
    wanted, problems = identify_all([f"10.1000/{n}" for n in range(MOST + 2)])

    assert (len(wanted), wanted[-1]) == (MOST, Wanted("doi", f"10.1000/{MOST - 1}"))
    assert problems == [
        "These are 502 identifiers; the first 500 were asked for, the most that one "
        "import takes."
    ]


def test_a_page_of_prose_gives_no_page_of_complaints():
    _, problems = identify_all(["\n".join(f"word{n}" for n in range(100))])

    assert len(problems) == 21
    assert problems[-1] == "80 more lines are no identifiers either."


def test_a_line_that_is_no_identifier_is_explained_once():
    wanted, problems = identify_all(["not a doi", "10.1000/a but see this", "0000-1"])

    assert wanted == [Wanted("doi", "10.1000/a")]
    assert problems == [
        identify("not a doi"),
        "'but see this' is no identifier that we can ask for.",
        "'0000-1' is no identifier that we can ask for.",
    ]


@given(st.text(max_size=200))
def test_any_text_is_understood_or_answered_with_a_sentence(text):
    wanted, problems = identify_all([text])

    assert all(identify(each.value) for each in wanted)
    assert all(problem.endswith(".") for problem in problems)
