import json
import sys

from django.core.management.base import BaseCommand

from portal.imports.run import NotNow, undo
from portal.models import ImportRun


class Command(BaseCommand):
    help = "Take back what an import did; what was edited since is kept and named."

    def add_arguments(self, parser):
        parser.add_argument("run", type=int, help="the number that the import reported")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, **options):
        result, status = self._undo(options["run"])
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_as_text(result))
        sys.exit(status)

    def _undo(self, number):
        run = ImportRun.objects.filter(pk=number).first()
        if run is None:
            return {"run": None, "error": f"There is no import {number}."}, 2
        try:
            _, kept = undo(run=run)
        except NotNow as error:
            return {"run": run.pk, "error": str(error)}, 2
        undone = list(run.rows.filter(state="undone").values_list("target", flat=True))
        result = {
            "run": run.pk,
            "undone": len(undone),
            "kept": [{"target": row.target, "reason": row.reason} for row in kept],
        }
        return result, int(bool(kept))


def _as_text(result):
    if "error" in result:
        return result["error"]
    lines = [f"Import {result['run']} is undone: {result['undone']} taken back."]
    lines += [f"Kept {each['target']}: {each['reason']}" for each in result["kept"]]
    return "\n".join(lines)
