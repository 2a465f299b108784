"""The rows of lists that a large import left without their HTML.

To draw a row takes longer than all else that an import does for a paper. So the worker
draws them after the run is done; a page that shows one earlier draws it and keeps it in
memory. What lists are narrowed, sorted and searched by is complete before that.
"""

import time
from collections import OrderedDict
from threading import Lock

from django.db import connection, transaction

from publications.models import ListedPaper, Publication
from publications.row_markup import markup
from publications.rows import rows
from publications.whole import whole_papers

AT_A_TIME = 100
# A row has two or three kilobytes.
KEPT = 4_000
STORE = (
    "UPDATE publications_listedpaper SET html = %s"
    " WHERE publication_id = %s AND changed = %s AND html = ''"
)

_kept: OrderedDict[tuple[int, int], str] = OrderedDict()
_lock = Lock()


def drawn(versions):
    """{id: HTML} of papers given as {id: the version of its row}."""
    with _lock:
        known = {pk: _kept.get((pk, changed)) for pk, changed in versions.items()}
    missing = [pk for pk, html in known.items() if html is None]
    made = _draw(missing) if missing else {}
    with _lock:
        for pk, html in made.items():
            _kept[pk, versions[pk]] = html
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return {pk: html for pk, html in {**known, **made}.items() if html is not None}


def draw_all(pause=0.0):
    """Store the HTML of all rows that lack it; what is renewed meanwhile has its own."""
    last = 0
    while chunk := _undrawn(last):
        last = max(chunk)
        made = _draw(chunk)
        with transaction.atomic(), connection.cursor() as cursor:
            values = [(html, pk, chunk[pk]) for pk, html in made.items()]
            cursor.executemany(STORE, values)
        time.sleep(pause)


def are_left():
    return ListedPaper.objects.filter(html="").exists()


def _undrawn(last):
    """{id: version} of the next ones."""
    left = ListedPaper.objects.filter(html="", pk__gt=last).order_by("pk")
    return dict(left.values_list("pk", "changed")[:AT_A_TIME])


def _draw(ids):
    """With few queries: a page may be waiting."""
    papers = Publication.objects.public().filter(pk__among=ids)
    papers = papers.select_related("thumbnail").prefetch_related(
        "thumbnail__renditions"
    )
    return {row.paper.pk: markup(row) for row in rows(whole_papers(papers))}
