"""The index of this process, kept at the version that the database has."""

from threading import Lock

from publications.listed.facet_index import ListingIndex
from publications.models.listed_paper import ListedPaper, ListingVersion

COLUMNS = ("publication_id", "sort_date", "year", "facets")


class _Held:
    """What the process has: an index, and the version of the rows that it is made of."""

    def __init__(self, index, number, token):
        self.index, self.number, self.token = index, number, token


_held = None
_making = Lock()


def current():
    """The listing as the database has it now; one query when nothing has changed."""
    global _held
    number, tokens = _version()
    held = _held
    if held and held.token == tokens[-1]:
        return held.index
    with _making:
        held = _held
        if not (held and held.token == tokens[-1]):
            _held = held = _made_from(held, number, tokens)
    return held.index


def _version():
    row = ListingVersion.objects.values_list("number", "tokens").first()
    number, tokens = row or (0, "")
    return number, tokens.split() or [""]


def _made_from(held, number, tokens):
    """Of what is there already, where it is of a version that was committed."""
    papers = None
    if held and held.token in tokens[:-1]:
        papers = _with_changes(held)
    if papers is None:
        papers = _papers(ListedPaper.objects.all())
    return _Held(ListingIndex(papers), number, tokens[-1])


def _with_changes(held):
    """The papers with the rows that came since; those that went are known by number."""
    changed = ListedPaper.objects.filter(changed__gt=held.number)
    papers = held.index.papers | _papers(changed)
    if len(papers) != ListedPaper.objects.count():
        there = ListedPaper.objects.order_by().values_list("pk", flat=True)
        papers = {pk: papers[pk] for pk in there if pk in papers}
    return papers


def _papers(rows):
    return {
        pk: (sort_date, year, facets)
        for pk, sort_date, year, facets in rows.order_by().values_list(*COLUMNS)
    }
