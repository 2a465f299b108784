"""EndNote's XML: as EndNote writes it, as others do, and as somebody who means harm."""

import time

import pytest

from portal.dates import PartialDate
from portal.imports.files import SourceFile
from publications.admin.paper_imports import PaperKind
from publications.formats import endnote_xml
from publications.importing.normalise import normalise
from publications.importing.reading import read
from publications.names import PersonName
from publications.values import AppearanceRecord, Contributor, LinkRecord, Record

# EndNote puts all of it into one line.
OWN = """\
<?xml version="1.0" encoding="UTF-8" ?><xml><records><record>\
<database name="My.enl" path="C:\\Users\\jo\\My.enl">My.enl</database>\
<rec-number>12</rec-number><ref-type name="Journal Article">17</ref-type>\
<contributors><authors><author><style face="normal">Doe, J. A.</style></author>\
<author>World Weaving Organization,</author><author>Ørsted, Åse</author></authors>\
<secondary-authors><author>Itor, Ed</author></secondary-authors></contributors>\
<titles><title><style face="normal">On </style><style face="italic">E. coli</style>\
</title><secondary-title>Journal of Engines</secondary-title></titles>\
<periodical><full-title>Journal of Engines</full-title><abbr-1>J. Eng.</abbr-1>\
</periodical><pages>101-9</pages><volume>7</volume><number>2</number>\
<keywords><keyword>Looms</keyword><keyword>Time, and space</keyword></keywords>\
<dates><year>2019</year><pub-dates><date>Jan 15</date></pub-dates></dates>\
<isbn>2049-3630 (Electronic)&#xD;2049-3630 (Linking)</isbn>\
<accession-num>30643312</accession-num><abstract>One &amp; two.</abstract>\
<notes>mine alone</notes><urls><related-urls><url>https://example.org/p</url>\
</related-urls><pdf-urls><url>internal-pdf://1/p.pdf</url></pdf-urls></urls>\
<custom2>PMC6331234</custom2><custom1>Kept</custom1><label>doe2019</label>\
<electronic-resource-num>10.1234/ENGINES</electronic-resource-num>\
<remote-database-provider>NLM</remote-database-provider></record></records></xml>
"""


def records(*bodies):
    """A file with these records, each in a line of its own, from the second on."""
    lines = "".join(f"<record>{body}</record>\n" for body in bodies)
    return f"<xml><records>\n{lines}</records></xml>"


def understood(body):
    [entry] = endnote_xml.read(records(body), "x.xml")
    return normalise(entry)


def test_a_record_of_endnote_is_understood():
    [entry] = endnote_xml.read(OWN, "My.xml")

    assert normalise(entry) == Record(
        key="doe2019",
        type="article-journal",
        title="On E. coli",
        abstract="One & two.",
        contributors=(
            Contributor(PersonName("J. A.", "Doe")),
            Contributor(PersonName(literal="World Weaving Organization")),
            Contributor(PersonName("Åse", "Ørsted")),
            Contributor(PersonName("Ed", "Itor"), role="editor"),
        ),
        appearances=(
            AppearanceRecord(
                venue="Journal of Engines",
                date=PartialDate("Jan 15 2019"),
                volume="7",
                number="2",
                pages="101–9",
            ),
        ),
        identifiers=(
            ("doi", "10.1234/engines"),
            ("issn", "2049-3630"),
            ("pmid", "30643312"),
            ("pmcid", "PMC6331234"),
        ),
        links=(LinkRecord("paper", "https://example.org/p"),),
        topics=("Looms", "Time, and space"),
        extra={
            "shortjournal": "J. Eng.",
            "notes": "mine alone",
            "file": "internal-pdf://1/p.pdf",
            "endnote.custom1": "Kept",
            "endnote.remote-database-provider": "NLM",
        },
    )


@pytest.mark.parametrize(
    ("element", "type_"),
    [
        ('<ref-type name="Report">10</ref-type>', "report"),
        ("<ref-type>10</ref-type>", "paper-conference"),
        ('<ref-type name="Film or Broadcast">21</ref-type>', "document"),
        ("<ref-type>31</ref-type>", "document"),
        ("", "document"),
    ],
    ids=["by name", "by number", "another kind", "another number", "unsaid"],
)
def test_the_name_of_a_type_goes_before_its_number(element, type_):
    record = understood(f"{element}<titles><title>T</title></titles>")

    assert (record.type, record.problems) == (type_, ())


