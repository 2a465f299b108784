"""al-folio's `_data/coauthors.yml`: how the people of a site's papers are printed.

Under each family name stand its people, each with the spellings of the first name and
perhaps a web page:

    "adams":
      - firstname: ["Edwin", "E."]
        url: https://example.org/adams
"""

import re
from dataclasses import dataclass

from portal.imports.archives import Archive
from portal.imports.files import Unreadable, decode
from portal.imports.yaml_values import Malformed, Value, read_yaml, text_of

COAUTHORS = re.compile(r"(?:^|/)_data/coauthors\.ya?ml$")
MOST_NAMED = 3
# What is longer is no first name.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Coauthor:
    """`family` is in lower case and without accents; `given` are all of one person."""

    family: str
    given: tuple[str, ...]
    url: str = ""


def coauthors_in(archive: Archive) -> tuple[list[Coauthor], list[str]]:
    """Whom the archive tells of, and sentences about what is not used of it."""
    found: list[Coauthor] = []
    notes: list[str] = []
    for path in filter(COAUTHORS.search, archive.paths):
        where = f"'{archive.name}/{path}'"
        try:
            people, problems = read(decode(archive.file(path)).text)
        except Unreadable as error:
            notes.append(str(error))
        except Malformed as error:
            notes.append(f"{where} is not used for names. {error}")
        else:
            found += people
            notes += [f"{where}: {each}" for each in problems]
            notes += _pages_left(people, where)
    return found, notes


def read(text: str) -> tuple[list[Coauthor], list[str]]:
    """The people, and sentences about what is none; raises Malformed."""
    value, people, nobodies = read_yaml(text) or {}, [], []
    if not isinstance(value, dict):
        raise Malformed('It is no mapping such as “"adams": [{firstname: [E.]}]”.')
    for family, items in value.items():
        for item in items if isinstance(items, list) else [items]:
            if given := _given(item):
                people.append(Coauthor(family, given, text_of(item.get("url", ""))))
            else:
                nobodies.append(family)
    return people, _explained(list(dict.fromkeys(nobodies)))


def _explained(families):
    if not families:
        return []
    some = ", ".join(f"“{family}”" for family in families[:MOST_NAMED])
    more = len(families) - MOST_NAMED
    return [
        f"under {some}{f' and {more} more' if more > 0 else ''} stands somebody without "
        'first names; right would be “firstname: ["Edwin", "E."]”.'
    ]


def _given(item: Value) -> tuple[str, ...]:
    names = item.get("firstname", "") if isinstance(item, dict) else ""
    names = names if isinstance(names, list) else [names]
    names = [name for name in names if isinstance(name, str)]
    return tuple(name for name in names if 0 < len(name) <= LONGEST)


def _pages_left(people, where):
    if not any(each.url for each in people):
        return []
    return [f"The web pages of coauthors in {where} are kept with it, but not shown."]
