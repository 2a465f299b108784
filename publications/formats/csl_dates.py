"""The dates of CSL-JSON, which are known to the year, the month or the day."""

import re
from typing import Any

from portal.dates import PartialDate
from publications.formats.csl_variables import WrongType

FORM = 'a date such as {"date-parts": [[2020, 6]]}'
NUMBER = re.compile(r"-?[0-9]{1,9}")
SEASONS = {"1": "Spring", "2": "Summer", "3": "Autumn", "4": "Winter"}


def read_date(name: str, value: Any) -> str:
    """A date's words, with no more of it than the source says. WrongType for others."""
    if value in (None, {}, []):
        return ""
    if isinstance(value, str | int):
        return str(value)
    if not isinstance(value, dict):
        raise WrongType(name, value, FORM)
    points = [_iso(point, name) for point in _points(value, name)]
    date = "/".join(filter(None, points))
    if season := SEASONS.get(
        str(value.get("season", "")), str(value.get("season", ""))
    ):
        date = f"{season} {date}".strip() if len(date) == 4 else date
    if not date:
        words = value.get("literal") or value.get("raw") or ""
        return words if isinstance(words, str) else ""
    circa = value.get("circa") not in (None, False, 0, "", "0", "false")
    return f"ca. {date}" if circa and len(date) == 4 else date


def write_date(date: PartialDate) -> dict[str, Any] | None:
    if not date:
        return None
    if not date.start or len(date.spans) > 1:
        return {"raw": date.text}
    ends = (
        [date.start]
        if date.start == date.end or not date.end
        else [date.start, date.end]
    )
    return {"date-parts": [_parts(point) for point in ends]}


def _points(value, name):
    points = value.get("date-parts") or []
    if not isinstance(points, list) or not all(isinstance(p, list) for p in points):
        raise WrongType(f"date-parts of {name}", points, "a list such as [[2020, 6]]")
    return points[:2]


def _iso(point, name):
    """Crossref has [null] for a date that it does not know, Zotero years as text."""
    known = []
    for part in point[:3]:
        if isinstance(part, bool) or not isinstance(part, int | str | None):
            raise WrongType(f"date-parts of {name}", part, "a list such as [[2020, 6]]")
        text = str(part or "").strip()
        if not NUMBER.fullmatch(text) or int(text) == 0:
            break
        known.append(f"{int(text):02}" if known else f"{int(text):04}")
    return "-".join(known)


def _parts(point):
    return [part for part in (point.year, point.month, point.day) if part]
