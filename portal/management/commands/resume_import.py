from portal.imports import run as acts
from portal.imports.command import PATIENCE, RunCommand
from portal.imports.report import Report
from portal.models import ImportRun

State = ImportRun.State


class Command(RunCommand):
    help = "Go on with an import, or with an undo, that was stopped."

    def act_on(self, run):
        act = acts.rest_of(run) or ("apply" if run.state == State.PLANNED else "")
        if not act:
            raise acts.NotNow(
                f"Import {run.pk} is {run.get_state_display()}; nothing is left to do."
            )
        getattr(acts, act)(run=run, progress=self.progress, patience=PATIENCE)
        return _only_read(run) if act == "read" else Report.of_run(run)


def _only_read(run):
    """A run of the admin is applied when somebody has seen what it would do."""
    if run.state == State.FAILED:
        return Report(run=run.pk, error=run.error)
    report = Report.of_run(run)
    report.dry_run = True
    report.notes = [
        *report.notes,
        f"Import {run.pk} was read, and nothing is applied: it waits for a go-ahead in "
        f"the admin. `manage.py resume_import {run.pk}` gives it.",
    ]
    return report
