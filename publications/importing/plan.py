"""Records → planned rows: what an import would do to each paper, and why."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from portal.bulk_rows import Json, light
from portal.encoded_json import encoded
from portal.models import ImportRow
from publications.facts import facts_of
from publications.importing.compare import compare, merged
from publications.importing.defaults import with_defaults
from publications.importing.values import (
    NOBODY_KNOWN,
    Statement,
    author_as_planned,
)
from publications.values import Record


@dataclass
class Planner:
    """Goes through the statements of a run in their order.

    Two entries of one run may be one work. The first one counts; a later one may fill
    what it left out, and is left to a person where the two contradict each other.

    `recall` gives the record of the entry at a position of the run: those of all new
    works together would fill the memory.
    """

    recall: Callable[[int], Record]
    _planned: dict[str, int | Record] = field(default_factory=dict)

    def row(self, statement: Statement, held=None) -> ImportRow:
        """`held`: (record, imported) of the matched work, when the site has it."""
        if statement.match.verdict == "review":
            return asked(statement, "likeness", statement.match.reason)
        if statement.match.verdict == "new":
            return self._created(statement, Json(_encoded_plan(statement)))
        if statement.is_known and not statement.repeats:
            return unchanged(statement)
        record, imported = held or (self.planned(statement.slug), {})
        incoming, ours = facts_of(statement.record), facts_of(with_defaults(record))
        difference = compare(incoming, ours, imported)
        if "venue" in difference.changes and not (incoming | ours).get("kind"):
            difference.changes["kind"] = ("", _kind(statement))
        if statement.repeats:
            return self._repeated(statement, record, difference)
        if difference.protected:
            return asked(
                statement,
                "protected",
                _protected(difference.protected),
                about=difference.protected,
                besides=difference.changes,
            )
        if not difference.changes:
            return unchanged(statement)
        return updated(statement, difference.changes)

    def created(self, statement):
        return self._created(statement, _plan(statement))

    def _created(self, statement, plan):
        self._planned[statement.slug] = statement.stated.position
        return _row(statement, ImportRow.Action.CREATED, plan=plan)

    def planned(self, slug):
        """The record that this run makes of a work, or None."""
        planned = self._planned.get(slug)
        return self.recall(planned) if isinstance(planned, int) else planned

    def _repeated(self, statement, record, difference):
        both = {**difference.changes, **difference.protected}
        contradicted = [name for name, (ours, _) in both.items() if ours]
        first = statement.repeats
        if contradicted:
            reason = (
                f"Line {statement.entry.line}: this is the same work as the entry of line "
                f"{first}, but it differs in {', '.join(contradicted)}."
            )
            return asked(statement, "contradiction", reason, about=contradicted)
        if both:
            if statement.slug in self._planned:
                self.expect(statement.slug, merged(record, statement.record, both))
            return updated(statement, both)
        reason = f"The same work as the entry of line {first}."
        return unchanged(statement, reason)

    def expect(self, slug, record):
        """Say what a work will be once the rows up to here are carried out."""
        self._planned[slug] = record


def rejected(entry, reason: str) -> ImportRow:
    return light(
        ImportRow,
        subject="publication",
        file=entry.file[:255],
        line=entry.line,
        key=entry.key[:500],
        action=ImportRow.Action.REJECTED,
        reason=reason,
        source=entry.raw,
    )


def _row(statement, action, *, reason="", target=None, **columns):
    entry, warnings = statement.entry, statement.stated.problems
    if warnings:
        columns["problems"] = [asdict(each) for each in statement.record.problems]
    return light(
        ImportRow,
        subject="publication",
        file=entry.file[:255],
        line=entry.line,
        key=entry.key[:500],
        action=action,
        reason=" ".join(filter(None, [reason, *warnings])),
        source="" if action == ImportRow.Action.UNCHANGED else entry.raw,
        target=statement.slug if target is None else target,
        authors=Json(_authors(statement)),
        **columns,
    )


def unchanged(statement, reason="", **columns):
    return _row(statement, ImportRow.Action.UNCHANGED, reason=reason, **columns)


def updated(statement, changes):
    plan = {**_plan(statement), "changed": list(changes)}
    shown = {name: list(pair) for name, pair in changes.items()}
    return _row(statement, ImportRow.Action.UPDATED, plan=plan, changes=shown)


def asked(statement, question, reason, about=(), besides=()):
    """A row that waits for a person: about some facts, and with it what they hold up."""
    plan = {**_plan(statement), "about": sorted(about), "besides": sorted(besides)}
    return _row(
        statement,
        ImportRow.Action.REVIEW,
        reason=reason,
        question=question,
        plan=plan,
    )


def _plan(statement):
    """All that is needed to carry the row out later, as JSON."""
    return {"record": json.loads(statement.stated.stored), **_plan_besides(statement)}


def _encoded_plan(statement):
    """The same as text, into which the record goes as it was put aside."""
    besides = encoded(_plan_besides(statement))
    return f'{{"record": {statement.stated.stored}, {besides[1:]}'


def _plan_besides(statement):
    names, keys = statement.names, statement.stated.keys
    new = [key for key, match in zip(keys, names, strict=True) if match.is_new]
    plan = {
        "author_ids": [match.author_id for match in names],
        "new_keys": sorted(new),
        "format": statement.entry.format,
        # A paper is its first statement's; what only fills it in does not count.
        "digest": "" if statement.repeats else statement.digest,
    }
    if any(match.named for match in names):
        plan["named"] = _named(statement)
    return plan


def _named(statement):
    """{key of a printed name: the parts of the name that its new author gets}."""
    pairs = zip(statement.stated.keys, statement.names, strict=True)
    named = {key: match.named for key, match in pairs if match.named}
    return {key: [each.given, each.family, each.suffix] for key, each in named.items()}


def _kind(statement):
    """Of a paper that gets its first venue, as of one that came with it."""
    return with_defaults(statement.record).appearances[0].kind


def _protected(protected):
    parts = [
        f"{name} (“{ours}”; the file says “{theirs}”)"
        for name, (ours, theirs) in protected.items()
    ]
    return f"Edited by hand since, and not overwritten: {'; '.join(parts)}."


def _authors(statement):
    if all(match is NOBODY_KNOWN or _is_plain(match) for match in statement.names):
        return statement.stated.authors
    return encoded(
        [
            author_as_planned(each.name.display, each.namesake, match)
            for each, match in zip(
                statement.record.contributors, statement.names, strict=True
            )
        ]
    )


def _is_plain(match):
    return not (match.person or match.proposed or match.how or match.evidence)
