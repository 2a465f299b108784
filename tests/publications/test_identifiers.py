import pytest
from hypothesis import given
from hypothesis import strategies as st

from publications.identifiers import SCHEMES, explain, normalise, recognise, url_for

CANONICAL = [
    ("doi", "https://doi.org/10.1000/ABC.", "10.1000/abc"),
    ("doi", "doi:10.1000/xyz123", "10.1000/xyz123"),
    ("doi", "http://dx.doi.org/10.1000/a(b)c)", "10.1000/a(b)c"),
    ("doi", "https://doi.org/10.1002/(SICI)1%3C1::A%3E3", "10.1002/(sici)1<1::a>3"),
    ("doi", "10.1000", ""),
    ("arxiv", "arXiv:1706.03762v5 [cs.CL]", "1706.03762"),
    ("arxiv", "https://arxiv.org/pdf/1706.03762v1.pdf", "1706.03762"),
    ("arxiv", "10.48550/arXiv.1706.03762", "1706.03762"),
    ("arxiv", "math.GT/0309136v1", "math/0309136"),
    ("arxiv", "hep-th/9901001", "hep-th/9901001"),
    ("arxiv", "soon", ""),
    ("pmid", "PMID: 25741868", "25741868"),
    ("pmid", "x", ""),
    ("pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/pmc4544753/", "PMC4544753"),
    ("isbn", "ISBN 0-306-40615-2", "9780306406157"),
    ("isbn", "978-0-306-40615-7", "9780306406157"),
    ("isbn", "978-0-306-40615-8", ""),
    ("isbn", "080442957X", "9780804429573"),
    ("issn", "ISSN 20493630", "2049-3630"),
    ("issn", "2049-3631", ""),
    ("openreview", "https://openreview.net/forum?id=rJl0r3R9KX&a=b", "rJl0r3R9KX"),
    ("acl", "https://aclanthology.org/2020.acl-main.1.pdf", "2020.acl-main.1"),
    ("acl", "p19-1001", "P19-1001"),
    ("hal", "https://inria.hal.science/hal-01234567v2/document", "hal-01234567"),
    ("dblp", "DBLP:journals/corr/abs-1706-03762", "journals/corr/abs-1706-03762"),
    ("dblp", "https://dblp.org/rec/conf/nips/Vas17.html", "conf/nips/Vas17"),
    ("handle", "https://hdl.handle.net/2027.42/12345", "2027.42/12345"),
    ("ads", "2016PhRvL.116f1102A", "2016PhRvL.116f1102A"),
    ("inspire", "https://inspirehep.net/literature/1419999", "1419999"),
]


@pytest.mark.parametrize(("scheme", "text", "value"), CANONICAL)
def test_identifier_has_one_spelling(scheme, text, value):
    assert normalise(scheme, text) == value


@pytest.mark.parametrize(
    ("scheme", "value"), {(scheme, value) for scheme, _, value in CANONICAL if value}
)
def test_canonical_value_stays_and_its_address_leads_back(scheme, value):
    assert normalise(scheme, value) == value
    if scheme not in ("isbn", "issn"):
        assert recognise(url_for(scheme, value)) == (scheme, value)


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        ("doi", "10.1000/a%00b"),
        ("doi", "https://doi.org/10.1000/a%E2%80%AEb"),
        ("ads", "https://ui.adsabs.harvard.edu/abs/2016PhRvL%00116f1102A"),
    ],
)
def test_what_no_database_should_hold_is_no_identifier(scheme, text):
    assert normalise(scheme, text) == ""


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (
            "https://dl.acm.org/doi/10.1145/3366423.33802",
            ("doi", "10.1145/3366423.33802"),
        ),
        ("https://dl.acm.org/doi/abs/10.1145/33664.338", ("doi", "10.1145/33664.338")),
        (
            "https://onlinelibrary.wiley.com/doi/10.1002/abc/full",
            ("doi", "10.1002/abc"),
        ),
        ("https://link.springer.com/article/10.1007/s00-1", ("doi", "10.1007/s00-1")),
        ("https://doi.org/10.48550/arXiv.1706.03762", ("arxiv", "1706.03762")),
        ("https://openreview.net/pdf?id=rJl0r3R9KX", ("openreview", "rJl0r3R9KX")),
        ("https://github.com/a/b", None),
        ("https://example.org/12345678", None),
        ("12345678", None),
        ("javascript:alert(1)", None),
    ],
)
def test_identifier_is_found_in_an_address(url, found):
    assert recognise(url) == found


def test_wrong_identifier_is_explained_in_a_sentence():
    assert explain("doi", "10.1000") == (
        "'10.1000' is not a DOI. A DOI looks like 10.1000/xyz123."
    )


def test_characters_that_end_an_address_are_escaped():
    assert url_for("doi", "10.1/a<b>#c") == "https://doi.org/10.1/a%3Cb%3E%23c"


@given(st.sampled_from(sorted(SCHEMES)), st.text(max_size=40))
def test_any_text_is_normalised_once_and_for_all(scheme, text):
    value = normalise(scheme, text)
    assert value == "" or normalise(scheme, value) == value
