import json
import sys

from portal.imports.command import PATIENCE, RunCommand
from portal.imports.run import undo


class Command(RunCommand):
    help = "Take back what an import did; what was edited since is kept and named."

    def failure(self, sentence):
        return {"run": None, "error": sentence}

    def handle(self, *args, **options):
        result, status = self._undo(options)
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_as_text(result))
        sys.exit(status)

    def _undo(self, options):
        report, status = self._report(options)
        run = self.run and self.run.pk
        if report.error:
            return {"run": run, "error": report.error}, status
        states = self.run.rows.order_by("-position").filter(
            state__in=["undone", "kept"]
        )
        rows = list(states.values_list("state", "target", "reason"))
        kept = [
            {"target": target, "reason": reason}
            for state, target, reason in rows
            if state == "kept"
        ]
        result = {"run": run, "undone": len(rows) - len(kept), "kept": kept}
        return result, int(bool(kept))

    def act_on(self, run):
        report, _ = undo(run=run, progress=self.progress, patience=PATIENCE)
        return report


def _as_text(result):
    if "error" in result:
        return result["error"]
    lines = [f"Import {result['run']} is undone: {result['undone']} taken back."]
    lines += [f"Kept {each['target']}: {each['reason']}" for each in result["kept"]]
    return "\n".join(lines)
