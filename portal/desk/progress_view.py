"""An act at work: how far it is, on a page that may be closed at any time."""

from datetime import timedelta

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from portal.desk.course import home_of, is_under_way
from portal.desk.run_view import RunView
from portal.imports.serving import is_serving
from portal.imports.tasks import queue
from portal.imports.turns import holder_of, named
from portal.models import ImportRun

State = ImportRun.State
# What is asked for → its step, and what is done meanwhile.
ACTS = {
    "read": ("read", "Reading the files"),
    "complete": ("apply", "Reading and applying the files"),
    "apply": ("apply", "Applying the plan"),
    "settle": ("apply", "Applying what was decided"),
    "undo": ("report", "Undoing the import"),
    "redo": ("apply", "Applying the import again"),
}
# A worker that is there takes an act up within this time.
SOON = timedelta(seconds=10)
# An act that was cut short stands in the state alone.
CUT_SHORT = {State.READING: "read", State.APPLYING: "apply", State.UNDOING: "undo"}


def act_of(run):
    return run.act or CUT_SHORT.get(run.state, "")


def progress_of(run):
    """What the page shows and the script asks for, as JSON.

    `leave`: the act is done, and `url` shows what came of it. `stopped`: why it does
    not go on by itself.
    """
    under_way = is_under_way(run)
    return {
        "state": run.state,
        "done": min(run.cursor, run.total) if run.total else run.cursor,
        "total": run.total,
        "sentence": _sentence(run),
        "stopped": "" if run.act or not under_way else _why_stopped(run),
        "leave": not under_way,
        "url": home_of(run),
    }


def _sentence(run):
    if run.act and not holder_of(run):
        return _waiting(run)
    if run.total:
        return f"{intcomma(run.cursor)} of {intcomma(run.total)} entries"
    return f"{intcomma(run.cursor)} entries so far" if run.cursor else "Beginning …"


def _waiting(run):
    others = ImportRun.objects.exclude(holder="").exclude(pk=run.pk)
    at_work = next((each for each in others if holder_of(each)), None)
    if at_work:
        return f"Waits until {named(at_work)} is done."
    if is_serving() or run.beat_at > timezone.now() - SOON:
        return "Waits for the worker, which looks for work every few seconds."
    return (
        "No worker seems to run, so nothing happens yet. “make serve” starts one beside "
        f"the site; “manage.py resume_import {run.pk}” does this act at once."
    )


def _why_stopped(run):
    return run.error or "It was cut short, and can go on where it was."


class ProgressView(RunView):
    template_name = "admin/desk/progress.html"

    def fits(self):
        return is_under_way(self.run)

    @property
    def step(self):
        return ACTS[act_of(self.run)][0]

    @property
    def page_title(self):
        return ACTS[act_of(self.run)][1]

    def post(self, request, pk):
        """Go on with what was cut short."""
        queue(self.run, act_of(self.run))
        return redirect(home_of(self.run))

    def get_context_data(self, **kwargs):
        return super().get_context_data(progress=progress_of(self.run), **kwargs)


class ProgressDataView(RunView):
    def fits(self):
        return True

    def get(self, request, pk):
        return JsonResponse(progress_of(self.run))
