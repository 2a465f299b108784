"""What a second process makes of papers while others come in is what they are at last."""

import pytest

from portal.imports import applying, second_process, turns
from portal.imports import run as runs
from portal.imports.files import SourceFile
from publications import listed_meanwhile as module
from publications import renewal
from publications.drawing import draw_all
from publications.importing import run as importing
from publications.listed_meanwhile import Meanwhile, left_unlisted
from publications.models import ListedPaper, Publication, SearchText
from publications.renewal import renew_all
from publications.unlisted import list_the_unlisted, made_of
from tests.factories.papers import make_paper

BIB = b"".join(
    b"@article{k%d, title={Waves %d of the Sea}, author={Doe, Ann}, journal={Sea}, year=2019}\n"
    % (number, number)
    for number in range(6)
)
AGAIN = BIB.replace(b"year=2019", b"journaltitle={Sea}, shortjournal={S.}, year=2020")


class AtOnce:
    """As if the process had made it the moment it was given."""

    def __init__(self, *about, **options):
        self.made = None

    def give(self, chunk):
        given = AtOnce()
        given.made = made_of(chunk)
        return given

    def is_done(self):
        return True

    def result(self):
        return self.made

    def close(self):
        pass


def listed():
    rows = ListedPaper.objects.order_by("pk").values()
    texts = SearchText.objects.order_by("pk").values()
    return [{**row, "changed": None} for row in rows], list(texts)


def unlist_all():
    SearchText.objects.all().delete()
    ListedPaper.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_papers_are_listed_while_others_come_in(monkeypatch, first_pages):
    monkeypatch.setattr(second_process, "processors", lambda: 2)
    monkeypatch.setattr(module, "processors", lambda: 2)
    monkeypatch.setattr(importing, "MANY", 0)
    monkeypatch.setattr(turns, "CHUNK", 1)
    monkeypatch.setattr(applying, "TOGETHER", 1)
    monkeypatch.setattr(importing, "list_the_unlisted", lambda: None)
    runs.bring_in(kind="publications", sources=[SourceFile("a.bib", BIB + AGAIN)])
    draw_all()
    found = listed()
    renew_all()

    assert found == listed()
    assert [len(rows) for rows in found] == [6, 6]


@pytest.mark.django_db
def test_what_changed_meanwhile_is_made_again(monkeypatch):
    monkeypatch.setattr(module, "SecondProcess", AtOnce)
    papers = [make_paper(title, ["Ann Doe"]) for title in ("Alpha", "Beta")]
    unlist_all()
    meanwhile = Meanwhile()
    meanwhile.go_on()
    with module._known(meanwhile), left_unlisted():
        Publication.objects.filter(pk=papers[0].pk).update(title="Gamma")
        renewal.renew(ids={papers[0].pk})
    meanwhile.go_on()
    between = list(SearchText.objects.values_list("title", flat=True))
    list_the_unlisted()

    titles = SearchText.objects.order_by("pk").values_list("title", flat=True)
    assert (between, list(titles)) == (["beta"], ["gamma", "beta"])
