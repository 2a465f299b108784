import pytest

from publications.formats import ris
from publications.importing.normalise import normalise
from publications.names import PersonName

SCOPUS = """\
TY  - JOUR
TI  - Stress and the gut
T2  - Psychoneuroendocrinology
J2  - Psychoneuroend.
VL  - 111
PY  - 2020
DA  - 2020/06//
SN  - 03064530 (ISSN)
DO  - 10.1016/j.psyneuen.2019.104501
AU  - Labanski, A.
AU  - Liu R.
AU  - World Health Organization
AU  - et al.
ED  - van der Berg, Jo, Jr.
SP  - 476
EP  - 481
KW  - brain
KW  - gut, human
UR  - https://www.scopus.com/record?id=1
N1  - Export Date: 1 May 2020
XX  - A tag that nobody knows
ER  -
"""


def read(text):
    return list(ris.read(text, "papers.ris"))


def contributors(entry):
    return [(each.name, each.role) for each in entry.contributors]


def test_record_of_scopus():
    (entry,) = read(SCOPUS)

    assert (entry.line, entry.raw, entry.key) == (1, SCOPUS.rstrip("\n"), "")
    assert entry.truncated
    assert contributors(entry) == [
        (PersonName("A.", "Labanski"), "author"),
        (PersonName("R.", "Liu"), "author"),
        (PersonName(literal="World Health Organization"), "author"),
        (PersonName("Jo", "van der Berg", "Jr."), "editor"),
    ]
    assert entry.fields == {
        "type": "article-journal",
        "title": "Stress and the gut",
        "venue": "Psychoneuroendocrinology",
        "shortjournal": "Psychoneuroend.",
        "volume": "111",
        "date": "2020-06",
        "issn": "0306-4530",
        "doi": "10.1016/j.psyneuen.2019.104501",
        "pages": "476–481",
        "keywords": "brain; gut, human",
        "url": "https://www.scopus.com/record?id=1",
        "notes": "Export Date: 1 May 2020",
        "ris.xx": "A tag that nobody knows",
    }


def test_notes_of_reference_managers_are_no_note_of_the_paper():
    (entry,) = read("TY  - JOUR\nTI  - T\nN1  - my own remark\nER  - \n")

    record = normalise(entry)

    assert (record.note, record.extra) == ("", {"notes": "my own remark"})


def test_record_without_its_end_harms_no_other():
    first, second = read("1.\nTY  - JOUR\nTI  - One\n\nTY  - BOOK\nTI  - Two\nER  -\n")

    assert [(each.line, each.fields["title"]) for each in (first, second)] == [
        (2, "One"),
        (5, "Two"),
    ]
    assert [problem.text for problem in first.problems] == [
        "The record has no ER; it was ended before line 5."
    ]
    assert second.problems == ()


def test_record_without_its_type_is_read_with_a_problem():
    _, entry = read("TY  - JOUR\nTI  - One\nER  -\nAU  - Doe, Jo\nTI  - Two\nER  -\n")

    assert (entry.line, normalise(entry).title) == (4, "Two")
    assert [problem.text for problem in entry.problems] == [
        "The record does not begin with TY, so its type is not known."
    ]


def test_tags_after_the_end_still_belong_to_the_record():
    (entry,) = read("TY  - JOUR\nTI  - One\nER  -\nNL  - Psychother\n\n")

    assert entry.fields["ris.nl"] == "Psychother"


def test_loosely_written_record():
    (entry,) = read(
        "  TY - SER\n  AU - Pennsylvania Bar Institute.\n  TI - Law\n  ER -\n"
    )

    assert (entry.fields["title"], entry.fields["type"]) == ("Law", "book")
    assert [name for name, _ in contributors(entry)] == [
        PersonName(literal="Pennsylvania Bar Institute.")
    ]


def test_wrapped_lines_and_paragraphs():
    text = "TY  - JOUR\nTI  - Long\ntitle\nAB  - one\n      line\nnext one\nER  -\n"

    record = normalise(read(text)[0])

    assert (record.title, record.abstract) == ("Long title", "one line\nnext one")


def test_what_the_tags_of_a_thesis_and_a_book_mean():
    thesis, book = read(
        "TY  - THES\nTI  - T\nPB  - ETH\nER  -\n"
        "TY  - BOOK\nTI  - B\nA2  - Series, Ed\nA3  - Own, Ed\nT3  - LNCS\nER  -\n"
    )

    assert thesis.fields["venue"] == "ETH"
    assert contributors(book) == [(PersonName("Ed", "Own"), "editor")]
    assert (book.fields["series"], book.fields["ris.a2"]) == ("LNCS", "Series, Ed")


def test_further_addresses_are_kept_whatever_they_are():
    (entry,) = read(
        "TY  - JOUR\nTI  - T\nUR  - https://a.example/x\nUR  - www.b.example\nER  -\n"
    )

    assert (entry.fields["url"], entry.fields["ris.ur"]) == (
        "https://a.example/x",
        "www.b.example",
    )


@pytest.mark.parametrize("tag", ["U1", "U5"])
def test_what_we_add_is_read_from_both_tags(tag):
    (entry,) = read(f"TY  - JOUR\nTI  - T\n{tag}  - coauthor.status: accepted\nER  -\n")

    assert entry.fields["status"] == "accepted"


@pytest.mark.parametrize(
    ("written", "title"),
    [('"unclosed', '"unclosed'), ('"a" b', '"a" b'), ('"a\\ud800b"', "ab")],
)
def test_what_only_looks_as_if_we_wrote_it_is_a_text(written, title):
    (entry,) = read(f"TY  - JOUR\nTI  - T\nU5  - coauthor.title: {written}\nER  -\n")

    assert entry.fields["title"] == title


def test_date_is_never_made_up():
    dates = {
        "PY  - 2014\nY1  - 2014/06/01/": "2014-06-01",
        "Y1  - 2014//": "2014",
        "PY  - 1998///Spring": "Spring 1998",
        "PY  - 2008\nDA  - Mar": "Mar 2008",
        "PY  - 2019\nDA  - 2021/01/05": "2019",
        "DA  - 1950/01/01\nY1  - 1900/01/01": "1950-01-01",
        "PY  - 0000": "",
    }

    for tags, date in dates.items():
        (entry,) = read(f"TY  - JOUR\n{tags}\nER  -\n")
        assert entry.fields.get("date", "") == date


def test_what_looks_like_ris():
    assert ris.SIGN.search(SCOPUS)
    assert not ris.SIGN.search("@article{x, title = {TY  - JOUR}}")
