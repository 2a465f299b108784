from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render

from people.models import PeopleIndexPage
from people.network.network import Network
from people.network.question import Question
from people.network.source import current
from portal.imports.tables import write_csv
from portal.private_places import in_private_place
from publications.public_list import require_list

COLUMNS = ("member", "other", "joint_papers", "first_year", "last_year", "address")


def network(request):
    return render(request, "people/network.html", {"network": _asked_for(request)})


def network_file(request):
    """All pairs that are asked for, those too for which the page has no room."""
    rows = map(_row, _asked_for(request).whole_table)
    file = write_csv(COLUMNS, rows)
    response = HttpResponse(file, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="network.csv"'
    return response


def _asked_for(request):
    """404 while the members or the papers are hidden from the public as a whole."""
    require_list()
    if not PeopleIndexPage.objects.live().exclude(in_private_place()).exists():
        raise Http404("There is no public directory of members.")
    tally, shown = current()
    return Network(tally, shown, Question.of(request.GET))


def _row(row):
    pair, address = row.pair, f"{settings.BASE_URL}{row.url}"
    cells = (row.one.name, row.two.name, pair.count, pair.first, pair.last, address)
    return dict(zip(COLUMNS, map(_text, cells), strict=True))


def _text(cell):
    return "" if cell is None else str(cell)
