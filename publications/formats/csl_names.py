"""The names of CSL-JSON, whose parts are apart already."""

import re
from typing import Any

from publications.formats.csl_variables import WrongType
from publications.names import PersonName
from publications.orcid import normalise_orcid
from publications.values import Contributor

LIST = 'a list of names such as [{"family": "Doe", "given": "Jo"}]'
PARTS = ("given", "family", "suffix", "literal", "name", "dropping-particle")
PARTS += ("non-dropping-particle",)


def read_names(value: Any, role: str) -> tuple[list[Contributor], bool]:
    """The contributors, and whether there are more. WrongType for what is no list."""
    if not isinstance(value, list):
        raise WrongType(role, value, LIST)
    people, truncated = [], False
    for each in value:
        if not isinstance(each, dict):
            raise WrongType(
                f"{role}'s name", each, 'an object such as {"family": "Doe"}'
            )
        name = _name(each, role)
        if name.literal.casefold() in {"others", "et al.", "et al"}:
            truncated = True
        elif name.display:
            people.append(Contributor(name, role, orcid=_orcid(each)))
    return people, truncated


def write_name(name: PersonName) -> dict[str, str]:
    """The particle stands with the family name, since it belongs to it with us."""
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}


def _name(parts, role):
    said = {}
    for part in PARTS:
        text = parts.get(part) or ""
        if not isinstance(text, str):
            raise WrongType(f"{part} of an {role}", text, "a text")
        said[part] = " ".join(text.split())
    # Crossref calls a group's name "name".
    literal = said["literal"] or said["name"]
    particles = (said["dropping-particle"], said["non-dropping-particle"])
    family = _with_particles(particles, said["family"])
    if literal and not family or not (family or said["given"]):
        return PersonName(literal=literal)
    if not family:
        return PersonName(family=said["given"])
    return PersonName(said["given"], family, said["suffix"])


def _with_particles(particles, family):
    """ "d’" and "al-" stand close to the name."""
    for particle in reversed([each for each in particles if each and family]):
        close = re.search(r"['’-]$", particle)
        family = f"{particle}{'' if close else ' '}{family}"
    return family


def _orcid(parts):
    stated = parts.get("ORCID") or parts.get("_orcid") or ""
    return normalise_orcid(stated) if isinstance(stated, str) else ""
