"""The dates of a RIS record: PY is the year, DA and Y1 may say more of it."""

import re

from portal.dates import PartialDate
from publications.formats.tagged_lines import Tagged

SLASHED = re.compile(r"(\d{4})(?:/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?)?")
YEAR = re.compile(r"\d{4}")


def read_dates(record: Tagged) -> dict[str, str]:
    """The fields `date`, and `ris.da` for a date of which nobody knows what it dates.

    A DA or Y1 counts where it agrees with PY, or there is no PY.
    """
    stated = {tag: record.first(tag) for tag in ("DA", "PY", "Y1")}
    dates = {tag: _iso(text) for tag, text in stated.items() if text}
    year = YEAR.match(dates.get("PY", ""))
    if year and year[0] != "0000":
        fitting = {tag: _within(year[0], date) for tag, date in dates.items()}
    else:
        fitting = dict(dates)
    fitting = {tag: date for tag, date in fitting.items() if date}
    best = max(fitting, key=lambda tag: _precision(fitting[tag]), default="")
    fields = {"date": fitting.get(best, "")}
    for tag, text in stated.items():
        if text and tag not in fitting:
            fields[f"ris.{tag.lower()}"] = text
    return fields


def _iso(text):
    """ "2014/06/01/" as "2014-06-01", "1998///Spring" as "Spring 1998"."""
    found = SLASHED.fullmatch(text)
    if not found or found[1] == "0000":
        return "" if text.startswith("0000") else text
    year, month, day, words = found.groups()
    known = [year]
    if int(month or 0):
        known.append(f"{int(month):02}")
        if int(day or 0):
            known.append(f"{int(day):02}")
    worded = f"{words.strip(' .')} {year}" if words else ""
    if worded and len(known) == 1 and PartialDate(worded).understood:
        return worded
    iso = "-".join(known)
    return iso if PartialDate(iso).understood else text


def _within(year, date):
    """The date when it is one of the year, which EndNote leaves out: "Mar 15"."""
    if str(PartialDate(date).year) == year or date == year:
        return date
    whole = f"{date} {year}"
    return whole if not YEAR.search(date) and PartialDate(whole).understood else ""


def _precision(date):
    start = PartialDate(date).start
    return (
        sum(part is not None for part in (start.month, start.day)) + 1 if start else 0
    )
