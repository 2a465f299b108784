"""MEDLINE, Web of Science, RefWorks and EndNote's tagged format."""

import pytest

from publications.formats import endnote_tagged, medline, refworks, web_of_science
from publications.names import PersonName
from publications.values import Contributor

PUBMED = """\

PMID- 08692918
TI  - The structure of bovine
      F1-ATPase.
PG  - 6913-7
DP  - 1996 Jul 9
IS  - 0027-8424 (Print)
FAU - van Raaij, M J
AU  - van Raaij MJ
AUID- ORCID: 0000-0002-1825-0097
FAU - Doe, Jane A
AU  - Doe JA
AU  - et al.
CN  - The F1 Group
JT  - Proceedings of the Academy
AID - 10.1073/pnas.93.14.6913 [doi]
MH  - Animals

PMID- 2
TI  - Second
BTI - A Book
"""
WEB_OF_SCIENCE = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Parkes-Loach, PS
   YANG Y
TI Interactions stabilizing
   the core
SO BIOCHEMISTRY
PD JUN 8
PY 2004
BP 1
EP 9
DE light; core complex
UT WOS:1
ER

EF
"""
REFWORKS = """\
Refworks Export Tagged Format
RT Book, Section
A1 Stansfeld,Stephen
A2 Gulford, C.T.
T1 Depression
T2 Stress and the heart
YR 2002
FD 01/09
SP 101
OP 123
SN 0727912771 (paperback)
XY odd
"""
ENDNOTE = (
    "%0 Journal Article\n%A Doe, Jo\n%T One\n%J Journal\n%D 2006\n%@ 2049-3630\n%~ x\n"
)


def test_pubmed():
    first, second = medline.read(PUBMED, "x.nbib")

    assert (first.line, second.line, first.truncated) == (2, 19, True)
    assert first.contributors == (
        Contributor(PersonName("M. J.", "van Raaij"), orcid="0000-0002-1825-0097"),
        Contributor(PersonName("Jane A.", "Doe")),
        Contributor(PersonName(literal="The F1 Group")),
    )
    assert first.fields == {
        "type": "article-journal",
        "title": "The structure of bovine F1-ATPase.",
        "venue": "Proceedings of the Academy",
        "pages": "6913-6917",
        "date": "1996 Jul 9",
        "issn": "0027-8424",
        "pmid": "8692918",
        "doi": "10.1073/pnas.93.14.6913",
        "medline.mh": "Animals",
    }
    assert (second.fields["type"], second.fields["venue"]) == ("chapter", "A Book")


def test_web_of_science():
    (entry,) = web_of_science.read(WEB_OF_SCIENCE, "x.txt")

    assert [each.name for each in entry.contributors] == [
        PersonName("P. S.", "Parkes-Loach"),
        PersonName("Y.", "YANG"),
    ]
    assert entry.fields == {
        "type": "article-journal",
        "title": "Interactions stabilizing the core",
        "venue": "BIOCHEMISTRY",
        "date": "Jun 8 2004",
        "pages": "1–9",
        "keywords": "light; core complex",
        "wos.ut": "WOS:1",
    }


def test_refworks():
    (entry,) = refworks.read(REFWORKS, "x.txt")

    assert entry.contributors == (
        Contributor(PersonName("Stephen", "Stansfeld")),
        Contributor(PersonName("C.T.", "Gulford"), role="editor"),
    )
    assert entry.fields == {
        "type": "chapter",
        "title": "Depression",
        "venue": "Stress and the heart",
        "date": "2002-01-09",
        "pages": "101–123",
        "isbn": "9780727912770",
        "refworks.xy": "odd",
    }


def test_endnote_tagged():
    (entry,) = endnote_tagged.read(ENDNOTE, "x.enw")

    assert entry.contributors == (Contributor(PersonName("Jo", "Doe")),)
    assert entry.fields == {
        "type": "article-journal",
        "title": "One",
        "venue": "Journal",
        "date": "2006",
        "issn": "2049-3630",
        "enw.7e": "x",
    }


@pytest.mark.parametrize(
    ("reader", "text", "kept"),
    [
        (endnote_tagged, "%0 Book\n%T One\n%D 2006\n%8 Whenever\n", "enw.8"),
        (refworks, "RT Book, Whole\nT1 One\nYR 2006\nFD Whenever\n", "refworks.fd"),
        (web_of_science, "PT B\nTI One\nPD WHENEVER\nPY 2006\nER\n", "wos.pd"),
    ],
)
def test_what_makes_no_date_costs_no_year(reader, text, kept):
    (entry,) = reader.read(text, "x")

    assert (entry.fields["date"], entry.fields[kept]) == ("2006", "Whenever")


def test_endnote_puts_a_comma_after_a_group():
    text = "%0 Book\n%A Google Brain,\n%A Plato,\n%A van Dyck, Anton\n"
    (entry,) = endnote_tagged.read(text, "x.enw")

    assert [each.name for each in entry.contributors] == [
        PersonName(literal="Google Brain"),
        PersonName(family="Plato"),
        PersonName("Anton", "van Dyck"),
    ]


def test_each_knows_its_own():
    texts = {
        medline: PUBMED,
        web_of_science: WEB_OF_SCIENCE,
        refworks: REFWORKS,
        endnote_tagged: ENDNOTE,
    }

    for reader, own in texts.items():
        assert [each for each in texts if each.SIGN.search(own)] == [reader]