@pytest.mark.parametrize(
    ("kind", "listed", "editors"),
    [
        ("Edited Book", ("authors",), ["A1"]),
        ("Book", ("secondary-authors",), ["A1"]),
        ("Book", ("authors", "secondary-authors"), []),
        ("Book", ("authors", "tertiary-authors"), ["A2"]),
        ("Book Section", ("authors", "secondary-authors"), ["A2"]),
        ("Thesis", ("authors", "secondary-authors"), []),
    ],
)
def test_who_edited_a_book(kind, listed, editors):
    names = "".join(
        f"<{name}><author>A{number}, Jo</author></{name}>"
        for number, name in enumerate(listed, start=1)
    )
    record = understood(
        f'<ref-type name="{kind}">0</ref-type><contributors>{names}</contributors>'
    )

    people = [each for each in record.contributors if each.role == "editor"]
    assert [each.name.family for each in people] == editors


def test_a_date_that_nobody_understands_costs_no_year():
    record = understood(
        "<dates><year>2019</year><pub-dates><date>Whenever</date></pub-dates></dates>"
    )

    assert record.appearances[0].date == PartialDate("2019")
    assert record.extra == {"endnote.pub-dates": "Whenever"}


def test_a_broken_record_harms_no_other():
    good = "<titles><title>Good</title></titles>"
    text = records(good, "<titles><title>A & B</title></titles>", good)
    entries = list(endnote_xml.read(text.replace("</record>", "", 1), "x.xml"))

    assert [(each.line, each.error, each.fields.get("title")) for each in entries] == [
        (
            2,
            "Line 2, column 1: record 1 cannot be read: it is not closed, a '</record>' "
            "is missing.",
            None,
        ),
        (
            3,
            "Line 3, column 27: record 2 cannot be read: not well-formed (invalid token).",
            None,
        ),
        (4, "", "Good"),
    ]


def test_what_is_to_be_mended_is_a_file_again():
    sources = [entry.raw for entry in endnote_xml.read(OWN, "My.xml")]
    [found] = read(SourceFile("x.xml", PaperKind().joined(sources, None).encode()))

    assert [entry.fields["title"] for entry in found.entries] == ["On E. coli"]


@pytest.mark.parametrize("name", ["My.xml", "My.txt", "My"])
def test_a_library_is_recognised_by_its_content(name):
    [found] = read(SourceFile(name, OWN.encode()))

    assert [entry.error for entry in found.entries] == [""]
    assert found.reading.format == "endnote"


BOMB = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">'
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "declaration",
    [f"<!DOCTYPE xml [{BOMB}]>", '<!DOCTYPE xml SYSTEM "file:///etc/passwd">'],
    ids=["bomb", "external"],
)
def test_a_file_that_declares_entities_is_refused_with_a_sentence(declaration):
    text = declaration + records("<titles><title>&i;</title></titles>")
    [found] = read(SourceFile("x.xml", text.encode()))

    assert [entry.error for entry in found.entries] == [
        "The XML declares a document type or entities of its own, which EndNote never "
        "does. Nothing of it was read; export the library again."
    ]


def test_an_entity_that_nobody_declared_is_a_sentence():
    [entry] = endnote_xml.read(records("<titles><title>&i;</title></titles>"), "x")

    assert entry.error == (
        "Line 2, column 24: record 1 cannot be read: undefined entity."
    )


@pytest.mark.parametrize(
    "text",
    [
        "<xml><records>" + "<record>" * 100_000,
        "<xml><records><record>" + "<a>" * 300_000 + "</a>" * 300_000 + "</record>",
        "<xml>" + " " * 500_000,
        "<record " * 100_000,
    ],
    ids=["open", "nested", "blank", "heads"],
)
def test_hostile_xml_takes_bounded_time(text):
    started = time.process_time()
    [found] = read(SourceFile("x.xml", text.encode()))

    assert not any(entry.fields.get("title") for entry in found.entries)
    assert time.process_time() - started < 10


def test_signs_that_turn_the_text_around_are_dropped():
    record = understood("<titles><title>A&#x202E;B</title></titles>")

    assert record.title == "AB"
