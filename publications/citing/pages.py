"""Ranges of pages, and how far each style shortens the second number of one."""

import re
from os.path import commonprefix

RANGE = re.compile(r"([A-Za-z]*)(\d+)\s*[-‐‑–—]+\s*\1(\d+)")
ANY_RANGE = re.compile(r"(?<=\w)\s*(?:-{2,}|[‐‑–—]|-(?=\w))\s*(?=\w)")
ONE_PAGE = re.compile(r"(\w+)\s*[-‐‑–—]+\s*\1")
# PLOS's e0209899 and the like number the article; no page is meant. S123 is a page.
ARTICLE_NUMBER = re.compile(
    r"art(?:icle)?\.?\s*(?:no\.?|number)?\s*([A-Za-z]*\d[\w.]*)"
    r"|((?!(?:s|pp?)\d{1,4}$)[A-Za-z]{1,5}\d{3,}|\d{6,})",
    re.I,
)
SUPPLEMENT = re.compile(r"supp?l?(?:ement)?s?\b\.?[\s_-]*(\w*)", re.I)
DOUBLE_ISSUE = re.compile(r"\d+\s*(?:-{1,2}|[‐‑–—])\s*\d+")


def with_dashes(pages: str) -> str:
    return ANY_RANGE.sub("–", pages.strip())


def article_number(pages: str) -> str:
    match = ARTICLE_NUMBER.fullmatch(pages.strip())
    return match[1] or match[2] if match else ""


def is_several(pages: str) -> bool:
    return bool(re.search(r"[-‐‑–—,;&+]", pages.strip()))


def stated(pages: str) -> str:
    """A range from a page to itself is that page."""
    match = ONE_PAGE.fullmatch(pages.strip())
    return match[1] if match else pages


def issue(number: str) -> str:
    """A double issue's hyphen stands for a range; in other numbers it is a part."""
    return with_dashes(number) if DOUBLE_ISSUE.fullmatch(number) else number


def labelled_issue(number: str, supplement: str) -> str:
    """ "no. 3", "nos. 1–2", or what the style calls a supplement: "supp. 2"."""
    label = "no." if issue(number) == number else "nos."
    return as_supplement(number, supplement) or number and f"{label} {issue(number)}"


def as_supplement(number: str, label: str) -> str:
    """ "Suppl. 2" for "Supplement-2", with the style's own `label`; "" for an issue."""
    match = SUPPLEMENT.fullmatch(number)
    return f"{label} {match[1]}".strip() if match else ""


def chicago(pages: str) -> str:
    """CMOS 9.61: 71–72, 100–104, 101–8, 321–28, 1496–500, 12991–3001."""
    return _shortened(pages, _as_chicago)


def mla(pages: str) -> str:
    """Two digits of the second number from a hundred on: 96–101, 103–04, 395–401."""
    return _shortened(pages, _as_mla)


def shortest(pages: str) -> str:
    """What does not repeat, after a hyphen (ICMJE): 284-7, S93-9."""
    return _shortened(pages, _changed, with_letters=False).replace("–", "-")


def _shortened(pages, shorten, with_letters=True):
    def short(match):
        letters, first, last = match.groups()
        whole = letters and with_letters
        if whole or len(first) != len(last) or int(first) >= int(last):
            return f"{letters}{first}–{letters}{last}"
        return f"{letters}{first}–{shorten(first, last)}"

    return with_dashes(RANGE.sub(short, pages))


def _changed(first, last):
    same = len(commonprefix([first, last]))
    return last[same:]


def _as_chicago(first, last):
    if int(first) < 100 or int(first) % 100 == 0:
        return last
    changed = _changed(first, last)
    if int(first) % 100 < 10 and len(changed) < 3:
        return str(int(changed))
    return last[-max(2, len(changed)) :]


def _as_mla(first, last):
    if int(first) < 100:
        return last
    return last[-max(2, len(_changed(first, last))) :]
