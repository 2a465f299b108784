"""The field `also_at`: where else a work came out.

    NeurIPS Workshop on Physics (2017) [short=NeurIPS-DLPS, kind=workshop]; arXiv (2016)

Appearances are separated by ";". Attributes follow in square brackets. A venue or a
value with signs of this grammar stands in double quotes, with \\" and \\\\ inside.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from portal.dates import PartialDate
from publications.values import AppearanceRecord

ATTRIBUTES = {
    "short": "venue_short",
    "label": "label",
    "kind": "kind",
    "status": "status",
    "presentation": "presentation",
    "award": "award",
    "volume": "volume",
    "number": "number",
    "pages": "pages",
    "publisher": "publisher",
    "title": "title",
    "date": "date",
}
# What a further appearance is when nothing else is said.
PUBLISHED = "published"

FORM = "write 'Venue (year) [short=…, kind=…]'"

QUOTED = r'"(?:[^"\\]|\\.)*"'
APPEARANCE = re.compile(
    rf"(?P<venue>{QUOTED}|[^;\[\"][^;\[]*?)?"
    r"(?: ?\((?P<year>[0-9]{4})\))?"
    rf"(?: ?\[(?P<attributes>(?:{QUOTED}|[^\"\[\]])*)\])?"
    r" ?(?:; ?|$)"
)
ATTRIBUTE = re.compile(
    rf"(?P<key>[^=,\"]*?) ?= ?(?P<value>{QUOTED}|[^,\"]*?) ?(?:, ?|$)"
)
# Where reading goes on after what is not understood.
UNREADABLE = re.compile(rf"(?:{QUOTED}|\\.|[^;])*(?:; ?|$)")
PLAIN_VENUE = re.compile(r"(?! )[^;\[\"][^;\[]*(?<!\))(?<! )")
PLAIN_VALUE = re.compile(r"(?! )[^,;\[\]\"=\\]+(?<! )")


def read_also_at(text: str) -> tuple[tuple[AppearanceRecord, ...], tuple[str, ...]]:
    """Read the field into records and sentences about what was not understood."""
    records: list[AppearanceRecord] = []
    problems: list[str] = []
    flat = " ".join(text.split()).strip("; ")
    position = 0
    while position < len(flat):
        match = APPEARANCE.match(flat, position)
        if match is None:
            match = UNREADABLE.match(flat, position)
            problems.append(f"'{match[0].strip(' ;')}' is no appearance; {FORM}.")
        elif match[0].strip("; "):
            records.append(_record(match, problems))
        position = match.end()
    return tuple(records), tuple(problems)


def write_also_at(records: Iterable[AppearanceRecord]) -> str:
    """Write records so that `read_also_at` gives them back."""
    return "; ".join(map(_write, records))


def _record(match: re.Match[str], problems: list[str]) -> AppearanceRecord:
    record = AppearanceRecord(
        status=PUBLISHED,
        venue=_unquote(match["venue"] or ""),
        date=PartialDate.parse(match["year"] or ""),
    )
    attributes = _read_attributes(match["attributes"] or "", problems)
    if "date" in attributes:
        record = replace(record, date=PartialDate.parse(attributes.pop("date")))
    return replace(record, **attributes)


def _read_attributes(text: str, problems: list[str]) -> dict[str, str]:
    attributes = {}
    position = 0
    while position < len(text):
        match = ATTRIBUTE.match(text, position)
        if match is None:
            problems.append(f"'{text[position:].strip()}' is no attribute; {FORM}.")
            break
        if match["key"] in ATTRIBUTES:
            attributes[ATTRIBUTES[match["key"]]] = _unquote(match["value"])
        else:
            known = ", ".join(ATTRIBUTES)
            problems.append(
                f"'{match['key']}' is no attribute of an appearance; use {known}."
            )
        position = match.end()
    return attributes


def _write(record: AppearanceRecord) -> str:
    values = {key: getattr(record, name) for key, name in ATTRIBUTES.items()}
    values["date"] = record.date.text
    year = f"{record.date.year:04}" if record.date.year else ""
    if values["date"] == year:
        del values["date"]
    if record.status == PUBLISHED:
        del values["status"]
    attributes = [
        f"{key}={_quote(value, PLAIN_VALUE)}" for key, value in values.items() if value
    ]
    venue = _quote(record.venue, PLAIN_VENUE)
    brackets = f"[{', '.join(attributes)}]" if attributes else ""
    return " ".join(filter(None, [venue, year and f"({year})", brackets]))


def _quote(text: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(text):
        return text
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def _unquote(text: str) -> str:
    if not text.startswith('"'):
        return text
    return re.sub(r"\\(.)", r"\1", text[1:-1])
