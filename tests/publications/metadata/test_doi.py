import pytest

from tests.factories import make_paper

pytestmark = pytest.mark.django_db

DOI = (("doi", "10.1000/xyz_(1)"),)


@pytest.mark.parametrize(
    "written",
    ["10.1000/xyz_(1)", "10.1000/XYZ_(1)", "10.1000/xyz_(1)/", "doi:10.1000/xyz_(1)"],
)
def test_doi_leads_to_the_paper(client, written):
    make_paper("On Engines", identifiers=DOI)

    response = client.get(f"/doi/{written}")

    assert (response.status_code, response["Location"]) == (
        302,
        "/publications/on-engines/",
    )


def test_papers_that_share_a_doi_are_listed(client):
    make_paper("On Engines", identifiers=DOI)
    make_paper("On Notes", identifiers=DOI, year="2021")

    page = client.get("/doi/10.1000/xyz_(1)").content.decode()

    assert page.index("/publications/on-notes/") < page.index(
        "/publications/on-engines/"
    )
    assert 'content="noindex' in page


@pytest.mark.parametrize(
    "written", ["10.1000/other", "nonsense", "10.1000/\x00", "10.1000/" + "x" * 10_000]
)
def test_unknown_doi_is_not_found(client, written):
    make_paper("On Engines", identifiers=DOI)

    assert client.get(f"/doi/{written}").status_code == 404


def test_private_paper_is_not_found_by_its_doi(client):
    make_paper("On Engines", identifiers=DOI, visibility="private")

    assert client.get("/doi/10.1000/xyz_(1)").status_code == 404
