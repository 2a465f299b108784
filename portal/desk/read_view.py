"""What was read of the files of a run, and what is wrong in them."""

from django.shortcuts import redirect

from portal.desk.counts import counts_of, tiles
from portal.desk.course import OPEN, home_of
from portal.desk.forms import ReadAgainForm
from portal.desk.problems import problems_of
from portal.desk.readings import readings_of
from portal.desk.run_view import RunView
from portal.desk.starting import start_reading
from portal.models import ImportFile, ImportRun

State = ImportRun.State
MOST_PROBLEMS = 30


class ReadView(RunView):
    step = "read"
    states = OPEN["read"]
    template_name = "admin/desk/read.html"

    @property
    def page_title(self):
        failed = self.run.state == State.FAILED
        return "It could not be read" if failed else "What was read"

    @property
    def may_read_again(self):
        again = {State.PLANNED, State.FAILED}
        has_form = self.kind.form_class is not None
        return self.may_import and has_form and self.run.state in again

    def post(self, request, pk):
        form = ReadAgainForm(request.POST, kind=self.kind)
        if self.may_read_again and form.is_valid():
            self.run.options = {**self.run.options, **form.cleaned_data}
            self.run.save(update_fields=["options"])
            start_reading(self.run)
            self.run.refresh_from_db()
        return redirect(home_of(self.run))

    def get_context_data(self, **kwargs):
        counts = counts_of([self.run])[self.run.pk]
        problems = problems_of(self.run)
        context = super().get_context_data(
            readings=readings_of(self.run, self.kind),
            tiles=tiles(self.run, counts),
            problems=problems[:MOST_PROBLEMS],
            more_problems=len(problems[MOST_PROBLEMS:]),
            known_files=_known(self.run),
            again=self.may_read_again
            and ReadAgainForm(initial=self.run.options, kind=self.kind),
            details=self.run.options.get("details", {}),
            **kwargs,
        )
        return {
            **context,
            "next_stage": _next(context["stages"]),
            "has_samples": any(each.samples for each in context["readings"]),
        }


def _next(stages):
    """The first step with an open question, else the plan."""
    return next(each for each in stages if each.open or each.name == "plan")


def _known(run):
    """Files of other imports that are the same byte for byte, the last one of each."""
    digests = [file.sha256 for file in run.files.all()]
    twins = ImportFile.objects.filter(sha256__in=digests).exclude(run=run)
    applied = twins.filter(run__state=State.APPLIED).order_by("pk").defer("content")
    return {file.name: file.run for file in applied.select_related("run")}
