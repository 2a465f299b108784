"""What the import commands have in common: arguments, progress, report, exit status."""

import json
import sys

from django.core.management.base import BaseCommand
from django.db import OperationalError, ProgrammingError

from portal.imports.files import SourceFile, Unreadable
from portal.imports.report import Report
from portal.imports.run import apply, prepare, rehearse


class ImportCommand(BaseCommand):
    """Subclasses say `kind`, and which options of theirs the importer gets."""

    kind = ""
    several_files = False

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="+" if self.several_files else 1, metavar="FILE"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="report only; write nothing"
        )
        parser.add_argument(
            "--json", action="store_true", help="one JSON object on standard output"
        )

    def importer_options(self, options):
        return {}

    def handle(self, *args, **options):
        report = self._report(options)
        if options["json"]:
            text = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
        else:
            text = report.as_text()
        self.stdout.write(text)
        sys.exit(report.exit_status)

    def _report(self, options):
        try:
            return self._import(options)
        except Unreadable as error:
            return Report.of_failure(str(error), options["dry_run"])
        except (OperationalError, ProgrammingError) as error:
            sentence = f"The database cannot be used ({error}). Run migrate first."
            return Report.of_failure(sentence, options["dry_run"])

    def _import(self, options):
        sources = [SourceFile.open(path) for path in options["files"]]
        about = {
            "kind": self.kind,
            "sources": sources,
            "options": self.importer_options(options),
        }
        if options["dry_run"]:
            return rehearse(**about)
        return apply(run=prepare(**about), progress=self._progress)

    def _progress(self, done, total):
        """A bar on standard error, for a person who waits at a terminal."""
        if not self.stderr.isatty() or total < 2:
            return
        width = 40 * done // total
        end = "\n" if done == total else ""
        bar = f"\r[{'#' * width}{'.' * (40 - width)}] {done}/{total}"
        self.stderr.write(bar, ending=end)
