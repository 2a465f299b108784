import pytest

from publications.orcid import explain_orcid, normalise_orcid


@pytest.mark.parametrize(
    ("text", "orcid"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("orcid.org/0000-0002-1825-0097/", "0000-0002-1825-0097"),
        ("ORCID: 0000000218250097", "0000-0002-1825-0097"),
        ("0000-0002-1825-0098", ""),
        ("0000-0002-1825", ""),
        ("", ""),
    ],
)
def test_orcid_is_normalised_when_its_check_digit_fits(text, orcid):
    assert normalise_orcid(text) == orcid


def test_wrong_orcid_is_explained_in_a_sentence():
    assert explain_orcid("0000-0002-1825-0098") == (
        "'0000-0002-1825-0098' is not an ORCID iD. An ORCID iD looks like "
        "0000-0002-1825-0097, and its last character checks the others."
    )
    assert explain_orcid("0000-0002-1825-0097") == ""
