"""Held works are the same, whichever process looks them up."""

import pytest

from portal.imports import run as runs
from portal.imports import second_process
from portal.imports.files import SourceFile
from publications.importing import run as importing

pytestmark = pytest.mark.django_db(transaction=True)

TITLES = (
    "Rivers under bridges",
    "Clouds above islands",
    "Lamps inside windmills",
    "Horses beyond fences",
    "Bells across valleys",
    "Wagons behind harvests",
)


def bib(year, more=""):
    return "".join(
        f"@article{{k{year}{number}, title={{{title}{more}}}, author={{Doe, Ann}}, year={year}}}\n"
        for number, title in enumerate(TITLES)
    ).encode()


def planned(text):
    rows = runs.rehearse(kind="publications", sources=[SourceFile("b.bib", text)]).rows
    return [(row.action, row.reason) for row in rows]


def test_works_are_found_while_those_before_them_are_matched(monkeypatch, first_pages):
    runs.bring_in(kind="publications", sources=[SourceFile("a.bib", bib(2019))])
    monkeypatch.setattr(importing, "AT_A_TIME", 1)
    monkeypatch.setattr(second_process, "processors", lambda: 2)
    found = planned(bib(2020, ", again"))
    monkeypatch.setattr(second_process, "processors", lambda: 1)

    assert found == planned(bib(2020, ", again"))
    assert [TITLES[n] in reason for n, (_, reason) in enumerate(found)] == [True] * 6
