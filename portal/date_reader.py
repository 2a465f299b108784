"""Read dates as people write them in CVs, tables and bibliographies.

A scanner: at each place the first rule that matches gives points, and whatever no
rule matches makes the whole text "not understood". Nothing is ever guessed: dateutil
fills in today's day and month, and the edtf package knows no "Aug. 2015".
"""

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import normalize

from portal.date_patterns import (
    DASH,
    DAY,
    GAP,
    MONTH,
    NOISE,
    NUMBER,
    SEASON,
    TO,
    YEAR,
    month_number,
)
from portal.date_spans import Point, Span

LONGEST = 200

# A token is a point, or one letter: r(ange), l(ist), n(ow), o(pen), s(ince).
Token = Point | str
Build = Callable[[re.Match[str]], list[Token]]


def _point(year: str, month: str = "", day: str = "") -> Point:
    number = int(month) if month.isdigit() else month and month_number(month)
    return Point(int(year), number or None, int(day) if day else None)


def _named(parts: dict[str, str]) -> Point:
    return _point(*(parts.get(name, "") for name in "ymd"))


def _points(order: str) -> Build:
    """Build a rule's points: "dmy" names its groups, "ddmy" and alike are a range."""

    def build(match: re.Match[str]) -> list[Token]:
        found = list(zip(order, match.groups(), strict=True))
        start, end = _named(dict(reversed(found))), _named(dict(found))
        return [start] if len(set(order)) == len(order) else [start, "r", end]

    return build


def _joined(match: re.Match[str]) -> list[Token]:
    return [_point(*(part for part in match.groups() if part))]


def _slashed(match: re.Match[str]) -> list[Token]:
    """Day and month in either order: told apart only where one is above twelve."""
    first, second, year = match.groups()
    if int(first) > 12:
        return [_point(year, second, first)]
    if int(second) > 12 or first == second:
        return [_point(year, first, second)]
    return [_point(year)]


def _short_end(match: re.Match[str]) -> list[Token]:
    """Read 2018–21 and the academic year 2018-19; 2015-13 is neither."""
    year, dash, end = match.groups()
    steps = int(end) - int(year[2:])
    if steps == 1 or (steps > 1 and dash in "–—"):
        return [_point(year), "r", _point(year[:2] + end)]
    raise ValueError(f"{match[0]} is not a range of years.")


def _letter(token: str) -> Build:
    return lambda match: [token]


RULES: list[tuple[re.Pattern[str], Build]] = [
    (re.compile(rf"(?:{pattern})(?![a-z0-9])"), build)
    for pattern, build in (
        (rf"{YEAR}(?:-{NUMBER}-|/{NUMBER}/|\.{NUMBER}\.){NUMBER}", _joined),
        (rf"{YEAR}[-/]{NUMBER}(?![/-][0-9]{{1,2}}(?![0-9]))", _points("ym")),
        (rf"(?:{SEASON}\s)?{YEAR}\s*([-–—/])\s*([0-9]{{2}})", _short_end),
        (rf"{YEAR}{GAP}{MONTH}{GAP}{DAY}", _points("ymd")),
        (rf"{YEAR}[\s-]{MONTH}", _points("ym")),
        (rf"{YEAR}\s{SEASON}", _points("y")),
        (YEAR, _points("y")),
        (rf"{DAY}{TO}{DAY}{GAP}{MONTH}{GAP}{YEAR}", _points("ddmy")),
        (rf"{DAY}{GAP}{MONTH}{TO}{DAY}{GAP}{MONTH}{GAP}{YEAR}", _points("dmdmy")),
        (rf"{DAY}{GAP}{MONTH}{GAP}{YEAR}", _points("dmy")),
        (rf"{DAY}\.\s?{NUMBER}\.\s?{YEAR}", _points("dmy")),
        (rf"{NUMBER}[/-]{NUMBER}[/-]{YEAR}", _slashed),
        (rf"{NUMBER}[/.-]{YEAR}", _points("my")),
        (rf"{MONTH}\s?{DAY}{TO}{DAY}{GAP}{YEAR}", _points("mddy")),
        (rf"{MONTH}\s?{DAY}{TO}{MONTH}\s?{DAY}{GAP}{YEAR}", _points("mdmdy")),
        (rf"{MONTH}\s?{DAY}{GAP}{YEAR}", _points("mdy")),
        (rf"{MONTH}{TO}{MONTH}{GAP}{YEAR}", _points("mmy")),
        (rf"{MONTH}{GAP}?{YEAR}", _points("my")),
        (rf"{SEASON}(?:{TO}{SEASON})?{GAP}{YEAR}", _points("y")),
        (r"(?:at )?present|current(?:ly)?|now|today|ongoing|onwards?", _letter("n")),
        (r"since|from", _letter("s")),
        (r"to|until|till?|through|thru", _letter("r")),
        (r"and", _letter("l")),
    )
] + [
    (re.compile(rf"{DASH}|[/~]"), _letter("r")),
    (re.compile(r"[,;&]"), _letter("l")),
    (re.compile(r"\.\."), _letter("o")),
    (re.compile(r"\.$"), lambda match: []),
]


def _next(text: str, place: int) -> tuple[list[Token], int]:
    """Give the tokens at a place and where they end; ValueError where none fits."""
    for pattern, build in RULES:
        match = pattern.match(text, place)
        if match and match.end() > place:
            try:
                return build(match), match.end()
            except ValueError:
                continue  # the thirteenth month: a shorter rule may still fit
    raise ValueError(f"{text[place:]!r} is not understood.")


def _tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    place = 0
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        found, place = _next(text, place)
        tokens += found
    return tokens


def _span(tokens: list[Token]) -> Span:
    points = [token for token in tokens if isinstance(token, Point)]
    match "".join("p" if isinstance(token, Point) else token for token in tokens):
        case "p":
            return Span(points[0], points[0])
        case "prp" | "sprp":
            return Span(*points)
        case "pp" if points[0].month and points[1].month:
            return Span(*points)
        case "sp" | "pr" | "pn" | "prn" | "pro" | "sprn":
            return Span(points[0], None)
        case "rp" | "orp":
            return Span(None, points[0])
        case "n" | "oro":
            return Span(None, None)
        case shape:
            raise ValueError(f"{shape} is not the shape of a date.")


@lru_cache(maxsize=8192)
def read_spans(text: str) -> tuple[Span, ...]:
    """Give the spans that a text names, in its order; () when it is not understood."""
    plain = NOISE.sub(" ", normalize("NFKC", text).lower()).strip(" ,;")
    if len(plain) > LONGEST:
        return ()
    parts: list[list[Token]] = [[]]
    try:
        for token in _tokens(" ".join(plain.split())):
            if token == "l":
                parts.append([])
            else:
                parts[-1].append(token)
        return tuple(_span(part) for part in parts)
    except ValueError:
        return ()
