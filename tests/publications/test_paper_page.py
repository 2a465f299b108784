"""The page of one paper: everything that is known of it and public, in few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.dates import PartialDate
from publications.models import Publication, Relation, Venue
from publications.records import record_of
from publications.values import AppearanceRecord
from publications.whole import whole_papers
from publications.writing import Draft, create_papers
from tests.factories import make_author, make_member, make_paper
from tests.factories.records import FULL
from tests.portal.browsing import text_of

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


def make_full_paper():
    draft = Draft("full", FULL, [None] * len(FULL.contributors))
    return create_papers([draft]).papers[0]


def page(client, slug):
    response = client.get(f"/publications/{slug}/")
    assert response.status_code == 200
    return text_of(response)


def queries_of(client, slug):
    page(client, slug)  # what a site remembers from its first page on
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page(client, slug)
    return len(queries)


def test_history_stands_in_the_order_of_time(client):
    venue = Venue.objects.create(name="Later Journal", url="https://later.example.org")
    record = FULL.__class__(
        title="Waves",
        type="paper-conference",
        appearances=(
            AppearanceRecord(venue="Big Conference", date=PartialDate("2020-05")),
            AppearanceRecord(venue=venue.name, status="accepted"),
            AppearanceRecord(
                venue="Small Workshop", date=PartialDate("2019"), title="Ripples"
            ),
        ),
    )
    create_papers([Draft("waves", record, [])])

    text = page(client, "waves")
    history = text[text.index("Where it appeared") : text.index("Cite")]
    words = ["2019", "“Ripples”", "Small Workshop", "May 2020", "the version to cite"]
    words += ["Big Conference", "Undated", "Later Journal", "Accepted"]
    places = [history.index(word) for word in words]
    assert places == sorted(places)


def test_citation_stands_there_in_five_styles_and_bibtex(client):
    make_paper("Waves", ["Jo Doe"], year="2018", venue="CoW", key="doe2018")

    text = page(client, "waves")
    references = [
        "Doe, J. (2018). Waves. In CoW.",
        "J. Doe, “Waves,” in CoW, 2018.",
        "Doe, Jo. 2018. “Waves.” In CoW.",
        "Doe, Jo. “Waves.” CoW, 2018.",
        "Doe J. Waves. In: CoW; 2018.",
        "@inproceedings{doe2018,",
    ]
    assert [each for each in references if each not in text] == []


def test_ties_are_shown_from_both_sides_and_only_in_public(client):
    report, article = make_paper("Report"), make_paper("Article")
    secret = make_paper("Secret", visibility="private")
    for other in (article, secret):
        Relation.objects.create(publication=report, kind="correction", other=other)

    assert "Corrects Article" in page(client, "report")
    assert "Corrected by Report" in page(client, "article")
    assert "Secret" not in page(client, "report")


def test_members_stand_below_with_what_they_wrote_together(client):
    ann, bo = make_member("Ann Ash"), make_member("Bo Birch", live=False)
    cy = make_member("Cy Cedar", job_title="Professor")
    make_paper("Waves", [ann.author, bo.author, cy.author, "Jo Doe"])

    text = page(client, "waves")
    html = client.get("/publications/waves/").content.decode()

    members = text[text.index("Members who wrote this") :]
    assert "Ann Ash" in members
    assert "Cy Cedar Professor" in members
    assert "Bo Birch" not in members
    assert 'href="/people/ann-ash/with/cy-cedar/"' in html


def test_related_papers_say_why(client):
    make_paper("Ripples", topics=("Water",), year="2019", venue="CoW")
    make_paper("Waves", topics=("Water",))

    assert "Related papers Ripples CoW, 2019 · Same topic: Water" in page(
        client, "waves"
    )


def test_further_facts_are_plain_and_nobodys_secret(client):
    extra = {"edition": "2", "address": "{\\'E}vora", "file": "/home/jo/a.pdf"}
    make_paper("Waves", type="book", extra=extra | {"annote": "weak"})

    about = page(client, "waves").partition("About this paper")[2]
    assert "Edition 2" in about
    assert "Place" not in about
    assert "weak" not in about


def test_formulas_are_readable_and_hostile_text_is_inert(client):
    title = "Of $O(n^2)$ <script>alert(1)</script>"
    make_paper(title, ["<i>Jo</i> Doe"], slug="odd", abstract="<img src=x>", note="<b>")

    html = client.get("/publications/odd/").content.decode()
    assert "O(n²)" in html
    for markup in ("<script>alert", "<i>Jo", "<img src=x", "<b>"):
        assert markup not in html


def test_page_takes_as_many_queries_for_much_as_for_little(client):
    ann, topics = make_author("Ann Ash"), ("Graphs", "Water")
    make_paper("Small", [ann], topics=topics[:1])
    authors = [make_member(f"Member {n} Elm").author for n in range(4)]
    large = make_paper(
        "Large", [*authors, *(f"Bo Oak{n}" for n in range(200))], topics=topics
    )
    for n in range(4):
        other = make_paper(f"Other {n}", authors, topics=topics)
        Relation.objects.create(publication=large, kind="version", other=other)
        large.notices.create(kind="erratum", date=str(2000 + n))
        large.links.create(kind="code", url=f"https://example.org/{n}", position=n)

    counts = queries_of(client, "small"), queries_of(client, "large")
    assert max(counts) <= MOST_QUERIES
    assert counts[1] - counts[0] <= 2  # the members' pages, and their pictures


def test_whole_paper_is_what_its_rows_are(django_assert_num_queries):
    make_full_paper()
    papers = Publication.objects.filter(slug="full")
    (prefetched,) = papers.with_rows()
    with django_assert_num_queries(1):
        (whole,) = whole_papers(papers)
        record = record_of(whole)

    assert record == record_of(prefetched)
    assert whole.primary.venue == prefetched.primary.venue
    assert [each.pk for each in whole.authors] == [
        each.pk for each in prefetched.authors
    ]


def test_paper_with_very_many_authors_names_them_all(client):
    ann = make_member("Ann Ash").author
    names = [f"Bo Oak{number}" for number in range(399)]
    make_paper("Large", [*names, ann], slug="large")

    text = page(client, "large")
    assert "All 400 authors" in text
    assert "Bo Oak200," in text
    assert "Oak, B., . . . Ash, A." not in text
    assert ", . . . Ash, A. (2020). Large." in text
