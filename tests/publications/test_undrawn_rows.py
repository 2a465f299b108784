"""What lists hold of a paper is the same, whether its row is drawn at once or later."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from portal.dates import PartialDate
from publications.models import (
    Appearance,
    AuthorName,
    Authorship,
    Link,
    ListedPaper,
    Publication,
    SearchText,
    VenueName,
)
from publications.renewal import renew_all
from publications.search.words import words
from publications.unlisted import list_the_unlisted, made_of
from tests.factories import make_author, make_member, make_paper

pytestmark = pytest.mark.django_db


def document(collection):
    file = ContentFile(b"%PDF-1.7", "talk.pdf")
    place = Collection.get_first_root_node().add_child(name=collection)
    return Document.objects.create(title="Talk", file=file, collection=place)


def paper_with_everything():
    """And with what nobody may be told of."""
    ada, eve = make_member("Ada Lovelace"), make_member("Eve Hidden", live=False)
    bo = make_author("Bo Roe", native_name="이보")
    AuthorName.objects.create(author=bo, text="B. Roe")
    AuthorName.objects.create(author=bo, text="Bob Old", hidden=True)
    paper = make_paper(
        "On Engines",
        [ada.author, eve.author, bo, "Jo Doe"],
        venue="Sea Conference",
        award="Best",
        topics=("Zebras", "Apples"),
        identifiers=(("doi", "10.1000/1"),),
        links=[("code", "https://example.org/code")],
        featured=True,
    )
    authorships = Authorship.objects.filter(publication=paper)
    authorships.filter(author=bo).update(role="editor", corresponding=True)
    authorships.filter(author=ada.author).update(equal_group=2)
    venue = paper.primary.venue
    VenueName.objects.create(venue=venue, text="Conference on Seas")
    date = PartialDate("Aug. 2015 – Dec. 2019")
    Appearance.objects.create(
        publication=paper, position=1, venue=venue, title="Of Engines", date=date
    )
    return paper


def test_row_that_is_drawn_later_holds_the_same_as_one_that_is_drawn_at_once():
    paper = paper_with_everything()
    shown, hidden = document("Files"), document("Secret")
    CollectionViewRestriction.objects.create(
        collection=hidden.collection, restriction_type="login"
    )
    ways = [
        ("pdf", shown, ""),
        ("video", hidden, ""),
        ("slides", hidden, "https://x.org"),
    ]
    for position, (kind, file, url) in enumerate(ways, start=1):
        Link.objects.create(
            publication=paper, kind=kind, document=file, url=url, position=position
        )
    make_paper("Undated", year="")
    make_paper("Private", visibility="private")
    Appearance.objects.filter(publication=make_paper("Nowhere")).delete()

    rows, texts = listed_later()
    assert (rows, texts) == listed_at_once()
    assert (len(rows), len(texts)) == (3, 3)
    facets = ListedPaper.objects.get(pk=paper.pk).facets.split()
    has = [key for key in facets if key.startswith("has:")]
    assert has == ["has:code", "has:pdf", "has:slides", "has:award"]
    assert "person:" in " ".join(facets)


def listed_at_once():
    renew_all()
    return listed()


def listed_later():
    SearchText.objects.all().delete()
    ListedPaper.objects.all().delete()
    list_the_unlisted()
    return listed()


def listed():
    rows = ListedPaper.objects.order_by("pk").values()
    rows = [{**row, "changed": None, "html": None} for row in rows]
    return rows, list(SearchText.objects.order_by("pk").values())


def test_names_that_may_not_be_shown_are_no_words():
    paper_with_everything()
    listed_later()

    found = SearchText.objects.get()
    native = words("이보")
    assert found.authors.split(" u0 ") == [
        *("ada lovelace", "eve hidden", "bo roe", native, "b roe", "jo doe")
    ]
    assert found.title == "on engine u0 of engine"
    assert found.venue == "sea conference u0 conference on sea"
    assert found.topics == "zebra u0 apple"


def test_number_of_queries_is_the_same_for_any_number_of_papers(
    django_assert_num_queries,
):
    for number in range(3):
        make_paper(f"Paper {number}", ["Ann Doe", make_author("Bo Roe")])
    ids = list(Publication.objects.values_list("pk", flat=True))

    for few_or_many in (ids[:1], ids):
        with django_assert_num_queries(9):
            made_of(few_or_many)
