"""The steps at which an import of papers has questions, for the desk's course."""

from django.urls import reverse

from portal.imports.importers import Step
from portal.models import ImportRun
from publications.importing.open_names import names_of_run
from publications.importing.work_questions import counted

State = ImportRun.State


def steps_of(run):
    """A step is there once something is or was a question."""
    if run.state not in {State.PLANNED, State.APPLIED}:
        return []
    decided, works = counted(run)
    steps = [
        Step("names", "Names", len(names_of_run(run)), _url("import_names", run)),
    ]
    if works:
        steps.append(
            Step("works", "Compare", works - decided, _url("import_works", run))
        )
    return steps


def _url(name, run):
    return reverse(name, args=[run.pk])
