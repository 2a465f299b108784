"""The list of publications, as a visitor and a program meet it."""

import json
import re

import pytest

from tests.factories import make_author, make_member, make_paper
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def papers():
    berg = make_member("Anna Berg", author=make_author("Anna Berg"))
    arik = make_member("Sercan Arık", author=make_author("Sercan Arık"))
    make_paper(
        "Graph Flows", [berg.author, arik.author], year="2018", topics=("Graphs",)
    )
    make_paper("Flows of Time", [arik.author], year="2020-06", type="article-journal")
    make_paper("Deep Graph Nets", [berg.author], year="2021", venue="Søgne Conference")
    make_paper(
        "Secret Graph",
        [berg.author],
        year="1999",
        visibility="private",
        venue="Hidden Venue",
        topics=("Hidden Topic",),
    )


def listed(client, address):
    """The titles on the page, in its order."""
    page = client.get(address).content.decode()
    return re.findall(r'class="paper__title"><a[^>]*>([^<]*)<', page)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Deep Graph Nets", "Flows of Time", "Graph Flows"]),
        ("?year=2018&year=2020", ["Flows of Time", "Graph Flows"]),
        ("?year=2018&year=2020&person=anna-berg", ["Graph Flows"]),
        (
            "?person=anna-berg&person=sercan-arik&type=article-journal",
            ["Flows of Time"],
        ),
        ("?q=arik&sort=date", ["Flows of Time", "Graph Flows"]),
        ("?q=sogne", ["Deep Graph Nets"]),
        ("?q=%22graph+flows%22", ["Graph Flows"]),
        ("?q=author:berg+year:2019-2022", ["Deep Graph Nets"]),
        ("?q=graph&sort=date", ["Deep Graph Nets", "Graph Flows"]),
        ("?q=graph+-deep", ["Graph Flows"]),
        ("?status=published&topic=graphs", ["Graph Flows"]),
        ("?has=code", []),
        ("?topic=hidden-topic", []),
        ("?venue=Hidden+Venue", []),
    ],
)
def test_list_shows_and_exports_what_its_address_asks(client, papers, query, titles):
    export = client.get(f"/publications.json{query}").content

    assert listed(client, f"/publications/{query}") == titles
    assert [item["title"] for item in json.loads(export)] == titles


def test_export_has_all_pages_in_the_order_of_relevance(client):
    for number in range(53):
        make_paper(
            f"Nets {number:02}", year=str(1950 + number), abstract="Some tulips."
        )
    make_paper("Tulips", year="1901")

    pages = [listed(client, f"/publications/?q=tulips&page={page}") for page in (1, 2)]
    export = json.loads(client.get("/publications.json?q=tulips").content)

    assert pages[0][0] == "Tulips"
    assert [item["title"] for item in export] == pages[0] + pages[1]
    assert len(export) == 54


def test_facets_count_the_papers_that_each_choice_gives(client, papers):
    text = text_of(client.get("/publications/?person=anna-berg"))

    assert "2 papers found" in text
    assert (
        "Anna Berg 2 Sercan Arık 2" in text
    )  # those chosen leave their own facet open
    assert "2021 1 2018 1" in text
    assert "Hidden" not in text
    assert "1999" not in text


def test_each_filter_can_be_taken_away(client, papers):
    page = client.get(
        "/publications/?q=graph&person=anna-berg&year=2018"
    ).content.decode()

    gone = re.findall(r'pill--remove" href="([^"]*)"', page)
    assert gone == [
        "/publications/?year=2018&amp;person=anna-berg",
        "/publications/?q=graph&amp;person=anna-berg",
        "/publications/?q=graph&amp;year=2018",
    ]


def test_list_that_is_empty_says_what_would_help(client, papers):
    response = client.get("/publications/?q=time&year=2018")

    assert "No paper fits all of this" in text_of(response)
    assert 'href="/publications/?year=2018"' in response.content.decode()
    assert "without year 2018 (1)" in text_of(response)


def test_chosen_member_stands_out_in_the_rows(client, papers):
    page = client.get("/publications/?person=anna-berg").content.decode()

    own = re.findall(r'class="author author--own"[^>]*>([^<]*)<', page)
    assert own == ["Anna Berg", "Anna Berg"]


def test_years_are_headings_to_jump_to_unless_the_best_come_first(client, papers):
    by_date = client.get("/publications/").content.decode()
    best_first = client.get("/publications/?q=graph").content.decode()

    assert re.findall(r'<li><a href="#year-(\d+)"', by_date) == ["2021", "2020", "2018"]
    assert re.findall(r'class="year" id="year-(\d+)"', by_date) == [
        "2021",
        "2020",
        "2018",
    ]
    assert "year__heading" not in best_first
    assert "year-jumps" not in best_first


def test_bar_of_a_year_leads_to_its_papers(client, papers):
    page = client.get("/publications/?person=anna-berg&year=2018").content.decode()

    bars = re.findall(r'year-chart__bar" href="([^"]*)"', page)
    assert bars == [
        f"/publications/?year={year}&amp;person=anna-berg" for year in (2018, 2021)
    ]


@pytest.mark.parametrize(
    ("query", "is_indexed"),
    [("", True), ("?page=2", True), ("?q=graph", False), ("?year=2018", False)],
)
def test_search_engines_are_kept_to_the_plain_list(client, papers, query, is_indexed):
    page = client.get(f"/publications/{query}").content.decode()

    assert ('content="noindex, follow"' not in page) is is_indexed
