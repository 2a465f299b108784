"""The author field of BibTeX: who is named, and with which marks.

The rules are BibTeX's, as pybtex keeps them. What real files do beyond the rules is
cleaned away first, so that pybtex never reports: its record of errors is shared by
all threads.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from unicodedata import normalize

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import Person

from publications.names import (
    NAMESAKE_NUMBER,
    PersonName,
    Words,
    arrange_name,
)

Decode = Callable[[str], str]

# pybtex gives up at a hundred braces inside each other; no name has more than a few.
DEEPEST = 50
# Longer pieces are lists with a separator that nobody knows, or an abstract.
LONGEST = 1000

MARKS = {
    "∗": "*", "⋆": "*", "\\ast": "*", "\\star": "*", "\\#": "#", "\\&": "&",
    "\\dag": "†", "\\dagger": "†", "\\ddag": "‡", "\\ddagger": "‡",
    "\\S": "§", "\\P": "¶", "\\|": "‖", "\\parallel": "‖",
}  # fmt: skip
SYMBOL = (
    r"(?:[*∗⋆†‡§¶‖#&^✉★☆✝✦♦◆◇△▲+]|\\[#&|]"
    r"|\\(?:ast|star|dag(?:ger)?|ddag(?:ger)?|S|P|parallel)(?![A-Za-z])(?:\{\})?)"
)
# A raised mark may share its place with the numbers of affiliations: $^{1,*}$.
RAISED = rf"(?:{SYMBOL}|[\d,\s])+"
MATHS = rf"\$(?:[\s^]*\{{{RAISED}\}}|{RAISED})\$"
MARK = (
    rf"(?:\\textsuperscript\s*\{{(?:{MATHS}|{RAISED})\}}"
    rf"|\{{(?:{MATHS}|{SYMBOL}+)\}}|{MATHS}|{SYMBOL})"
)
LEADING_MARKS = re.compile(rf"(?:{MARK}\s*)+")
TRAILING_MARKS = re.compile(rf"(?:\s*{MARK})+$")
ONE_MARK = re.compile(rf"\$\s*\^|({SYMBOL})")

ET_AL = r"et\.?\s*al\.?"
TRUNCATION = re.compile(
    rf"^(?:others|\{{{ET_AL}\}})$|[,;]\s?others$|(?:^|[\s,;])(?:{ET_AL}|\.\.\.|…)$",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&#?\w+;")
# A name without anything that needs looking at twice: "Ban-Weiss, George A.".
PLAIN_PART = r"[^\W\d_](?:[^\W\d_]|[. ]|'(?!')|-(?!-))*"
PLAIN = re.compile(rf"{PLAIN_PART}(?:, {PLAIN_PART})?")
AND = re.compile(" and ", re.IGNORECASE)
STRAY_AND = re.compile(r"^(?:and\s+)+|(?:\s+and)+$|^and$", re.I)
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ ~-]?){1,4}")
# "{Schütte, B.}" is a person for all its braces.
BRACED_PERSON = re.compile(r"\{([^{},]+, (?:[^\W\d_a-z]\.[ ~-]?){1,4})\}")
BRACES = re.compile(r"[{}]")
EXTENDED = re.compile(r'"?\s*(?:given|family|prefix|suffix)(?:-i)?\s*=', re.I)


@dataclass(frozen=True, slots=True)
class NamedMark:
    """A name, and the signs that stood beside it: "*", "†", "*‡".

    `namesake` is the number by which DBLP tells people of one name apart: "0002".
    """

    name: PersonName
    marks: str = ""
    namesake: str = ""


@dataclass(frozen=True, slots=True)
class NameList:
    """`truncated` when the list ends in "and others"; `problems` are sentences."""

    names: tuple[NamedMark, ...] = ()
    truncated: bool = False
    problems: tuple[str, ...] = ()


def read_names(value: str, decode: Decode) -> NameList:
    """Read a raw BibTeX author or editor field, with its LaTeX and braces.

    `decode` turns the LaTeX of one part of a name into plain text, after the braces
    have done their work. Never raises: what cannot be taken apart is a literal.
    """
    if "&" in value:
        value = ENTITY.sub(lambda entity: html.unescape(entity[0]), value)
    pieces = [_read_piece(piece, decode) for piece in split_at_and(value)]
    return NameList(
        tuple([named for piece in pieces for named in piece.names]),
        any(piece.truncated for piece in pieces),
        tuple([problem for piece in pieces for problem in piece.problems]),
    )


def take_marks(raw: str) -> tuple[str, str]:
    """Separate the signs around a piece of LaTeX: "Seo$^*$" → ("Seo", "*")."""
    leading = LEADING_MARKS.match(raw)
    start = leading.end() if leading else 0
    trailing = TRAILING_MARKS.search(raw, start)
    end = trailing.start() if trailing else len(raw)
    found = ONE_MARK.findall(raw[:start]) + ONE_MARK.findall(raw[end:])
    symbols = (symbol.removesuffix("{}") for symbol in found)
    return raw[start:end], "".join(MARKS.get(symbol, symbol) for symbol in symbols)


# Who has written one paper has written others.
@lru_cache(maxsize=32_768)
def _read_piece(piece: str, decode: Decode) -> NameList:
    """What stands between two "and": a name, or a list that is kept apart otherwise."""
    if PLAIN.fullmatch(piece) and not TRUNCATION.search(piece):
        # It has nothing to decode.
        words = [part.split() for part in normalize("NFC", piece).split(",")]
        return NameList((NamedMark(arrange_name(words, _split_in_order)),))
    names: list[NamedMark] = []
    problems: list[str] = []
    rest, cuts = TRUNCATION.subn("", piece)
    for raw in _split_further(rest.strip(",; "), problems):
        named = _read_name(raw, decode, problems)
        if named.name.display:
            names.append(named)
        else:
            problems.append(f"'{_start(raw)}' holds no name.")
    return NameList(tuple(names), bool(cuts), tuple(problems))


def split_at_and(text: str) -> Iterator[str]:
    flat = " ".join(text.split())
    if ("{" in flat or "}" in flat) and _is_balanced(flat):
        pieces = split_name_list(flat)
    elif flat.lower().count("and") == flat.count("and"):
        # As nearly everybody writes it, and in a fourth of the time.
        pieces = flat.split(" and ")
    else:
        pieces = AND.split(flat)
    for piece in pieces:
        if "and" in (piece[:3].lower(), piece[-3:].lower()):
            piece = STRAY_AND.sub("", piece)
        yield piece.strip(",; ")


def _split_further(piece: str, problems: list[str]) -> list[str]:
    """Split a list that keeps its names apart by ";" or "," where that is certain."""
    if not piece:
        return []
    if not _is_balanced(piece) or EXTENDED.match(piece):
        return [piece]
    names = [part for part in split_tex_string(piece, ";") if part]
    if len(names) == 1:
        names = _split_at_commas(piece)
    if len(names) > 1:
        problems.append(
            f"'{_start(piece)}' was read as {len(names)} names; write ' and ' between names."
        )
    return names


def _split_at_commas(piece: str) -> list[str]:
    """See three or more "Given Family", or two or more "Family, F. M."."""
    parts = [part for part in split_tex_string(piece, ",") if part]
    if len(parts) > 2 and all(len(split_tex_string(part)) > 1 for part in parts):
        return parts
    initials = parts[1::2]
    if len(parts) == 2 * len(initials) > 2 and all(map(INITIALS.fullmatch, initials)):
        return [", ".join(pair) for pair in zip(parts[::2], initials, strict=True)]
    return [piece]


def _read_name(raw: str, decode: Decode, problems: list[str]) -> NamedMark:
    if not _is_balanced(raw) or len(raw) > LONGEST:
        problems.append(
            f"'{_start(raw)}' has braces that do not match, or is too long for a name."
        )
        return NamedMark(_literal(re.sub("[{}]", "", raw), decode))
    if number := NAMESAKE_NUMBER.search(raw):
        named = _read_name(raw[: number.start()], decode, problems)
        return replace(named, namesake=number[0].strip())
    bare, marks = take_marks(raw)
    if person := BRACED_PERSON.fullmatch(bare):
        bare = person[1]
    if _is_group(bare) and (_is_group(bare[1:-1]) or len(_words(bare[1:-1])) > 1):
        return NamedMark(_literal(bare[1:-1], decode), marks)
    if EXTENDED.match(bare):
        return NamedMark(_read_extended(bare, decode), marks)
    words, inner_marks = _read_parts(bare)
    name = arrange_name(words, _split_in_order)
    if name:
        return NamedMark(_decode_parts(name, decode), marks + inner_marks)
    problems.append(
        f"'{raw}' has too many commas for one name; write 'Family, Jr., Given'."
    )
    return NamedMark(_literal(bare, decode), marks)


def _read_parts(bare: str) -> tuple[list[list[str]], str]:
    """The words between the commas, and the marks that stood at their edges."""
    parts = [take_marks(part) for part in split_tex_string(bare, ",")]
    words = [_words(part) for part, _ in parts]
    marks = "".join(found for _, found in parts)
    if len(words) == 1 and words[0]:
        words[0][-1], before_family = take_marks(words[0][-1])
        marks += before_family
    return words, marks


def _read_extended(raw: str, decode: Decode) -> PersonName:
    """Read biblatex's "given=Jean, prefix=de la, family=Fontaine"."""
    parts = {}
    for part in split_tex_string(raw, ","):
        label, _, text = part.strip('" ').partition("=")
        parts[label.strip().lower()] = text.strip('" ')
    family = f"{parts.get('prefix', '')} {parts.get('family', '')}"
    name = PersonName(parts.get("given", ""), family, parts.get("suffix", ""))
    return _decode_parts(name, decode)


