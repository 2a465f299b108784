"""A JSON Resume file → what it says of one person."""

import html
import json
from dataclasses import dataclass, field

from people.facts import excess
from people.importing.resume_sections import PARTS, text
from portal.date_fields import TEXT_LENGTH
from portal.imports.files import SourceFile, Unreadable, cleaned_values, decode
from portal.web_addresses import web_address

IGNORED = {"$schema", "basics", "meta", "interests"}


@dataclass
class Resume:
    """`sections` are values of SectionBlock as a StreamField stores them.

    `facts` are columns of people.csv. `private` names what nobody but its owner sees;
    `not_understood` is what was left out, in words.
    """

    name: str
    facts: dict[str, str] = field(default_factory=dict)
    sections: list[dict] = field(default_factory=list)
    updated: str = ""
    private: list[str] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)


def read(source: SourceFile) -> Resume:
    """Raises Unreadable for what is no JSON Resume."""
    content = _content(source)
    basics = content.get("basics") if isinstance(content, dict) else None
    if not isinstance(basics, dict) or not text(basics, "name"):
        raise Unreadable(
            f"“{source.name}” is no JSON Resume: it has no “basics” with a “name”."
        )
    resume = Resume(name=text(basics, "name"))
    meta = content.get("meta") if isinstance(content.get("meta"), dict) else {}
    resume.updated = _updated(meta, resume)
    resume.facts = _facts(content, basics, resume)
    resume.sections = _sections(content, basics, meta, resume)
    return resume


def _content(source):
    """A ValueError that is no JSONDecodeError is a number of thousands of digits."""
    try:
        return cleaned_values(json.loads(decode(source).text))
    except RecursionError as error:
        raise Unreadable(
            f"“{source.name}” is nested too deeply to be a JSON Resume."
        ) from error
    except ValueError as error:
        raise Unreadable(f"“{source.name}” is not JSON: {error}.") from error


def _updated(meta, resume):
    updated = text(meta, "lastModified")
    if len(updated) <= TEXT_LENGTH:
        return updated
    resume.not_understood.append(
        f"meta.lastModified: {len(updated)} characters are no date."
    )
    return ""


def _facts(content, basics, resume):
    location = basics.get("location")
    location = location if isinstance(location, dict) else {"address": location}
    parts = (
        text(location, name) for name in ("address", "city", "region", "countryCode")
    )
    facts = {
        "title": text(basics, "label"),
        "email": text(basics, "email"),
        "phone": text(basics, "phone"),
        "address": ", ".join(filter(None, parts)),
        "website": web_address(text(basics, "url")),
        "interests": "; ".join(
            filter(
                None,
                (text(each, "name") for each in _objects(content, "interests", resume)),
            )
        ),
        **_profiles(basics, resume),
    }
    wrong = {name: excess(name, fact) for name, fact in facts.items()}
    resume.not_understood += filter(None, wrong.values())
    facts = {name: fact for name, fact in facts.items() if fact and not wrong[name]}
    resume.private += [
        f"basics.{name}" for name in ("email", "phone", "address") if name in facts
    ]
    return facts


def _profiles(basics, resume):
    facts = {}
    for profile in _objects(basics, "profiles", resume):
        kind = text(profile, "network").casefold().replace(" ", "_")
        account = text(profile, "username") or web_address(text(profile, "url"))
        if kind in {"github", "linkedin", "google_scholar"} and account:
            facts[kind] = account
        elif account:
            resume.not_understood.append(f"basics.profiles: {text(profile, 'network')}")
    return facts


def _sections(content, basics, meta, resume):
    updated = meta.get("updated") if isinstance(meta.get("updated"), dict) else {}
    sections = []
    if statement := text(basics, "summary"):
        value = f"<p>{html.escape(statement, quote=False)}</p>"
        sections.append(
            _section("other", "Research statement", [{"type": "text", "value": value}])
        )
    for name, value in content.items():
        if name in PARTS:
            entries = _objects(content, name, resume)
            sections += _part(name, entries, updated, resume)
        elif name not in IGNORED and value:
            count = len(value) if isinstance(value, list) else 1
            resume.not_understood.append(
                f"{name}: {count} left out; we have no place for it."
            )
    return sections


def _part(name, entries, updated, resume):
    part = PARTS[name]
    if name == "education":
        resume.private += [
            f"education: score of {text(each, 'institution', 'studyType')}"
            for each in entries
            if text(each, "score", "gpa")
        ]
    areas = {}
    for each in entries:
        area = text(each, "area", "type") if name == "projects" else ""
        areas.setdefault(area, []).append(part.read(each))
    for area, values in areas.items():
        read = [{"type": part.block, "value": value} for value in values]
        dated = text(updated, f"{name}: {area}" if area else name)
        yield _section(part.kind, part.heading, read, area, dated)


def _section(kind, heading, entries, area="", updated=""):
    return {
        "heading": heading,
        "kind": kind,
        "area": area,
        "updated": updated,
        "entries": entries,
    }


def _objects(content, name, resume):
    """The objects of a list; whatever else stands there is named and left out."""
    value = content.get(name) or []
    found = value if isinstance(value, list) else [value]
    wrong = [each for each in found if not isinstance(each, dict)]
    if wrong:
        resume.not_understood.append(f"{name}: {len(wrong)} entries are not objects.")
    return [each for each in found if isinstance(each, dict)]
