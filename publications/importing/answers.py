"""What a person answered when an entry was a question, and the row that comes of it.

An answer is the JSON object that a run keeps for the row's position; `slug` is the
work's that was asked about:

    {"work": "same", "slug": …, "take": [facts]}   it is that work; these facts are taken
    {"work": "appearance", "slug": …}              it tells where else that work appeared
    {"work": "version", "slug": …}                 another work, a version of that one
    {"work": "new", "slug": …}                     another work, no duplicate
    {"work": "skip", "slug": …}                    nothing is done with it
    {"work": "again"}                              it is planned as if new

What was answered is kept with the row (`plan["decision"]`), from where it becomes a
Decision as the row is carried out. The next import of the file finds that and has its
answer: {"work": "settled", "slug": …, "standing": …}.
"""

from dataclasses import replace

from publications.facts import facts_of
from publications.importing.compare import merged
from publications.importing.defaults import with_defaults
from publications.importing.further_appearances import with_appearance
from publications.importing.plan import asked, unchanged, updated
from publications.importing.stored import record_to_json
from publications.importing.values import Match, Statement

NEW = {"new", "version"}
# These find the work in the answer, whatever matching would find.
OF_THAT_WORK = {"same", "appearance", "skip", "settled"}
STANDINGS = {"appearance": "appearance", "version": "version", "skip": "left-out"}
LEFT_OUT = "Left out, as decided."
GONE = "The paper that was chosen for it is no longer there."


def answer_at(position: int, answers: dict[int, dict]) -> dict:
    answer = answers.get(position, {})
    return {} if answer.get("work") == "again" else answer


def answered_match(found: Match, answer: dict) -> Match:
    """What matching found, overruled by the person. The reason says who was asked."""
    if answer.get("work") in NEW:
        return Match("new", reason=found.reason)
    if answer.get("work") in OF_THAT_WORK:
        return Match("same", answer["slug"], found.reason)
    return found


def still_applies(answer: dict, slug: str) -> bool:
    """Whether an answer counts for an entry that is known to be this very work's."""
    return answer.get("work") in {"same", "skip"} and answer.get("slug", slug) == slug


def as_before(settled: dict[str, tuple[str, str]], digest: str) -> dict:
    """The answer that an earlier import has left for this very statement, or {}.

    `settled`: {digest of the statement: (slug of the work, standing)}.
    """
    if (found := settled.get(digest)) is None:
        return {}
    slug, standing = found
    return {"work": "settled", "slug": slug, "standing": standing}


def answered_row(planner, statement: Statement, held):
    """The row for a statement with an answer; `held` as for `Planner.row`."""
    answer = statement.answer
    if answer["work"] == "settled":
        reason = LEFT_OUT if answer["standing"] == "left-out" else ""
        return unchanged(statement, reason)
    if answer["work"] == "skip":
        kept = {"decision": decision_about(statement)}
        return unchanged(statement, LEFT_OUT, target=answer["slug"], plan=kept)
    if answer["work"] in NEW:
        return _separate(planner, statement)
    record = planner.planned(statement.slug) or (held and held[0])
    if record is None:
        return asked(statement, "stale", GONE)
    record = with_defaults(record)
    if answer["work"] == "appearance":
        return _further(planner, statement, record)
    return _same(planner, statement, record)


def decision_about(statement: Statement) -> dict:
    """What is to be kept as a Decision, as JSON."""
    work = statement.answer["work"]
    return {
        "title": statement.record.title,
        "slug": statement.answer["slug"],
        "same": work in {"same", "appearance"},
        "standing": STANDINGS.get(work, ""),
        "digest": statement.digest,
        "said": facts_of(statement.record),
    }


def _separate(planner, statement):
    # A second entry of a run says nothing of the first one's work any more.
    row = planner.created(replace(statement, repeats=0))
    if statement.answer["slug"]:
        row.plan["decision"] = decision_about(statement)
    if statement.answer["work"] == "version":
        row.plan["version_of"] = statement.answer["slug"]
    return row


def _same(planner, statement, record):
    incoming, ours = facts_of(statement.record), facts_of(record)
    changes = {
        name: (ours.get(name, ""), incoming[name])
        for name in statement.answer.get("take", [])
        if name in incoming and incoming[name] != ours.get(name, "")
    }
    if not (changes or _is_its_own(statement)):
        kept = {"decision": decision_about(statement)}
        return unchanged(statement, _same_as(statement, record), plan=kept)
    planner.expect(statement.slug, merged(record, statement.record, changes))
    row = updated(statement, changes)
    return row if _is_its_own(statement) else _kept_apart(row, statement)


def _same_as(statement, record):
    if statement.repeats:
        return f"The same work as the entry of line {statement.repeats}, as decided."
    return f"The same work as “{record.title}”, as decided."


def _further(planner, statement, record):
    both = with_appearance(record, with_defaults(statement.record))
    before, after = facts_of(record), facts_of(both)
    changes = {
        name: (before.get(name, ""), fact)
        for name, fact in after.items()
        if before.get(name, "") != fact
    }
    planner.expect(statement.slug, both)
    row = updated(statement, changes)
    row.plan["record"] = record_to_json(both)
    row.plan["author_ids"] = [None] * len(both.contributors)
    row.plan["new_keys"] = []
    return _kept_apart(row, statement)


def _is_its_own(statement):
    """Whether the paper came of this very entry, as far as matching can tell."""
    return not (statement.match.reason or statement.repeats)


def _kept_apart(row, statement):
    """What another entry says is not what the paper's own entry says.

    Were it kept as the paper's last statement, the two would overwrite each other's
    facts at every import.
    """
    row.plan |= {"said": {}, "digest": "", "decision": decision_about(statement)}
    return row
