"""Highwire tags, held to Google Scholar's guide and to what Zotero reads."""

import pytest

from publications.metadata.highwire import highwire
from publications.models import Publication
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

URL = "https://lab.example.org/publications/on-engines/"


def tags(pdf_url="", **fields):
    made = make_paper(**{"title": "On Engines", **fields})
    paper = Publication.objects.with_rows().get(pk=made.pk)
    return [
        (name.removeprefix("citation_"), content)
        for name, content in highwire(paper, URL, pdf_url)
    ]


def test_article_has_every_tag_in_order():
    found = tags(
        f"{URL}paper.pdf",
        authors=["Ada Lovelace", "Martin Luther King Jr.", "{The Engine Group}"],
        type="article-journal",
        year="2018-08-05",
        venue="Journal of Things",
        venue_short="JoT",
        volume="12",
        number="3",
        pages="101–119",
        publisher="Müller & Söhne",
        abstract="First.\n\nSecond <b>.",
        topics=("Engines", "Notes; more"),
        identifiers=(("doi", "10.1000/x"), ("issn", "2049-3630")),
        extra={"langid": "ngerman"},
    )

    assert found == [
        ("title", "On Engines"),
        ("author", "Lovelace, Ada"),
        ("author", "King, Martin Luther Jr."),
        ("author", "The Engine Group"),
        ("publication_date", "2018/8/5"),
        ("journal_title", "Journal of Things"),
        ("journal_abbrev", "JoT"),
        ("volume", "12"),
        ("issue", "3"),
        ("firstpage", "101"),
        ("lastpage", "119"),
        ("publisher", "Müller & Söhne"),
        ("doi", "10.1000/x"),
        ("issn", "2049-3630"),
        ("language", "de"),
        ("keywords", "Engines; Notes, more"),
        ("abstract", "First. Second <b>."),
        ("abstract_html_url", URL),
        ("pdf_url", f"{URL}paper.pdf"),
    ]


@pytest.mark.parametrize(
    ("type", "tag"),
    [
        ("paper-conference", "conference_title"),
        ("chapter", "inbook_title"),
        ("thesis", "dissertation_institution"),
        ("report", "technical_report_institution"),
        ("article", "publisher"),
    ],
)
def test_venue_is_called_by_the_type(type, tag):
    found = tags(type=type, venue="The Place")

    assert [name for name, content in found if content == "The Place"] == [tag]


def test_report_has_a_number_of_reports():
    found = dict(tags(type="report", venue="Sea Lab", number="TR-7"))

    assert found["technical_report_number"] == "TR-7"
    assert "issue" not in found


@pytest.mark.parametrize(
    ("year", "date"),
    [
        ("2018", "2018"),
        ("2018-08", "2018"),
        ("2018-08-05", "2018/8/5"),
        ("2018-08/2018-09", "2018"),
        ("to appear", None),
    ],
)
def test_date_is_a_year_or_a_whole_day(year, date):
    assert dict(tags(year=year)).get("publication_date") == date


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [
        ("1–9", "1", "9"),
        ("e0815", "e0815", None),
        ("S1--S9", "S1", "S9"),
        ("1-3, 7-9", None, None),
        ("12 pages", None, None),
    ],
)
def test_pages_are_taken_apart_where_they_are_pages(pages, first, last):
    found = dict(tags(pages=pages))

    assert (found.get("firstpage"), found.get("lastpage")) == (first, last)


def test_lone_author_with_two_given_and_two_family_names_stays_one():
    lone = tags(authors=["Ana María van Dijk"])
    two = tags(title="On", authors=["Ana María van Dijk", "Ada Lovelace"])

    assert ("author", "Ana María van Dijk") in lone
    assert ("author", "van Dijk, Ana María") in two


def test_editors_are_no_authors():
    made = make_paper("On", ["Ada Lovelace", "Ed Itor"])
    made.authorships.filter(printed_name="Ed Itor").update(role="editor")
    paper = Publication.objects.with_rows().get(pk=made.pk)

    found = highwire(paper, URL)

    names = [pair for pair in found if pair[0].endswith(("author", "editor"))]
    assert names == [
        ("citation_author", "Lovelace, Ada"),
        ("citation_editor", "Itor, Ed"),
    ]


def test_all_of_three_thousand_authors_are_named():
    found = tags(authors=[f"Jo Doe{number}" for number in range(3000)])

    names = [content for name, content in found if name == "author"]
    assert (len(names), names[0], names[-1]) == (3000, "Doe0, Jo", "Doe2999, Jo")
