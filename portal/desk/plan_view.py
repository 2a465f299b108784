"""What an import will do, or did, entry by entry."""

from django.http import StreamingHttpResponse
from wagtail.admin.paginator import WagtailPaginator

from portal.desk.counts import counts_of, tiles
from portal.desk.course import OPEN
from portal.desk.entries import EntryFilter, narrowed, shown
from portal.desk.problems import problems_of
from portal.desk.run_view import RunView
from portal.desk.spreadsheet import csv_lines
from portal.models import ImportRun

PER_PAGE = 50


class EntriesView(RunView):
    """The entries that the address asks for."""

    step = "plan"
    states = OPEN["plan"]

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.problem = None

    def entries(self):
        self.filter = EntryFilter(self.request.GET, run=self.run)
        rows = narrowed(self.run.rows.all(), self.filter.chosen)
        if code := self.filter.chosen.get("problem"):
            found = (each for each in problems_of(self.run) if each.code == code)
            self.problem = next(found, None)
            rows = rows.filter(position__in=_within_limits(self.problem))
        return rows


class PlanView(EntriesView):
    template_name = "admin/desk/plan.html"

    @property
    def page_title(self):
        planned = self.run.state == ImportRun.State.PLANNED
        return "What will happen" if planned else "What happened"

    def get_context_data(self, **kwargs):
        rows = self.entries()
        page = WagtailPaginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        counts = counts_of([self.run])[self.run.pk]
        return super().get_context_data(
            page=page,
            elided_page_range=page.paginator.get_elided_page_range(page.number),
            entries=shown(page.object_list, self.run, self.kind),
            tiles=tiles(self.run, counts, self.filter.chosen.get("action", "")),
            total=sum(counts.values()),
            filter=self.filter,
            problem=self.problem,
            **kwargs,
        )


class PlanTableView(EntriesView):
    """The same entries as a CSV file."""

    def get(self, request, pk):
        name = f"import-{self.run.pk}.csv"
        return StreamingHttpResponse(
            csv_lines(self.entries()),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def _within_limits(problem, most=10_000):
    # SQLite takes no list of 50,000; nobody pages through more than this either.
    return problem.positions[:most] if problem else []
