"""The parts of a JSON Resume as sections of a CV (JSON Resume schema 1.0.0).

Beside the schema's own fields we read what academics need and it lacks: `research` and
`teaching` (shaped like `work`), mentors, advisors, sponsor, program and topics of a
position, minor, thesis, honors and note of an education, the area of a project, and
`meta.updated`.
"""

from collections.abc import Callable
from typing import NamedTuple

from portal.web_addresses import web_address

Entry = dict[str, object]


class Part(NamedTuple):
    """A top-level list: the section's kind and heading, and how an entry is read."""

    kind: str
    heading: str
    block: str
    read: Callable[[Entry], Entry]


def text(entry: Entry, *names: str) -> str:
    """The first of these fields that holds text or a number."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, str | int | float) and str(value).strip():
            return str(value).strip()
    return ""


def texts(entry: Entry, *names: str) -> list[str]:
    """The first of these fields that holds a list, or one text, as a list of texts."""
    for name in names:
        value = entry.get(name)
        parts = value if isinstance(value, list) else [value]
        found = [str(part).strip() for part in parts if isinstance(part, str | int)]
        if any(found):
            return [part for part in found if part]
    return []


def dates(entry: Entry) -> str:
    """Start and end in one statement; no end means that it goes on."""
    start, end = text(entry, "startDate"), text(entry, "endDate")
    if not start and not end:
        return text(entry, "date", "releaseDate")
    if start == end:
        return start
    return f"{start}/{end or '..'}" if start else f"../{end}"


def position(entry: Entry) -> Entry:
    return {
        "title": text(entry, "position", "title") or text(entry, "name"),
        "organisation": text(entry, "name", "organization", "entity"),
        "place": text(entry, "location"),
        "dates": dates(entry),
        "url": web_address(text(entry, "url")),
        "mentors": texts(entry, "mentors", "mentor"),
        "advisors": texts(entry, "advisors", "advisor"),
        "sponsor": text(entry, "sponsor"),
        "programme": text(entry, "program", "programme"),
        "topics": texts(entry, "topics", "topic"),
        "details": _details(entry),
    }


def education(entry: Entry) -> Entry:
    return {
        "degree": text(entry, "studyType") or text(entry, "area") or "Studies",
        "field": text(entry, "area") if text(entry, "studyType") else "",
        "minor": text(entry, "minor"),
        "institution": text(entry, "institution"),
        "place": text(entry, "location"),
        "dates": dates(entry),
        "url": web_address(text(entry, "url")),
        "thesis": text(entry, "thesis"),
        "advisors": texts(entry, "advisors", "advisor"),
        "honours": texts(entry, "honors", "honours"),
        "score": text(entry, "score", "gpa"),
        "show_score": False,
        "details": [*_details(entry), *texts(entry, "courses")],
        "note": text(entry, "note"),
    }


def project(entry: Entry) -> Entry:
    return {
        "name": text(entry, "name") or "Project",
        "place": text(entry, "entity"),
        "dates": dates(entry),
        "role": "; ".join(texts(entry, "roles", "role")),
        "summary": text(entry, "description", "summary"),
        "details": texts(entry, "highlights"),
        "url": web_address(text(entry, "url")),
    }


def award(entry: Entry) -> Entry:
    return {
        "title": text(entry, "title", "name") or "Award",
        "awarder": text(entry, "awarder", "issuer"),
        "dates": dates(entry),
        "summary": text(entry, "summary"),
    }


def skills(entry: Entry) -> Entry:
    keywords = texts(entry, "keywords")
    level = [text(entry, "level", "fluency")] if text(entry, "level", "fluency") else []
    return {
        "group": text(entry, "name", "language"),
        "items": [*keywords, *level],
    }


def _details(entry):
    summary = text(entry, "summary", "description")
    return [*([summary] if summary else []), *texts(entry, "highlights")]


PARTS = {
    "work": Part("experience", "Experience", "position", position),
    "research": Part("research", "Research experience", "position", position),
    "education": Part("education", "Education", "education", education),
    "projects": Part("projects", "Projects", "project", project),
    "teaching": Part("teaching", "Teaching", "position", position),
    "awards": Part("awards", "Honours and awards", "award", award),
    "certificates": Part("awards", "Certificates", "award", award),
    "skills": Part("skills", "Skills", "skills", skills),
    "languages": Part("skills", "Languages", "skills", skills),
    "volunteer": Part("service", "Service", "position", position),
}
