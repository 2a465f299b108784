"""Names as tagged formats write them: "Family, Given, Suffix", one a line."""

import re

from publications.names import NAMESAKE_NUMBER, SUFFIX, PersonName, parse_name

TRUNCATION = re.compile(r"et\.? al\.?|others|…|\.\.\.", re.I)
# "Liu R.", "van der Berg J.-P.", "YANG Y" of Embase, Ovid and Derwent.
INITIALS_LAST = re.compile(
    r"(?P<family>\S*[^\W\d_]{2}.*?) (?P<given>(?:[^\W\d_a-z]\.?[ ‐-]?){1,4})"
)
# Words that no human being is called.
GROUP = re.compile(
    r"[\d&()/:;@]|\b(?:and|of|for|the|und|für|et|des|universit\w+|institut\w*|college"
    r"|school|department|dept|organi[sz]ation|agency|ministry|committee|commission"
    r"|council|consorti(?:um|a)|collaboration|group|team|network|society|association"
    r"|foundation|cent(?:er|re)|laborator\w+|labs?|research|study|studies|trial"
    r"|investigators|working|task|force|company|corp\w*|inc|ltd|gmbh|firm|press"
    r"|project|initiative|office|bureau|board|federation|union|bank|hospital)\b",
    re.I,
)
# What is longer is an abstract, or was made to be gone through without end.
LONGEST = 1000
PACKED_INITIALS = re.compile(r"[A-Z]{1,4}")
SPACED_INITIALS = re.compile(r"[A-Z](?: [A-Z])*")


def read_tagged_name(text: str) -> PersonName:
    """Read a name. Without a comma it is a group's, unless it looks like a person's."""
    clean = NAMESAKE_NUMBER.sub("", " ".join(text.split()))
    if len(clean) > LONGEST:
        return PersonName(literal=clean)
    parts = [part.strip() for part in clean.split(",")]
    if len(parts) == 1:
        return _without_comma(clean)
    family, *given = parts
    if not family:
        return parse_name(" ".join(given)) if given else PersonName()
    if given == [""] and GROUP.search(family):
        return PersonName(literal=family)
    if len(given) == 1:
        return PersonName(given[0], family)
    if SUFFIX.fullmatch(given[0]):
        return PersonName(", ".join(given[1:]), family, given[0])
    if len(given) == 2:
        return PersonName(given[0], family, given[1])
    return PersonName(literal=clean)


def read_endnote_name(text: str) -> PersonName:
    """The same; EndNote asks for a comma after the name of a group: "Google Brain,"."""
    name = read_tagged_name(text)
    if not name.given and " " in name.family and text.rstrip().endswith(","):
        return PersonName(literal=name.family)
    return name


def write_tagged_name(name: PersonName) -> str:
    if name.literal:
        return name.literal
    # The comma says that the one word is a family name and no group's.
    parts = [name.family, name.given, *[name.suffix] * bool(name.suffix)]
    return ", ".join(parts).rstrip(" ") if name.given else f"{name.family},"


def with_dotted_initials(name: PersonName) -> PersonName:
    """ "Loach, PA" and "Leslie, A G" with the initials as people write them."""
    given = name.given
    if PACKED_INITIALS.fullmatch(given) or SPACED_INITIALS.fullmatch(given):
        given = " ".join(f"{letter}." for letter in given.replace(" ", ""))
    elif found := re.fullmatch(r"(\S{2,}) ([A-Z](?: [A-Z])*)", given):
        given = " ".join([found[1], *(f"{letter}." for letter in found[2].split())])
    return PersonName(given, name.family, name.suffix, name.literal)


def is_truncation(text: str) -> bool:
    return bool(TRUNCATION.fullmatch(text.strip()))


def _without_comma(text: str) -> PersonName:
    found = INITIALS_LAST.fullmatch(text)
    if found and not GROUP.search(text):
        return PersonName(found["given"].strip(), found["family"])
    words = text.split()
    alone = len(words) == 1 and (text.isupper() or text[:1].islower())
    # Libraries end the names of groups with a full stop.
    ended = re.search(r"\w{3}\.$", text)
    if alone or ended or len(words) > 4 or GROUP.search(text):
        return PersonName(literal=text)
    return parse_name(text)
