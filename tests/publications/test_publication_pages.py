import json

import pytest

from publications.models import Publication
from publications.renewal import renew
from tests.factories import make_author, make_member, make_paper
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db


def found(client, **parameters):
    """The titles that the list's export holds, in its order."""
    response = client.get("/publications.json", parameters)
    assert response.status_code == 200
    return [item["title"] for item in json.loads(response.content)]


@pytest.fixture
def papers():
    berg = make_member("Anna Berg", author=make_author("Anna Berg"))
    make_paper(
        "Émile’s Graphs", [berg.author, "Jo Doe"], year="2018", topics=("Graphs",)
    )
    make_paper("Time Series", ["Zoë Ünal"], year="2020-06", type="article-journal")
    make_paper(
        "Deep Things",
        [berg.author],
        year="2020",
        venue="A Conference",
        venue_short="ICLR",
    )


@pytest.mark.parametrize(
    ("parameters", "titles"),
    [
        ({}, ["Time Series", "Deep Things", "Émile’s Graphs"]),
        ({"year": "2020"}, ["Time Series", "Deep Things"]),
        ({"year": "2018", "type": "paper-conference"}, ["Émile’s Graphs"]),
        ({"type": "article-journal"}, ["Time Series"]),
        ({"person": "anna-berg"}, ["Deep Things", "Émile’s Graphs"]),
        ({"person": "anna-berg", "year": "2018"}, ["Émile’s Graphs"]),
        ({"q": "emile"}, ["Émile’s Graphs"]),
        ({"q": "UNAL series"}, ["Time Series"]),
        ({"q": "doe"}, ["Émile’s Graphs"]),
        ({"q": "iclr"}, ["Deep Things"]),
        ({"q": "conference"}, ["Deep Things"]),
        ({"topic": "graphs"}, ["Émile’s Graphs"]),
        ({"venue": "iclr"}, ["Deep Things"]),
    ],
    ids=str,
)
def test_list_is_narrowed_by_what_its_address_asks(client, papers, parameters, titles):
    assert found(client, **parameters) == titles
    text = text_of(client.get("/publications/", parameters))
    assert [title for title in titles if title not in text] == []


@pytest.mark.parametrize(
    "parameters",
    [
        {"year": "²0²0"},
        {"year": "٢٠٢٠"},
        {"year": "20200"},
        {"year": "-202"},
        {"year": "9999"},
        {"year": "0000"},
        {"year": "20\x00"},
        {"type": "nonsense"},
        {"type": "\x00"},
        {"person": "nobody"},
        {"person": "\x00nobody"},
        {"person": "x" * 3000},
        {"topic": "nothing"},
        {"venue": "\x00none"},
        {"q": "\x00zzz"},
        {"q": "%"},
        {"q": "!!!"},
        {"q": "zyx wvu " * 200},
        {"q": "\ufffd"},
        {"q": "-" * 300},
        {"q": 'author: venue: year: "'},
        {"q": "zzz", "sort": "\x00", "more": "\x00", "page": "\ufffd"},
        {"status": "\x00", "has": "x" * 9000},
    ],
    ids=lambda parameters: ascii(parameters)[:30],
)
def test_value_that_cannot_be_selects_nothing(client, papers, parameters):
    assert found(client, **parameters) == []
    assert client.get("/publications/", parameters).status_code == 200


@pytest.mark.parametrize(
    "page", ["0", "-1", "²", "x", "", "9" * 40, "1e9", "\x00", "1 ", "٣"], ids=ascii
)
def test_page_that_is_not_there_is_another_page(client, papers, page):
    response = client.get("/publications/", {"page": page})

    assert response.status_code == 200
    assert "Deep Things" in text_of(response)


def test_list_goes_over_several_pages(client):
    for number in range(52):
        make_paper(f"Paper number {number:02}", year=str(1950 + number))

    first, second = (client.get(f"/publications/?page={page}") for page in (1, 2))

    assert "Paper number 51" in text_of(first)
    assert "Paper number 01" not in text_of(first)
    assert "Paper number 01" in text_of(second)
    assert len(found(client)) == 52


def test_paper_says_what_is_known_of_it(client):
    paper = make_paper(
        "A Paper",
        ["Jo Doe"],
        abstract="In short.",
        note="Invited paper",
        venue="Journal of Things",
        volume="12",
        pages="1–9",
        status="accepted",
        presentation="oral",
        award="Best Paper",
        identifiers=(("doi", "10.1000/xyz"),),
        topics=("Graphs",),
        links=[("code", "https://code.example.org/")],
    )

    response = client.get(paper.get_absolute_url())

    text, page = text_of(response), response.content.decode()
    facts = ["A Paper", "Jo Doe", "In short.", "Invited paper", "Journal of Things"]
    facts += ["12", "1–9", "Accepted", "Oral", "Best Paper", "10.1000/xyz", "Graphs"]
    assert [fact for fact in facts if fact not in text] == []
    assert 'href="https://code.example.org/"' in page
    assert 'href="https://doi.org/10.1000/xyz"' in page


def test_paper_with_nothing_but_a_title_answers(client):
    paper = Publication.objects.create(title="Bare", slug="bare")
    renew(ids=[paper.pk])

    for address in ("/publications/bare/", "/publications/", "/", "/publications.bib"):
        assert "Bare" in client.get(address).content.decode(), address
    assert json.loads(client.get("/publications/bare.json").content)[0]["id"] == "bare"
    assert str(paper) == "Bare"


def test_title_with_markup_stays_text(client):
    paper = make_paper("<script>alert(1)</script> & “More”", ["<b>Jo</b> Doe"])

    for address in (paper.get_absolute_url(), "/publications/", "/"):
        page = client.get(address).content.decode()
        assert "<script>alert(1)" not in page
        assert "<b>Jo" not in page


@pytest.mark.parametrize(
    "address",
    [
        "/publications/nothing/",
        "/publications/nothing.bib",
        "/publications/a-paper.exe",
        "/publications.exe",
        "/publications/%00/",
        "/publications/a%20paper/",
    ],
)
def test_address_that_leads_nowhere_is_a_404(client, address):
    make_paper("A Paper")

    assert client.get(address).status_code == 404


def test_paper_as_csl_json(client):
    make_paper("A Paper", ["Jo Doe"], key="doe2020", venue="Conf", pages="1–9")

    response = client.get("/publications/a-paper.json")

    kind = "application/vnd.citationstyles.csl+json; charset=utf-8"
    assert response["Content-Type"] == kind
    assert json.loads(response.content) == [
        {
            "id": "a-paper",
            "type": "paper-conference",
            "citation-key": "doe2020",
            "title": "A Paper",
            "author": [{"family": "Doe", "given": "Jo"}],
            "container-title": "Conf",
            "issued": {"date-parts": [[2020]]},
            "page": "1–9",
        }
    ]


def test_export_of_the_list_takes_its_parameters(client, papers):
    text = client.get("/publications.bib", {"year": "2018"}).content.decode()

    assert text.count("@") == 1
    assert "Graphs" in text
