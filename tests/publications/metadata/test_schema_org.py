import pytest

from publications import members
from publications.metadata.schema_org import scholarly_article
from publications.models import Notice, Publication
from tests.factories import make_author, make_member, make_paper

pytestmark = pytest.mark.django_db

SITE = "https://lab.example.org"
URL = f"{SITE}/publications/on-engines/"
ORCID = "0000-0002-1825-0097"


def about(authors=(), **fields):
    made = make_paper("On Engines", authors, **fields)
    paper = Publication.objects.with_rows().get(pk=made.pk)
    known = members.of_authors(
        each.author_id for each in paper.authors if each.author_id
    )
    return scholarly_article(paper, known, SITE, URL)


def test_article_says_where_it_stands():
    found = about(
        type="article-journal",
        venue="Journal of Things",
        volume="12",
        number="3",
        pages="1–9",
        year="2018-08",
        identifiers=(("doi", "10.1000/x"), ("issn", "2049-3630")),
    )

    assert found["@type"] == "ScholarlyArticle"
    assert found["datePublished"] == "2018-08"
    assert found["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "3",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "12",
            "isPartOf": {
                "@type": "Periodical",
                "name": "Journal of Things",
                "issn": ["2049-3630"],
            },
        },
    }
    assert (found["pageStart"], found["pageEnd"]) == ("1", "9")
    assert found["sameAs"] == ["https://doi.org/10.1000/x"]


def test_member_has_page_and_orcid_and_others_their_printed_name():
    ada = make_member("Ada Lovelace", author=make_author("Ada Lovelace", orcid=ORCID))

    found = about([ada.author, "Yan Liu", "{The Engine Group}"])

    assert found["author"] == [
        {
            "@type": "Person",
            "name": "Ada Lovelace",
            "givenName": "Ada",
            "familyName": "Lovelace",
            "url": f"{SITE}/people/ada-lovelace/",
            "identifier": f"https://orcid.org/{ORCID}",
            "sameAs": f"https://orcid.org/{ORCID}",
        },
        {
            "@type": "Person",
            "name": "Yan Liu",
            "givenName": "Yan",
            "familyName": "Liu",
        },
        {"@type": "Organization", "name": "The Engine Group"},
    ]


def test_hidden_member_is_a_name_without_page_and_orcid():
    author = make_author("Ada Lovelace", orcid=ORCID)
    make_member("Ada Lovelace", author=author, live=False)

    found = about([author])

    assert found["author"] == [
        {
            "@type": "Person",
            "name": "Ada Lovelace",
            "givenName": "Ada",
            "familyName": "Lovelace",
        }
    ]


@pytest.mark.parametrize(
    ("type", "kind"),
    [
        ("thesis", "Thesis"),
        ("report", "Report"),
        ("chapter", "Chapter"),
        ("dataset", "Dataset"),
        ("software", "SoftwareSourceCode"),
        ("patent", "CreativeWork"),
    ],
)
def test_kind_of_each_type(type, kind):
    assert about(type=type)["@type"] == kind


def test_dataset_is_described_and_a_book_has_its_number():
    isbn = "9780306406157"
    book = about(type="book", identifiers=(("isbn", isbn),))

    assert about(type="dataset")["description"] == "On Engines"
    assert (book["isbn"], "description" in book) == ([isbn], False)


def test_institution_of_a_thesis_brings_it_out():
    found = about(type="thesis", venue="Sea University")

    assert found["publisher"] == {"@type": "Organization", "name": "Sea University"}
    assert "isPartOf" not in found


def test_retracted_paper_says_so():
    made = make_paper("On Engines")
    made.notices.add(Notice(kind="retraction"))
    made.save()
    paper = Publication.objects.with_rows().get(pk=made.pk)

    found = scholarly_article(paper, {}, SITE, URL)

    assert found["creativeWorkStatus"] == "Retracted"
