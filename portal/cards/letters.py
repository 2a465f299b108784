"""Text for pictures: which font has a character, and where a line must end.

DejaVu, which lies beside this file, has the alphabets, Arabic, Hebrew and the signs of
mathematics. What it lacks (Hangul, Han, kana) is drawn with whatever font the machine
has for it; without one it is written in Latin letters rather than as empty boxes.
"""

import os
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from anyascii import anyascii
from PIL import ImageFont

OWN = Path(__file__).parent / "fonts"
REGULAR = str(OWN / "DejaVuSansCondensed.ttf")
BOLD = str(OWN / "DejaVuSansCondensed-Bold.ttf")
PLACES = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)
# What systems call their fonts for East Asia.
EAST_ASIAN = (
    "notosanscjk",
    "notosanskr",
    "notosansjp",
    "notosanssc",
    "sourcehansans",
    "droidsansfallback",
    "nanumgothic",
    "wqy-",
    "applesdgothicneo",
    "pingfang",
    "malgun",
    "msyh",
)
NOBODYS = "\U0010ffff"
CUT = "…"


@cache
def _further_fonts():
    found = []
    for place in PLACES:
        for folder, _, names in os.walk(os.path.expanduser(place)):
            found += [
                os.path.join(folder, name)
                for name in sorted(names)
                if name.lower().startswith(EAST_ASIAN)
                and name[-3:] in {"ttf", "ttc", "otf"}
            ]
    return tuple(found)


@lru_cache(maxsize=64)
def font(path, size):
    return ImageFont.truetype(path, size)


@lru_cache(maxsize=8192)
def _has(path, character):
    """A font draws the same box for all that it lacks."""
    drawn = font(path, 24)
    return bytes(drawn.getmask(character)) != bytes(drawn.getmask(NOBODYS))


@lru_cache(maxsize=8192)
def _drawn(character, path):
    """(text to draw, path of the font) for one character."""
    if character.isspace():
        return " ", path
    for each in (path, *_further_fonts()):
        if _has(each, character):
            return character, each
    latin = anyascii(character)
    return (latin if latin.isprintable() else ""), path


def runs(text, path):
    """[(text, path of its font)]: as few pieces as there are changes of font."""
    pieces = []
    for character in text:
        if pieces and unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}:
            pieces.append((character, pieces[-1][1]))  # goes with the letter before
        else:
            pieces.append(_drawn(character, path))
    return [
        ("".join(piece for piece, _ in group), each)
        for each, group in groupby(pieces, key=lambda piece: piece[1])
    ]


def width(text, path, size):
    return sum(font(each, size).getlength(piece) for piece, each in runs(text, path))


def wrapped(text, path, size, room, most):
    """The text in at most `most` lines of the width `room`; the last one may be cut."""
    lines, words = [], text.split()
    while words and len(lines) < most:
        line, words = _line(words, path, size, room)
        lines.append(line)
    if words:
        lines[-1] = _cut(f"{lines[-1]} {words[0]}", path, size, room)
    return lines


def _line(words, path, size, room):
    """As many words as fit; of a first one that is too wide, as many letters."""
    for number in range(len(words), 0, -1):
        line = " ".join(words[:number])
        if len(line) < room and width(line, path, size) <= room:
            return line, words[number:]
    word = words[0]
    fits = max(1, _fitting(word, path, size, room))
    return word[:fits], [word[fits:], *words[1:]]


def _cut(line, path, size, room):
    fits = _fitting(line, path, size, room - width(CUT, path, size))
    return line[:fits].rstrip(" ,;:–-") + CUT


def _fitting(text, path, size, room):
    """How many of its first characters fit."""
    low, high = 0, min(len(text), room)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle], path, size) <= room:
            low = middle
        else:
            high = middle - 1
    return low
