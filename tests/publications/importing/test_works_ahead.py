"""Held works are the same, whichever process looks them up."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection

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


@pytest.fixture
def second(monkeypatch, tmp_path):
    """Two processes that see one site; gives why the second one has failed each time."""
    if connection.vendor == "sqlite":
        # The tests' own database is in the memory of one process.
        path = tmp_path / "copy.sqlite3"
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
        monkeypatch.setattr(second_process, "_database", lambda site: [str(path)])
    monkeypatch.setattr(second_process, "processors", lambda: 2)
    failures, result = [], second_process.Given.result

    def noted(given):
        failures.append(given.answer.exception())
        return result(given)

    monkeypatch.setattr(second_process.Given, "result", noted)
    return failures


def planned(text):
    rows = runs.rehearse(kind="publications", sources=[SourceFile("b.bib", text)]).rows
    return [(row.action, row.reason) for row in rows]


@pytest.fixture
def held(first_pages):
    runs.bring_in(kind="publications", sources=[SourceFile("a.bib", bib(2019))])


def test_works_are_found_while_those_before_them_are_matched(held, second, monkeypatch):
    monkeypatch.setattr(importing, "AT_A_TIME", 1)
    found = planned(bib(2020, ", again"))
    monkeypatch.setattr(second_process, "processors", lambda: 1)

    assert found == planned(bib(2020, ", again"))
    assert [TITLES[n] in reason for n, (_, reason) in enumerate(found)] == [True] * 6
    assert (len(second) > 0, any(second)) == (True, False)
