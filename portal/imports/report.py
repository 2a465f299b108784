"""What an import did, as people and programs read it (`interface.md` §2)."""

import json
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast

from portal.imports.reported_rows import ReportedRows

# As it stands in the JSON of a row's names, which is written in these two ways.
PROPOSED = ('"proposed":"', '"proposed": "')
ACTIONS = ("created", "updated", "unchanged", "review", "rejected")


@dataclass
class Report:
    """`rows` are ImportRows in the database or ReportedRows, for there may be many.

    `error` is a sentence when nothing was read.
    """

    run: int | None = None
    dry_run: bool = False
    rows: QuerySet | ReportedRows = field(default_factory=ReportedRows)
    notes: list[str] = field(default_factory=list)
    details: dict = field(default_factory=dict)
    error: str = ""

    @classmethod
    def of_plan(cls, plan):
        rows = ReportedRows(plan.rows)
        return cls(dry_run=True, rows=rows, notes=plan.notes, details=plan.details)

    @classmethod
    def of_run(cls, run):
        return cls(
            run=run.pk,
            rows=run.rows.defer("plan", "before", "after", "source", "problems"),
            notes=run.notes,
            details=run.options.get("details", {}),
        )

    @classmethod
    def of_failure(cls, sentence, dry_run=False):
        return cls(dry_run=dry_run, error=sentence)

    def each_row(self):
        """The rows one after the other, never all of them in memory."""
        if isinstance(self.rows, QuerySet):
            return self.rows.iterator(chunk_size=500)
        return iter(self.rows)

    @cached_property
    def counts(self):
        if isinstance(self.rows, QuerySet):
            actions = self.rows.order_by().values_list("action")
            counted = dict(actions.annotate(Count("pk")))
        else:
            counted = self.rows.actions
        return {action: counted.get(action, 0) for action in ACTIONS}

    @property
    def exit_status(self):
        """0 all applied or unchanged; 1 some rejected or in review; 2 nothing read."""
        if self.error:
            return 2
        counts = self.counts
        return int(bool(counts["review"] or counts["rejected"]))

    def as_json(self):
        return {**self._head(), **self._tail()} | {
            "entries": [_entry(row) for row in self.each_row()]
        }

    def json_pieces(self):
        """The same as text, piece by piece, an entry a line."""
        head, tail = (
            json.dumps(part, ensure_ascii=False, indent=2)
            for part in (self._head(), self._tail())
        )
        yield f'{head.rstrip("}").rstrip()},\n  "entries": ['
        for index, row in enumerate(self.each_row()):
            entry = json.dumps(_entry(row), ensure_ascii=False)
            yield f"{',' if index else ''}\n    {entry}"
        yield f"]{tail.replace('{', ',', 1)}" if self._tail() else "]\n}"

    def _head(self):
        return {"run": self.run, "dry_run": self.dry_run, **self.counts}

    def _tail(self):
        notes = {"notes": self.notes} if self.notes else {}
        error = {"error": self.error} if self.error else {}
        return {**self.details, **notes, **error}

    def as_text(self):
        """The counts, and a line for each row that somebody must look at."""
        if self.error:
            return self.error
        head = (
            "This is what an import would do" if self.dry_run else f"Import {self.run}"
        )
        counts = ", ".join(f"{count} {action}" for action, count in self.counts.items())
        reasons, changes, proposals = [], [], {}
        for row in _telling(self).each_row():
            if row.reason:
                place = f"{row.file}:{row.line} {row.key}"
                reasons.append(f"{place} {row.action}: {row.reason}")
            changes += _changes(row)
            proposals |= dict.fromkeys(_proposals(row))
        return "\n".join(
            [f"{head}: {counts}.", *self.notes, *reasons, *changes, *proposals]
        )


def _telling(report):
    """With only those rows of which the text says anything, if the database has them."""
    if not isinstance(report.rows, QuerySet):
        return report
    proposed = Q(names__contains=PROPOSED[0]) | Q(names__contains=PROPOSED[1])
    rows = report.rows.alias(names=Cast("authors", TextField()))
    rows = rows.filter(~Q(reason="") | ~Q(changes={}) | proposed)
    return replace(report, rows=rows)


def _entry(row):
    return {
        "file": row.file,
        "line": row.line,
        "key": row.key,
        "action": row.action,
        row.subject: row.target or None,
        "reason": row.reason,
        "changes": row.changes,
        "authors": row.authors,
    }


def _changes(row):
    for name, (old, new) in row.changes.items():
        yield f"{row.file}:{row.line} {row.key} {name}: {_shown(old)} → {_shown(new)}"


def _shown(fact):
    return f"“{'; '.join(fact) if isinstance(fact, list) else fact}”"


def _proposals(row):
    for author in row.authors:
        if author["proposed"]:
            yield (
                f"“{author['name']}” may be the member {author['proposed']}: "
                f"{author.get('evidence', '')} It is shown unlinked until somebody "
                "decides."
            )
