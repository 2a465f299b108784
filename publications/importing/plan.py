"""Records → planned rows: what an import would do to each paper, and why."""

from dataclasses import dataclass, field, replace

from portal.models import ImportRow
from publications.facts import digest_of, facts_of
from publications.importing.compare import compare, merged
from publications.importing.record_types import venue_kind
from publications.importing.stored import record_to_json
from publications.importing.values import Statement
from publications.values import Entry, Record
from publications.writing import default_visibility


@dataclass
class Planner:
    """Goes through the statements of a run in their order.

    Two entries of one run may be one work. The first one counts; a later one may fill
    what it left out, and is left to a person where the two contradict each other.
    """

    _planned: dict[str, Record] = field(default_factory=dict)

    def row(self, statement: Statement, held=None) -> ImportRow:
        """`held`: (record, imported) of the matched work, when the site has it."""
        if statement.match.verdict == "review":
            return _review(statement, statement.match.reason)
        if statement.match.verdict == "new":
            self._planned[statement.slug] = statement.record
            return _created(statement)
        record, imported = held or (self._planned[statement.slug], {})
        incoming, ours = facts_of(statement.record), facts_of(_with_defaults(record))
        difference = compare(incoming, ours, imported)
        if statement.repeats:
            return self._repeated(statement, record, difference)
        if difference.protected:
            return _review(statement, _protected(difference.protected))
        if not difference.changes:
            return _row(statement, ImportRow.Action.UNCHANGED)
        return _updated(statement, difference.changes)

    def _repeated(self, statement, record, difference):
        both = {**difference.changes, **difference.protected}
        contradicted = [name for name, (ours, _) in both.items() if ours]
        first = statement.repeats
        if contradicted:
            reason = (
                f"Line {statement.entry.line}: this is the same work as the entry of line "
                f"{first}, but it differs in {', '.join(contradicted)}."
            )
            return _review(statement, reason)
        if both:
            if statement.slug in self._planned:
                self._planned[statement.slug] = merged(record, statement.record, both)
            return _updated(statement, both)
        reason = f"The same work as the entry of line {first}."
        return _row(statement, ImportRow.Action.UNCHANGED, reason=reason)


def rejected(entry: Entry, reason: str) -> ImportRow:
    return ImportRow(
        subject="publication",
        file=entry.file[:255],
        line=entry.line,
        key=entry.key[:500],
        action=ImportRow.Action.REJECTED,
        reason=reason,
    )


def _row(statement, action, *, reason="", target=None, **columns):
    entry = statement.entry
    warnings = [problem.text for problem in statement.record.problems]
    return ImportRow(
        subject="publication",
        file=entry.file[:255],
        line=entry.line,
        key=entry.key[:500],
        action=action,
        reason=" ".join(filter(None, [reason, *warnings])),
        target=statement.slug if target is None else target,
        authors=[_author(each, match) for each, match in _named(statement)],
        **columns,
    )


def _created(statement):
    return _row(statement, ImportRow.Action.CREATED, plan=_plan(statement))


def _updated(statement, changes):
    plan = {**_plan(statement), "changed": list(changes)}
    shown = {name: list(pair) for name, pair in changes.items()}
    return _row(statement, ImportRow.Action.UPDATED, plan=plan, changes=shown)


def _review(statement, reason):
    return _row(
        statement, ImportRow.Action.REVIEW, reason=reason, plan=_plan(statement)
    )


def _plan(statement):
    """All that is needed to carry the row out later, as JSON."""
    return {
        "record": record_to_json(_with_defaults(statement.record)),
        "author_ids": [match.author_id for match in statement.names],
        "new_keys": sorted(
            each.name.key for each, match in _named(statement) if match.is_new
        ),
        "format": statement.entry.format,
        "source": statement.entry.raw,
        "said": facts_of(statement.record),
        "made": _made(statement.record),
        # A paper is its first statement's; what only fills it in does not count.
        "digest": "" if statement.repeats else digest_of(statement.record),
    }


def _made(record):
    """The facts that an import makes where the source is silent."""
    silent, full = facts_of(record), facts_of(_with_defaults(record))
    return {name: fact for name, fact in full.items() if name not in silent}


def _with_defaults(record):
    primary, *further = record.appearances
    primary = replace(
        primary,
        status=primary.status or "published",
        kind=primary.kind or venue_kind(record.type, primary.venue),
    )
    return replace(
        record,
        appearances=(primary, *further),
        visibility=record.visibility or default_visibility(primary.status),
    )


def _protected(protected):
    parts = [
        f"{name} (“{ours}”; the file says “{theirs}”)"
        for name, (ours, theirs) in protected.items()
    ]
    return f"Edited by hand since, and not overwritten: {'; '.join(parts)}."


def _named(statement):
    return zip(statement.record.contributors, statement.names, strict=True)


def _author(contributor, match):
    author = {
        "name": contributor.name.display,
        "person": match.person or None,
        "proposed": match.proposed or None,
        "how": match.how or None,
    }
    return author | ({"evidence": match.evidence} if match.evidence else {})
