"""What an import has done: counts, links, what waits, and what can be done about it."""

from portal.desk.counts import counts_of, tiles
from portal.desk.course import OPEN, address
from portal.desk.entries import shown
from portal.desk.mending import files_to_mend
from portal.desk.run_view import RunView
from portal.models import ImportRun

FIRST = 20


class ReportView(RunView):
    step = "report"
    states = OPEN["report"]
    template_name = "admin/desk/report.html"
    page_title = "Report"

    def get_context_data(self, **kwargs):
        counts = counts_of([self.run])[self.run.pk]
        context = super().get_context_data(
            tiles=tiles(self.run, counts),
            created=self._first(action="created", state="done"),
            created_count=counts["created"],
            updated=self._first(action="updated", state="done"),
            updated_count=counts["updated"],
            waiting=self._first(action="review"),
            waiting_count=counts["review"],
            rejected=self._first(action="rejected"),
            rejected_count=counts["rejected"],
            kept=self._first(state="kept"),
            kept_count=self.run.rows.filter(state="kept").count(),
            undone=self._first(state="undone"),
            undone_count=self.run.rows.filter(state="undone").count(),
            files_to_mend=files_to_mend(self.run),
            is_applied=self.run.state == ImportRun.State.APPLIED,
            details=self.run.options.get("details", {}),
            **kwargs,
        )
        return {**context, "decide_url": _where_to_decide(self.run, context["stages"])}

    def _first(self, **which):
        return shown(self.run.rows.filter(**which)[:FIRST], self.run, self.kind)


def _where_to_decide(run, stages):
    """The first step with an open question, else where the decided rows are applied."""
    asking = (each.url for each in stages if each.open)
    return next(asking, address(run, "settle"))
