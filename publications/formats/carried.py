"""What a format of others cannot carry, so that our own file of it loses nothing.

A writer writes a record as the format has it, and its reader reads that again. Where
the two differ, the difference is written besides, in a place for private use.
"""

from dataclasses import replace

from publications.formats.record_fields import names_field, record_fields, write_extra
from publications.values import Entry, Record


def not_carried(record: Record, back: Entry) -> dict[str, str]:
    """The fields of a record that `back`, what the format gave, has not, by name.

    An empty text stands for a field that is in `back` and must not be.
    """
    wanted = _worth_saying(record)
    ours = {n: text for n, text in wanted.items() if back.fields.get(n) != text}
    wrong = {n for n in back.fields if n not in wanted and n not in record.extra}
    ours |= dict.fromkeys(sorted(wrong), "")
    lost = {
        name: value
        for name, value in record.extra.items()
        if name in wanted or back.fields.get(name) != value
    }
    if lost:
        ours["extra"] = write_extra(lost)
        ours |= {n: "" for n in sorted(lost) if n in back.fields and n not in wanted}
    for role in ("author", "editor"):
        ours |= _names(record, back, role)
    if record.key != back.key:
        ours["key"] = record.key
    return ours


def with_ours(entry: Entry, ours: dict[str, str]) -> Entry:
    """The entry with the fields that were written besides."""
    fields = {**entry.fields, **ours}
    return replace(
        entry,
        key=fields.pop("key", entry.key),
        fields={name: text for name, text in fields.items() if text},
        contributors=tuple(c for c in entry.contributors if c.role not in ours),
        truncated=entry.truncated and "author" not in ours,
    )


def _worth_saying(record):
    """Without what every reader takes for granted when a work says nothing of it."""
    fields = record_fields(replace(record, extra={}))
    usual = {"status": "published", "visibility": "public"}
    # A note such as "in press" would be taken for the status.
    if record.note or any(fields.get(name) != word for name, word in usual.items()):
        return fields
    return {name: text for name, text in fields.items() if name not in usual}


def _names(record, back, role):
    wanted = [_stated(each) for each in record.contributors if each.role == role]
    held = [_stated(each) for each in back.contributors if each.role == role]
    cut = role == "author" and record.truncated != back.truncated
    return {role: names_field(record, role)} if wanted != held or cut else {}


def _stated(contributor):
    return contributor.name, contributor.equal_group, contributor.corresponding
