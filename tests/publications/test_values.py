"""Values of which one part is another. Without a database."""

from dataclasses import replace

import pytest

from portal.dates import PartialDate
from publications.importing.match import Work
from publications.values import AppearanceRecord, LinkRecord, Record, changed


@pytest.mark.parametrize(
    ("value", "changes"),
    [
        (LinkRecord("code", "https://example.org/x"), {"label": "Code"}),
        (AppearanceRecord(venue="ICLR"), {"status": "accepted", "pages": "1–2"}),
        (Record(title="On dates"), {"appearances": (AppearanceRecord(label="a"),)}),
        (Work("on-dates", "On dates", "on dates"), {"slug": "on-dates-2"}),
        (AppearanceRecord(date=PartialDate("2018")), {}),
    ],
)
def test_changed_value_is_as_if_replaced(value, changes):
    assert changed(value, **changes) == replace(value, **changes)
