"""What the commands on imports have in common: progress, report, exit status."""

import json
import sys
from contextlib import nullcontext

from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError

from portal.imports import outages
from portal.imports.files import SourceFile, Unreadable
from portal.imports.report import Report
from portal.imports.run import NotNow, bring_in, rehearse
from portal.imports.thrift import thrift
from portal.models import ImportRun

# Seconds that a command waits until another import is done.
PATIENCE = 30
INTERRUPTED = 130  # what a shell says of a program that Ctrl-C ended
State = ImportRun.State
HOW_TO_GO_ON = {
    State.READING: "Nothing was applied; `manage.py resume_import {run}` starts again.",
    State.PLANNED: "Nothing was applied; `manage.py resume_import {run}` applies it.",
    State.APPLYING: (
        "{done} of {total} entries are applied; `manage.py resume_import {run}` goes on, "
        "`manage.py undo_import {run}` takes them back."
    ),
    State.UNDOING: (
        "{done} of {total} entries are gone through; `manage.py resume_import {run}` "
        "goes on."
    ),
}


class ReportingCommand(BaseCommand):
    """Subclasses do their act in `act`; `run` is the one at work, once there is one."""

    run = None

    def add_arguments(self, parser):
        parser.add_argument(
            "--json", action="store_true", help="one JSON object on standard output"
        )

    def act(self, options) -> Report:
        raise NotImplementedError

    def run_from_argv(self, argv):
        """With --json there is one object on standard output for bad arguments too."""
        if "--json" in argv:
            try:
                self.create_parser(argv[0], argv[1]).parse_args(argv[2:])
            except CommandError as error:
                sentence = f"{str(error).removeprefix('Error: ').rstrip('.')}."
                self.stdout.write(json.dumps(self.failure(sentence), indent=2))
                sys.exit(2)
        super().run_from_argv(argv)

    def failure(self, sentence):
        return Report.of_failure(sentence).as_json()

    def handle(self, *args, **options):
        report, status = self._report(options)
        # The rows of a large run are read for it; a failed one may have no database.
        with nullcontext() if report.error else thrift():
            self._write(report, options["json"])
        sys.exit(status)

    def _write(self, report, as_json):
        if as_json:
            for piece in report.json_pieces():
                self.stdout.write(piece, ending="")
            self.stdout.write("")
        else:
            self.stdout.write(report.as_text())

    def _report(self, options):
        dry = options.get("dry_run", False)
        try:
            report = self.act(options)
            with thrift():
                return report, report.exit_status
        except (Unreadable, NotNow) as error:
            return Report.of_failure(str(error), dry), 2
        except KeyboardInterrupt:
            return self._stopped("It was interrupted.", dry), INTERRUPTED
        except ProgrammingError as error:
            sentence = f"The database cannot be used ({error}). Run migrate first."
            return Report.of_failure(sentence, dry), 2
        except outages.OUTAGES as error:
            return self._stopped(outages.explain(error), dry), 2

    def _stopped(self, why, dry):
        """Say what is in the database by now, and how to go on or back."""
        run = self.run
        if run is None or run.state not in HOW_TO_GO_ON:
            return Report.of_failure(why, dry)
        how = HOW_TO_GO_ON[run.state]
        how = how.format(run=run.pk, done=run.cursor, total=run.total)
        return Report(run=run.pk, error=f"{why} {how}")

    def progress(self, done, total):
        """A bar on standard error, for a person who waits at a terminal."""
        if not self.stderr.isatty() or total < 2:
            return
        width = 40 * done // total
        end = "\n" if done == total else ""
        bar = f"\r[{'#' * width}{'.' * (40 - width)}] {done}/{total}"
        self.stderr.write(bar, ending=end)


class ImportCommand(ReportingCommand):
    """Subclasses say `kind`, and which options of theirs the importer gets."""

    kind = ""
    several_files = False

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "files", nargs="+" if self.several_files else 1, metavar="FILE"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="report only; write nothing"
        )

    def importer_options(self, options):
        return {}

    def act(self, options):
        about = {
            "kind": self.kind,
            # Opened as they are asked for, and in memory no longer than that.
            "sources": map(SourceFile.open, options["files"]),
            "options": self.importer_options(options),
        }
        if options["dry_run"]:
            return rehearse(**about)
        return bring_in(
            **about, patience=PATIENCE, progress=self.progress, stored=self._remember
        )

    def _remember(self, run):
        self.run = run


class RunCommand(ReportingCommand):
    """A command on an import that is there already; it gets its number."""

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("run", type=int, help="the number that the import reported")

    def act(self, options):
        self.run = ImportRun.objects.filter(pk=options["run"]).first()
        if self.run is None:
            raise NotNow(f"There is no import {options['run']}.")
        return self.act_on(self.run)

    def act_on(self, run) -> Report:
        raise NotImplementedError
