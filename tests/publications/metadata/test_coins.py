import pytest

from publications.metadata.coins import MOST_AUTHORS, coins
from publications.models import Publication
from tests.factories import make_paper
from tests.publications.metadata.zotero import parse_context_object

pytestmark = pytest.mark.django_db


def seen(**fields):
    """What Zotero reads of a paper with these fields."""
    made = make_paper(**fields)
    paper = Publication.objects.with_rows().get(pk=made.pk)
    return parse_context_object(coins(paper))


def test_article_is_read_whole():
    item = seen(
        title="Graphs & time: 100% of it?",
        authors=["Ada King Lovelace", "Ludwig van Beethoven", "Sercan Ö. Arık"],
        type="article-journal",
        year="2018-08-05",
        venue="Journal of Things",
        venue_short="JoT",
        volume="12",
        number="3",
        pages="1–9",
        identifiers=(("doi", "10.1000/x<1>"), ("issn", "2049-3630")),
    )

    assert item == {
        "itemType": "journalArticle",
        "title": "Graphs & time: 100% of it?",
        "authors": [
            ("Lovelace", "Ada King"),
            ("van Beethoven", "Ludwig"),
            ("Arık", "Sercan Ö"),
        ],
        "publicationTitle": "Journal of Things",
        "journalAbbreviation": "JoT",
        "date": "2018-08-05",
        "volume": "12",
        "issue": "3",
        "pages": "1–9",
        "DOI": "10.1000/x<1>",
        "ISSN": "2049-3630",
    }


@pytest.mark.parametrize(
    ("type", "wanted"),
    [
        ("paper-conference", ("conferencePaper", "publicationTitle")),
        ("chapter", ("bookSection", "publicationTitle")),
        ("report", ("report", "publisher")),
        ("thesis", ("thesis", "university")),
        ("article", ("preprint", "publicationTitle")),
        ("dataset", ("dataset", "publicationTitle")),
        ("software", ("computerProgram", "publicationTitle")),
    ],
)
def test_kind_and_venue_of_each_type(type, wanted):
    item = seen(title="On Engines", type=type, venue="The Place")

    kind, field = wanted
    assert (item["itemType"], item["title"], item[field]) == (
        kind,
        "On Engines",
        "The Place",
    )


def test_group_is_not_taken_for_a_person_and_stays_in_its_place():
    item = seen(authors=["Ada Lovelace", "{World Health Organization}", "Yan Liu"])

    families = [family for family, _ in item["authors"]]
    assert families == ["Lovelace", "World Health Organization", "Liu"]


def test_work_without_a_doi_has_its_address():
    item = seen(title="On", identifiers=(("arxiv", "2001.00559"),))

    assert item["url"] == "https://arxiv.org/abs/2001.00559"


def test_hostile_texts_stay_values():
    item = seen(title='"><script>&rft.au=Evil, E&x=\x07', venue="a=b&c+d")

    assert item["title"] == '"><script>&rft.au=Evil, E&x='
    assert (item["publicationTitle"], item["authors"]) == ("a=b&c d", [])


def test_thousands_of_authors_do_not_fill_a_list():
    item = seen(authors=[f"Jo Doe{number}" for number in range(MOST_AUTHORS + 5)])

    assert len(item["authors"]) == MOST_AUTHORS
