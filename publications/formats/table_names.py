"""The authors of a table's row, as each program lists them → "Family, Given; …".

A list is taken apart only where its form leaves no doubt; else it stays as it is.
"""

import html
import re
from collections.abc import Callable

# "LeCun Y.", "Ziegler CGK", "Wadsworth MH 2nd", "van der Berg J.-P.".
INITIALS = r"(?:[^\W\d_a-z]{1,4}|(?:[^\W\d_a-z]\.?[\s‐-]?){1,4}\.?)"
NUMERAL = r"(?:Jr\.?|Sr\.?|II|III|IV|2nd|3rd|4th)"
INITIALS_LAST = re.compile(
    rf"(?P<family>[^\s,][^,]*?),? (?P<given>{INITIALS})(?: (?P<suffix>{NUMERAL}))?"
)
DOTTED_LAST = re.compile(r"\S.*? (?:[^\W\d_a-z]\.[\s‐-]?)+")
ROMAN = {"2nd": "II", "3rd": "III", "4th": "IV"}
NUMBER_OF_AUTHOR = re.compile(r"(?<!\s)\s*+\(\d{6,}\)")
# A run of blanks is gone through but once.
LAST_AND = re.compile(r"(?:,|(?<!\s)(?=\s))\s++(?:and|&)\s+", re.I)
TRUNCATED = re.compile(r"^(?:et al\.?|others|…|\.\.\.)$", re.I)
NOBODY = re.compile(r"\[?(?:no authors? (?:listed|name available)|anonymous)\]?", re.I)
BEFORE_YEAR = re.compile(r"^(?P<names>[^()]+?),?\s*\((?:19|20)\d\d\w?\)")
LIST_OF_PYTHON = re.compile(r"""\[(['"]).*\1\]""", re.S)


def inverted(cell: str) -> str:
    """ "Seo, Sungyong; Liu, Yan" of Zotero, Web of Science and Google Scholar."""
    return "; ".join(_parts(cell, ";"))


def given_first(cell: str) -> str:
    """ "Yan Liu; Sungyong Seo", with "|" (OpenAlex) or "," (Scholar) between them."""
    for separator in "|;":
        if separator in cell:
            return "; ".join(_parts(cell, separator))
    return "; ".join(_parts(LAST_AND.sub(", ", cell), ","))


def initials_last(cell: str) -> str:
    """ "Liu F.; Li C." or "Ziegler CGK, Allon SJ" of Scopus, Embase and PubMed.

    Among people a part that is no name with initials is an organisation.
    """
    if NOBODY.fullmatch(cell.strip()):
        return ""
    parts = [
        piece
        for part in _parts(NUMBER_OF_AUTHOR.sub("", cell), ";")
        for piece in (_parts(part, ",") if _is_list(part) else [part])
    ]
    return "; ".join(_with_comma(part, len(parts) > 1) for part in parts)


def undecided(cell: str) -> str:
    """A list of nobody knows what form, by what it looks like."""
    if "{" in cell:  # as our own tables keep together what belongs together
        return cell
    if LIST_OF_PYTHON.fullmatch(cell):
        parts = re.split(r"(?<=['\"]),\s", cell[1:-1])
        return "; ".join(part.strip(" '\"") for part in parts)
    if ";" in cell or "|" in cell:
        return "; ".join(_parts(cell, ";" if ";" in cell else "|"))
    flat = LAST_AND.sub(", ", cell)
    parts = _parts(flat, ",")
    if _are_family_and_initials(parts):
        return _in_pairs(parts)
    if all(map(DOTTED_LAST.fullmatch, parts)):
        return "; ".join(_with_comma(part, len(parts) > 1) for part in parts)
    # "Maria Silva, Ana Sousa" may be one person; three such parts are people.
    certain = len(parts) > 2 and all(" " in each for each in parts)
    return "; ".join(parts) if certain or _is_pair(cell, parts) else cell


def habit_of(cells: list[str]) -> Callable[[str], str]:
    """How a table lists authors: a long list shows what a comma means in a short one."""
    cells = [html.unescape(cell) for cell in cells]
    with_commas = [cell for cell in cells if "," in cell and ";" not in cell]
    split = [cell for cell in with_commas if undecided(cell).count(";")]
    if any(map(LIST_OF_PYTHON.fullmatch, cells)):
        return undecided
    if len(with_commas) < sum(";" in cell for cell in cells):
        return undecided
    lists = [cell for cell in split if cell.count(",") > 1]
    if all(map(_has_initials_last, lists)) and len(lists) > 2:
        return initials_last
    inverted_lists = any(
        _are_family_and_initials(_parts(LAST_AND.sub(", ", cell), ","))
        for cell in lists
    )
    return given_first if lists and not inverted_lists else undecided


def in_citation(cell: str) -> str:
    """The names before the year of "Chang, B. L., & Jackson, O. A. (2016). Title."."""
    found = BEFORE_YEAR.match(" ".join(cell.replace("&amp;", "&").split()))
    if not found:
        return ""
    parts = _parts(LAST_AND.sub(", ", found["names"]), ",")
    if _are_family_and_initials(parts) or len(parts) == 2:
        return _in_pairs(parts)
    return ""


def _parts(cell: str, separator: str) -> list[str]:
    parts = (" ".join(part.split()) for part in cell.split(separator))
    return [part for part in parts if part]


def _is_list(text: str) -> bool:
    """Say whether the commas stand between people and not within one."""
    parts = _parts(text, ",")
    people = [part for part in parts if INITIALS_LAST.fullmatch(part)]
    return len(parts) > 1 and len(people) * 2 >= len(parts) and " " in parts[0]


def _in_pairs(parts: list[str]) -> str:
    return "; ".join(map(", ".join, zip(parts[::2], parts[1::2], strict=True)))


def _is_pair(cell: str, parts: list[str]) -> bool:
    """ "Maria Silva and Ana Sousa", without any comma."""
    return len(parts) == 2 and "," not in cell


def _has_initials_last(cell: str) -> bool:
    return all(map(INITIALS_LAST.fullmatch, _parts(cell, ",")))


def _are_family_and_initials(parts: list[str]) -> bool:
    given = parts[1::2]
    return len(parts) == 2 * len(given) and all(
        re.fullmatch(rf"{INITIALS}\.?", part) for part in given
    )


def _with_comma(part: str, among_people: bool) -> str:
    found = INITIALS_LAST.fullmatch(part)
    if found:
        suffix = ROMAN.get(found["suffix"] or "", found["suffix"])
        words = (found["family"].rstrip(","), suffix, found["given"])
        return ", ".join(filter(None, words))
    alone = among_people and "," not in part and not TRUNCATED.match(part)
    return f"{{{part}}}" if alone and " " in part else part
