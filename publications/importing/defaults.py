"""What an import takes for granted where the source is silent."""

from publications.facts import Fact
from publications.importing.record_types import venue_kind
from publications.sheets import default_visibility
from publications.values import Record, changed


def with_defaults(record: Record) -> Record:
    """The record with a type, status, kind of venue and visibility, stated or not."""
    primary, *further = record.appearances
    primary = changed(
        primary,
        status=primary.status or "published",
        kind=primary.kind or venue_kind(record.type, primary.venue),
    )
    return changed(
        record,
        type=record.type or "document",
        appearances=(primary, *further),
        visibility=record.visibility or default_visibility(primary.status),
    )


def taken_for_granted(said: dict[str, Fact], full: Record) -> dict[str, Fact]:
    """The facts of a record `with_defaults` that were not said."""
    primary = full.appearances[0]
    facts = {
        "type": full.type,
        "kind": primary.kind,
        "status": primary.status,
        "visibility": full.visibility,
    }
    return {name: fact for name, fact in facts.items() if fact and name not in said}
