"""What an import did, as people and programs read it (`interface.md` §2)."""

from dataclasses import dataclass, field

ACTIONS = ("created", "updated", "unchanged", "review", "rejected")


@dataclass
class Report:
    """`rows` are ImportRows, saved or not. `error` is a sentence when nothing was read."""

    run: int | None = None
    dry_run: bool = False
    rows: list = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    details: dict = field(default_factory=dict)
    error: str = ""

    @classmethod
    def of_plan(cls, plan):
        return cls(dry_run=True, rows=plan.rows, notes=plan.notes, details=plan.details)

    @classmethod
    def of_run(cls, run):
        return cls(
            run=run.pk,
            rows=list(run.rows.all()),
            notes=run.notes,
            details=run.options.get("details", {}),
        )

    @classmethod
    def of_failure(cls, sentence, dry_run=False):
        return cls(dry_run=dry_run, error=sentence)

    @property
    def counts(self):
        actions = [row.action for row in self.rows]
        return {action: actions.count(action) for action in ACTIONS}

    @property
    def exit_status(self):
        """0 all applied or unchanged; 1 some rejected or in review; 2 nothing read."""
        if self.error:
            return 2
        return int(any(self.counts[action] for action in ("review", "rejected")))

    def as_json(self):
        report = {
            "run": self.run,
            "dry_run": self.dry_run,
            **self.counts,
            "entries": [_entry(row) for row in self.rows],
            **self.details,
        }
        if self.notes:
            report["notes"] = self.notes
        if self.error:
            report["error"] = self.error
        return report

    def as_text(self):
        """The counts, and a line for each row that somebody must look at."""
        if self.error:
            return self.error
        head = (
            "This is what an import would do" if self.dry_run else f"Import {self.run}"
        )
        counts = ", ".join(f"{count} {action}" for action, count in self.counts.items())
        lines = [f"{head}: {counts}.", *self.notes]
        lines += [
            f"{row.file}:{row.line} {row.key} {row.action}: {row.reason}"
            for row in self.rows
            if row.reason
        ]
        lines += [line for row in self.rows for line in _changes(row)]
        lines += list(dict.fromkeys(_proposals(self.rows)))
        return "\n".join(lines)


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


def _proposals(rows):
    for row in rows:
        for author in row.authors:
            if author["proposed"]:
                yield (
                    f"“{author['name']}” may be the member {author['proposed']}: "
                    f"{author.get('evidence', '')} It is shown unlinked until somebody "
                    "decides."
                )
