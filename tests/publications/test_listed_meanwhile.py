"""What a second process makes of papers while others come in is what they are at last."""

import pytest

from portal.imports import run as runs
from portal.imports import second_process, turns
from portal.imports.files import SourceFile
from publications import listed_meanwhile as module
from publications.drawing import draw_all
from publications.importing import run as importing
from publications.models import ListedPaper, SearchText
from publications.renewal import renew_all

BIB = b"".join(
    b"@article{k%d, title={Waves %d of the Sea}, author={Doe, Ann}, journal={Sea}, year=2019}\n"
    % (number, number)
    for number in range(6)
)
AGAIN = BIB.replace(b"year=2019", b"journaltitle={Sea}, shortjournal={S.}, year=2020")


def listed():
    rows = ListedPaper.objects.order_by("pk").values()
    texts = SearchText.objects.order_by("pk").values()
    return [{**row, "changed": None} for row in rows], list(texts)


@pytest.mark.django_db(transaction=True)
def test_papers_are_listed_while_others_come_in(monkeypatch, first_pages):
    monkeypatch.setattr(second_process, "processors", lambda: 2)
    monkeypatch.setattr(module, "processors", lambda: 2)
    monkeypatch.setattr(importing, "MANY", 0)
    monkeypatch.setattr(turns, "CHUNK", 1)
    monkeypatch.setattr(turns, "TOGETHER", 1)
    monkeypatch.setattr(importing, "list_the_unlisted", lambda: None)
    runs.bring_in(kind="publications", sources=[SourceFile("a.bib", BIB + AGAIN)])
    draw_all()
    found = listed()
    renew_all()

    assert found == listed()
    assert [len(rows) for rows in found] == [6, 6]
