"""The acts on a run: each asks first, in words, and does nothing twice.

Who clicks twice, or acts on a run that somebody else has moved on, is led to where the
run now is.
"""

from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from portal.desk.counts import amount, counts_of, forecast, left_out
from portal.desk.course import address
from portal.desk.run_view import RunView
from portal.imports.importers import importer_for
from portal.imports.run import discard
from portal.imports.tasks import queue
from portal.models import ImportRun

State = ImportRun.State


class ActView(RunView):
    """A question with one button. Subclasses have `question` and `sentences`."""

    act = ""
    changes = True
    template_name = "admin/desk/act.html"
    button = ""
    button_class = ""
    cancel = "report"

    @property
    def counts(self):
        return counts_of([self.run])[self.run.pk]

    def sentences(self):
        return []

    def post(self, request, pk):
        queue(self.run, self.act)
        return redirect(address(self.run, "progress"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            sentences=self.sentences(),
            cancel_url=address(self.run, self.cancel),
            **kwargs,
        )


class ApplyView(ActView):
    step = act = "apply"
    states = frozenset({State.PLANNED})
    page_title = question = "Apply the plan"
    button = "Apply"
    cancel = "plan"

    def sentences(self):
        counts = self.counts
        return [
            forecast(counts, self.kind),
            *self._undecided(),
            *left_out(counts, self.kind),
        ]

    def _undecided(self):
        return [
            f"Under “{step.label}” {step.open} "
            f"{'question is' if step.open == 1 else 'questions are'} open."
            for step in importer_for(self.run.kind).steps(self.run)
            if step.open
        ]


class SettleView(ActView):
    act = "settle"
    states = frozenset({State.APPLIED})
    page_title = question = "Apply what is decided"
    button = "Apply the decided ones"

    def sentences(self):
        waiting = self.counts["review"]
        return [
            f"{amount(waiting, self.kind)} of this import waited for a decision. Those "
            "that are decided now will be applied; the others go on waiting."
        ]


class UndoView(ActView):
    """Also of an import that was cut short while it was applied."""

    act = "undo"
    states = frozenset({State.APPLIED, State.APPLYING})
    page_title = "Undo"
    question = "Undo this import?"
    button = "Yes, undo it"
    button_class = "serious"

    def fits(self):
        return self.run.state in self.states and not self.run.act

    def sentences(self):
        counts = self.counts
        created, updated = counts["created"], counts["updated"]
        return [
            each
            for each in (
                f"{amount(created, self.kind)} that it created will be removed."
                if created
                else "",
                f"{amount(updated, self.kind)} that it changed will get back the former "
                "values."
                if updated
                else "",
                "What was edited since stays as it is; the report names it.",
                "You can redo the import afterwards.",
            )
            if each
        ]


class RedoView(ActView):
    act = "redo"
    states = frozenset({State.UNDONE})
    page_title = "Redo"
    question = "Apply this import again?"
    button = "Redo"

    def sentences(self):
        return [
            "What was undone will be done again as it was planned; what was changed in "
            "the meantime is left to you."
        ]


class DiscardView(ActView):
    """Also of an import whose reading was cut short."""

    states = frozenset({State.PLANNED, State.FAILED, State.READING})
    page_title = "Discard"
    question = "Discard this import?"
    button = "Yes, discard it"
    button_class = "serious"
    cancel = "run"

    def fits(self):
        return self.run.state in self.states and not self.run.act

    def sentences(self):
        return [
            "Nothing of it is on the site. The files and the answers given so far are "
            "not used; the history keeps that it was discarded."
        ]

    def post(self, request, pk):
        discard(run=self.run)
        messages.success(request, f"{self.name} is discarded.")
        return redirect(reverse("imports:index"))
