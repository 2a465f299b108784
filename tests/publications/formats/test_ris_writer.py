from dataclasses import replace

import rispy

from publications.formats.ris_writer import write_ris
from publications.values import Record
from tests.factories.records import FULL

PUBLIC = """\
TY  - CONF
TI  - Deep Graphs
AU  - Doe, Jo
PY  - 2020
DA  - 2020/06//
DO  - 10.1000/xyz_1%2
UR  - https://example.org/p
N1  - Invited
ID  - doe2020deep
U5  - coauthor.status: published
U5  - coauthor.visibility: public
U5  - coauthor.note: Invited
U5  - coauthor.notes: 
ER  - 
"""  # noqa: W291


def test_record_as_others_read_it():
    primary = replace(
        FULL.appearances[0].__class__(),
        date=FULL.appearances[0].date,
        status="published",
    )
    record = FULL.__class__(
        key=FULL.key,
        type=FULL.type,
        title="Deep Graphs",
        note="Invited",
        contributors=(replace(FULL.contributors[0], equal_group=None),),
        appearances=(primary,),
        identifiers=FULL.identifiers[:1],
        links=(replace(FULL.links[0], kind="paper", url="https://example.org/p"),),
        visibility="public",
        extra={"notes": "for me", "file": "/home/me/p.pdf"},
    )

    assert write_ris(record).replace("\r\n", "\n") == PUBLIC


def test_another_reader_understands_it():
    (read,) = rispy.loads(write_ris(FULL).replace("\r\n", "\n"))

    assert read["title"] == FULL.title
    assert read["authors"][:2] == ["Doe, Jo", "van Beethoven, Ludwig, Jr."]
    assert read["keywords"] == ["Graphs", "Time, and Space"]


def test_address_of_a_doi_needs_no_line_of_ours():
    lines = write_ris(
        Record(title="T", type="book", identifiers=(("doi", "10.1000/x"),))
    ).splitlines()

    assert "UR  - https://doi.org/10.1000/x" in lines
    assert not any(line.startswith("U5") for line in lines)
