"""Regular expressions of which written dates are made; for text in lower case."""

import re

from portal.date_spans import MONTHS

MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
SEASON = r"(?:spring|summer|autumn|fall|winter|early|mid|late|q[1-4])\b\.?"
NUMBER = r"([0-9]{1,2})"
DAY = rf"{NUMBER}(?:st|nd|rd|th)?"
YEAR = r"([0-9]{4})"
GAP = r"(?:[\s,]+|-)"
# BibTeX writes the en dash as two hyphens.
DASH = r"\s*(?:-{1,3}|[‐‑‒–—―])\s*"
TO = rf"(?:{DASH}|\s*/\s*|\s+to\s+)"

NOISE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?"
    r"|\b(?:circa|ca|c|about|approx|around|expected|anticipated|in|of|the)\b\.?"
    r"|(?<=[0-9])t[0-9]{2}:[0-9:.]+(?:z|[+-][0-9:]+)?"  # the time of ISO 8601
    r"|(?<=[0-9])[?~%](?=$|[/,])"  # EDTF: uncertain, approximate, both
    r"|[()]"
)


def month_number(word: str) -> int:
    """Give 1..12 for an English month name or its abbreviation."""
    return [name[:3] for name in MONTHS].index(word[:3].capitalize()) + 1
