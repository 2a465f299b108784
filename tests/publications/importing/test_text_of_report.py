"""What a person reads after an import: a line for each entry to look at."""

import pytest

from portal.imports.files import SourceFile
from portal.imports.run import bring_in, rehearse
from tests.factories import make_member

pytestmark = pytest.mark.django_db

FIRST = "@article{a, title = {On Waves}, author = {Ada Lovelace}, year = 2020}\n"
ENTRIES = (
    FIRST.replace("year", "volume = 3, year")
    + "@article{b, title = {On Heat}, author = {Sungong Seo}, year = 2021}\n"
    + "@article{c, title = {On Tides}, author = {Bo Li}, year = 2021}\n"
    + "@article{d, author = {Bo Li}, year = 2021}\n"
)


def source(text):
    return SourceFile("papers.bib", text.encode())


@pytest.mark.parametrize("act", [rehearse, bring_in])
def test_report_has_a_line_for_what_must_be_looked_at(act):
    make_member("Sungyong Seo")
    bring_in(kind="publications", sources=[source(FIRST)])

    head, *lines = (
        act(kind="publications", sources=[source(ENTRIES)]).as_text().splitlines()
    )

    assert head.endswith(": 2 created, 1 updated, 0 unchanged, 0 review, 1 rejected.")
    assert [line.partition(":")[0:3:2] for line in lines[:2]] == [
        ("papers.bib", "4 d rejected: Line 4: the entry has no title."),
        ("papers.bib", "1 a volume: “” → “3”"),
    ]
    assert [line.partition(":")[0] for line in lines[2:]] == [
        "“Sungong Seo” may be the member sungyong-seo"
    ]
