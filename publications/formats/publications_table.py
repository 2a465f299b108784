"""Records as rows of publications.csv, which are read back as they were."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from publications.formats.publications_csv import (
    COLUMNS,
    FURTHER,
    KNOWN,
    RENAMED,
    meanings,
)
from publications.formats.record_fields import (
    names_field,
    public_extra,
    record_fields,
    write_extra,
)
from publications.formats.table_dialects import OWN
from publications.values import Record

COLUMN = re.compile(r"[a-z][a-z0-9_]{0,59}")
# Tables are read up to 200 columns.
MOST_OF_EXTRA = 100
HEADING_OF = {field: heading for heading, field in RENAMED.items()}


def columns_of(records: Iterable[Record], private: bool = False) -> list[str]:
    """Ours, and for what papers have besides a column each, the most frequent ones."""
    records = list(records)
    held = Counter(name for each in records for name in _extra(each, private))
    fields = {name for each in records for name in record_fields(each)}
    ours = {*OWN.sign, "editors", "date", "extra"}
    further = [name for name in FURTHER if name in ours | fields]
    own = [name for name, _ in held.most_common() if _is_unknown(name)]
    return [*COLUMNS, *further, *sorted(own[:MOST_OF_EXTRA])]


def table_row(record: Record, columns: list[str], private: bool = False) -> dict:
    """The cells by column. Of a date the year and month have columns of their own."""
    date = record.appearances[0].date
    extra = _extra(record, private)
    kept = {n: v for n, v in extra.items() if n in columns and _can_stand(n, v)}
    lost = {name: value for name, value in extra.items() if name not in kept}
    return {
        **{HEADING_OF.get(n, n): text for n, text in record_fields(record).items()},
        **kept,
        "key": record.key,
        "authors": names_field(record, "author"),
        "editors": names_field(record, "editor"),
        "year": str(date.year or ""),
        "month": str(date.start.month or "") if date.start else "",
        "date": "" if date.text == str(date.year or "") else date.text,
        "extra": write_extra(lost),
    }


def _extra(record, private):
    return record.extra if private else public_extra(record.extra)


def _can_stand(name, value):
    """Cells lose blanks around them and what nobody sees."""
    plain = unicodedata.is_normalized("NFC", value) and value == value.strip()
    return plain and value.replace("\n", "").isprintable() and _is_unknown(name)


@lru_cache(maxsize=1024)
def _is_unknown(name):
    """Say whether a column of this name means nothing but itself to our reader."""
    if not COLUMN.fullmatch(name) or name in KNOWN:
        return False
    meant = meanings((*COLUMNS, *OWN.sign, name)).values()
    return name not in {column for columns in meant for column in columns}
