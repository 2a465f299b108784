"""What a reference says that has no place in a Record and is kept beside it."""

import re

from publications.formats.latex import decode
from publications.values import Record

ONE_YEAR = re.compile(r"['’]\d\d$|\b(?:19|20)\d\d$")
EID = re.compile(r"[A-Za-z]{0,5}\d[\w.]*")
WORDS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
EDITIONS = {word: str(number) for number, word in enumerate((*WORDS, "tenth"), 2)}


def stated(record: Record, *names: str) -> str:
    """The first of these that it has, without the LaTeX with which it came."""
    said = (record.extra.get(name, "") for name in names)
    return next((" ".join(decode(text).split()) for text in said if text.strip()), "")


def article_number(record: Record) -> str:
    """biblatex's `eid`, which stands beside the pages; ADS has arXiv's number there."""
    number = stated(record, "eid")
    return f"Article {number}" if EID.fullmatch(number) else ""


def series(record: Record) -> str:
    """ACM has the conference there once more: "KDD '18", which numbers no volumes."""
    text = stated(record, "series")
    return "" if ONE_YEAR.search(text) else text


def version(record: Record) -> str:
    """Ours is the volume of a dataset or a program; other files have a field for it."""
    volume = " ".join(record.appearances[0].volume.split())
    text = volume or stated(record, "version", "csl.version")
    return re.sub(r"^v(?:ersion)?\.?\s*(?=\d)", "", text, flags=re.I)


def edition(record: Record) -> str:
    """ "2" and "Second" are "2nd"; other words stay, without their "edition"."""
    text = stated(record, "edition")
    text = re.sub(r"\s*\b(?:ed\.?|edition)$", "", text, flags=re.I)
    text = EDITIONS.get(text.casefold(), text)
    if not text.isdecimal():
        return text
    number = int(text[:4])
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ending}"
