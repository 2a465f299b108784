"""Is it the same paper, and whose word counts? A step of an import of papers."""

from django.http import Http404
from django.shortcuts import redirect
from django.template.defaultfilters import pluralize
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator

from portal.desk.course import address
from portal.desk.run_view import RunView
from portal.desk.starting import read_on
from portal.imports.run import answer
from portal.models import ImportRun
from publications.admin.work_choices import answers_alike, card_of, sent_answers
from publications.importing.side_by_side import Pair
from publications.importing.work_questions import (
    alike,
    counted,
    open_works,
    questions_about,
    works_of_run,
)

PER_PAGE = 10
State = ImportRun.State


class RunWorksView(RunView):
    """The open questions; with `?show=all` those that are decided, too; with `?at=12`
    the one of that row."""

    step = "works"
    page_title = "Papers to compare"
    template_name = "admin/desk/works.html"
    states = frozenset({State.PLANNED, State.APPLIED})

    def dispatch(self, request, *args, **kwargs):
        if self.run.kind != "publications":
            raise Http404("Only papers are compared here.")
        return super().dispatch(request, *args, **kwargs)

    @property
    def shows_all(self):
        return self.request.GET.get("show") == "all"

    def post(self, request, pk):
        answers = self._sent(request.POST)
        if answers:
            answer(run=self.run, answers=answers, user=request.user)
            given = len(answers)
            messages.success(request, f"{given} answer{pluralize(given)} kept.")
        done = "again" in request.POST or not open_works(self.run).exists()
        if self.run.answers and done and "later" not in request.POST:
            return self._carry_out()
        return redirect(request.get_full_path())

    def _rows(self):
        at = self.request.GET.get("at", "")
        if at.isdecimal():
            return works_of_run(self.run).filter(position=int(at[:9]))
        return works_of_run(self.run) if self.shows_all else open_works(self.run)

    def _sent(self, data):
        """What stands in the form, or the one answer for all rows that are alike."""
        if "alike" in data:
            choice, _, names = data["alike"].partition("|")
            groups = {"|".join(about): about for about in alike(self.run)}
            about = groups.get(names)
            group = alike(self.run).get(about, [])
            return answers_alike(group, about, choice)
        positions = [name[5:] for name in data if name.startswith("work-")]
        positions = [int(each[:9]) for each in positions if each.isdecimal()]
        rows = works_of_run(self.run).filter(position__in=positions)
        return sent_answers(data, questions_about(self.run, rows))

    def _carry_out(self):
        if self.run.state == State.APPLIED:
            return redirect(address(self.run, "settle"))
        return redirect(read_on(self.run))

    def get_context_data(self, **kwargs):
        page = WagtailPaginator(self._rows(), PER_PAGE).get_page(
            self.request.GET.get("p")
        )
        decided, total = counted(self.run)
        return super().get_context_data(
            page=page,
            cards=[card_of(each) for each in questions_about(self.run, page)],
            decided=decided,
            total=total,
            alike=_named(alike(self.run)),
            **kwargs,
        )


def _named(groups):
    """[(names in words, names as the form sends them, how many rows)], if several."""
    return [
        (", ".join(Pair(name).label for name in about), "|".join(about), len(rows))
        for about, rows in groups.items()
        if len(rows) > 1
    ]
