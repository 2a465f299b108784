"""Planned rows of new papers → sheets: all that can be done before they are written.

It depends on nothing but the plans, so that a second process can do it while the first
one writes the papers before.
"""

import json
from typing import NamedTuple

from publications.facts import Fact, facts_of
from publications.importing.defaults import taken_for_granted, with_defaults
from publications.importing.stored import record_from_json
from publications.names import PersonName
from publications.sheets import Draft, Sheet, sheet_of
from publications.values import Record


class Planned(NamedTuple):
    """Of a run's row what its paper is made from; `plan` is JSON."""

    slug: str
    plan: str
    source: str


class Prepared(NamedTuple):
    """`is_decided`: somebody was asked about it, which is kept as the row is done."""

    sheet: Sheet
    is_decided: bool


def prepare(rows: list[Planned]) -> list[Prepared | None]:
    """None for what cannot be prepared, which is said where the row's turn comes."""
    return [_attempted(row) for row in rows]


def _attempted(row):
    try:
        return prepared(row)
    except Exception:
        return None


def prepared(row: Planned) -> Prepared:
    slug, plan, source = row
    plan = json.loads(plan)
    return Prepared(sheet_of(draft_of(slug, plan, source)), bool(plan.get("decision")))


def draft_of(slug: str, plan: dict, source: str) -> Draft:
    stated = record_from_json(plan["record"])
    said = plan.get("said", facts_of(stated))
    return Draft(
        slug=slug,
        author_ids=plan["author_ids"],
        new_keys=set(plan["new_keys"]),
        named=named_in(plan),
        source_format=plan["format"],
        # Runs of earlier versions kept it in the plan.
        source_text=plan.get("source") or source,
        **_with_its_statement(stated, said, plan["digest"]),
    )


def named_in(plan: dict) -> dict[str, PersonName]:
    """How its new authors are called, by the keys of how they are printed there."""
    return {key: PersonName(*parts) for key, parts in plan.get("named", {}).items()}


def draft_of_new(
    stated: Record, said: dict[str, Fact], digest: str, source_format: str
) -> Draft:
    """The same before it is matched, if it were a new paper by new authors."""
    return Draft(
        slug="",
        author_ids=[None] * len(stated.contributors),
        new_keys={each.name.key for each in stated.contributors},
        source_format=source_format,
        **_with_its_statement(stated, said, digest),
    )


def _with_its_statement(stated, said, digest):
    record = with_defaults(stated)
    made = taken_for_granted(said, record)
    return {
        "record": record,
        "imported": {"said": said, "made": made, "digest": digest},
    }