def _split_in_order(words: Words) -> tuple[Words, Words]:
    person = Person(" ".join(words))
    given = person.first_names + person.middle_names
    return given, person.prelast_names + person.last_names


def _decode_parts(name: PersonName, decode: Decode) -> PersonName:
    raw = (name.given, name.family, name.suffix)
    return PersonName(*(_decode(part, decode) for part in raw))


def _literal(raw: str, decode: Decode) -> PersonName:
    return PersonName(literal=_decode(raw, decode))


def _decode(raw: str, decode: Decode) -> str:
    return " ".join(decode(raw).split())


def _words(raw: str) -> list[str]:
    return split_tex_string(raw)


def _start(text: str) -> str:
    return text if len(text) < 80 else f"{text[:80]}…"


def _depths(raw: str) -> list[int]:
    return list(accumulate((char == "{") - (char == "}") for char in raw)) or [0]


def _is_balanced(raw: str) -> bool:
    depth = 0
    for brace in BRACES.findall(raw):
        depth += 1 if brace == "{" else -1
        if not 0 <= depth < DEEPEST:
            return False
    return depth == 0


def _is_group(raw: str) -> bool:
    """Say whether one pair of braces encloses all of `raw`."""
    return raw[:1] == "{" and raw[-1] == "}" and 0 not in _depths(raw[:-1])
