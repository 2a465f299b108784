import pytest

from portal.imports.files import SourceFile
from portal.imports.tables import read_table
from publications.formats.publications_csv import notes, read
from publications.formats.table_dialects import dialect_of


def table_of(heading, row, separator="\t"):
    text = f"{heading}\n{row}\n".replace("|", separator)
    return read_table(SourceFile("x.tsv", text.encode()))


ZOTERO = (
    "Key|Item Type|Publication Year|Author|Title|Publication Title|Abstract Note|Date|"
    "Pages|Issue|Volume|Library Catalog|Type",
    "AB12|conferencePaper|2018|Seo, Sungyong; Liu, Yan|T|Proc. X|Why|2018-05-01|1-9|2|3|"
    "DOI.org|PhD",
    {
        "type": "paper-conference",
        "year": "2018",
        "author": "Seo, Sungyong; Liu, Yan",
        "title": "T",
        "venue": "Proc. X",
        "abstract": "Why",
        "date": "2018-05-01",
        "pages": "1-9",
        "number": "2",
        "volume": "3",
        "library_catalog": "DOI.org",
        "zotero_type": "PhD",
    },
)
SCOPUS = (
    "Authors|Author full names|Title|Year|Source title|Art. No.|Page start|Page end|"
    "Cited by|Document Type|EID|ISBN",
    "Liu F.|Liu, Fengyuan (60410297700)|T|2026|Digital Health|7||| 0|Conference Paper|2-s|NA",
    {
        "authors": "Liu F.",
        "author": "Liu, Fengyuan",
        "title": "T",
        "year": "2026",
        "venue": "Digital Health",
        "pages": "7",
        "cited_by": "0",
        "type": "paper-conference",
        "eid": "2-s",
    },
)
WEB_OF_SCIENCE = (
    "PT|AU|AF|TI|SO|DT|PD|PY|VL|IS|BP|EP|DI|UT",
    'J|Seo, S; Liu, Y|Seo, Sungyong; Liu, Yan|A "Deep" T|NATURE|Article|JUL 15|2018|1|2|3|9|'
    "10.1/x|WOS:1",
    {
        "au": "Seo, S; Liu, Y",
        "author": "Seo, Sungyong; Liu, Yan",
        "title": 'A "Deep" T',
        "venue": "NATURE",
        "type": "article-journal",
        "pt": "J",
        "month": "JUL",
        "day": "15",
        "year": "2018",
        "volume": "1",
        "number": "2",
        "pages": "3-9",
        "doi": "10.1/x",
        "ut": "WOS:1",
    },
)
PUBMED = (
    "PMID|Title|Authors|Citation|First Author|Journal/Book|Publication Year",
    "1|T|Seo S, Liu Y.|Cell. 2020 May 28;181(5):1016-1035.e19. doi: 10.1/x.|Seo S|Cell|2020",
    {
        "pmid": "1",
        "title": "T",
        "author": "Seo, S; Liu, Y.",
        "citation": "Cell. 2020 May 28;181(5):1016-1035.e19. doi: 10.1/x.",
        "first_author": "Seo S",
        "venue": "Cell",
        "year": "2020",
        "volume": "181",
        "number": "5",
        "pages": "1016-1035.e19",
    },
)
SCHOLAR = (
    "Title|Cited by|Year|Authors|Venue|Scholar ID",
    "T|9|2023|P Yadav, CA Raffel|Advances in neural systems 36, 7093-7115, 2023|8b:_Q",
    {
        "title": "T",
        "cited_by": "9",
        "year": "2023",
        "author": "P Yadav; CA Raffel",
        "venue": "Advances in neural systems",
        "volume": "36",
        "pages": "7093-7115",
        "scholar_id": "8b:_Q",
    },
)
ACADEMICPAGES = (
    "pub_date|title|venue|excerpt|citation|url_slug|paper_url",
    "3/27/18|T|J|Why|Seo, S., & Liu, Y. (2018). T.|slug|https://x.org/t.pdf",
    {
        "date": "2018-03-27",
        "title": "T",
        "venue": "J",
        "abstract": "Why",
        "citation": "Seo, S., & Liu, Y. (2018). T.",
        "author": "Seo, S.; Liu, Y.",
        "url": "https://x.org/t.pdf",
    },
)
KOREAN = (
    "논문명|저자|학술지명|발행연도|권|호",
    "제목|홍길동; 김철수|학회지|2020|3|1",
    {
        "title": "제목",
        "author": "홍길동; 김철수",
        "venue": "학회지",
        "year": "2020",
        "volume": "3",
        "number": "1",
    },
)


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("Zotero", ZOTERO),
        ("Scopus", SCOPUS),
        ("Web of Science", WEB_OF_SCIENCE),
        ("PubMed", PUBMED),
        ("Google Scholar", SCHOLAR),
        ("academicpages", ACADEMICPAGES),
        ("", KOREAN),
    ],
)
def test_columns_of_other_programs_mean_what_ours_do(name, case):
    heading, row, fields = case
    table = table_of(heading, row)
    (entry,) = read(table, "x.tsv")

    assert (dialect_of(table.columns).name, entry.fields) == (name, fields)


def test_unknown_columns_are_named_once_and_only_if_they_hold_something():
    table = table_of("title;colour;size", "T;red;", ";")

    assert notes(table) == ["Unknown columns are kept with each paper: colour."]


def test_our_own_table_is_taken_as_it_stands():
    table = table_of(
        "key;title;authors;type;year;topics", "k;T;A B;article;2014//;x", ";"
    )
    (entry,) = read(table, "x.csv")

    assert (entry.key, entry.fields) == (
        "k",
        {
            "title": "T",
            "author": "A B",
            "type": "article",
            "year": "2014",
            "keywords": "x",
        },
    )
