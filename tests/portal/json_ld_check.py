"""JSON-LD held to the part of schema.org that we use, and to what Google requires."""

import json
import re
from urllib.parse import urlsplit

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
THING = {
    *("name", "url", "description", "image"),
    *("sameAs", "identifier", "alternateName"),
}
WORK = THING | {
    *("author", "editor", "publisher", "isPartOf", "mainEntity", "mainEntityOfPage"),
    *("datePublished", "dateModified", "dateCreated", "creativeWorkStatus"),
    *("headline", "abstract", "keywords", "inLanguage", "award", "encoding"),
}
PERSON = THING | {
    *("givenName", "familyName", "jobTitle", "knowsAbout"),
    *("affiliation", "memberOf", "alumniOf"),
}
ORGANISATION = THING | {"logo", "parentOrganization"}
PAGES = {"pagination", "pageStart", "pageEnd"}
PROPERTIES = {
    "ScholarlyArticle": WORK | PAGES,
    "Chapter": WORK | PAGES,
    "Book": WORK | {"isbn"},
    "Thesis": WORK,
    "Report": WORK,
    "Dataset": WORK,
    "SoftwareSourceCode": WORK,
    "CreativeWork": WORK,
    "NewsArticle": WORK,
    "WebPage": WORK,
    "ProfilePage": WORK,
    "WebSite": WORK | {"potentialAction"},
    "Periodical": WORK | {"issn"},
    "PublicationVolume": WORK | {"volumeNumber"},
    "PublicationIssue": WORK | {"issueNumber"},
    "Person": PERSON,
    "Organization": ORGANISATION,
    "ResearchOrganization": ORGANISATION,
    "PropertyValue": THING | {"propertyID", "value"},
    "MediaObject": WORK | {"contentUrl", "encodingFormat"},
    "SearchAction": THING | {"target", "query-input"},
    "EntryPoint": THING | {"urlTemplate"},
}
REQUIRED = {
    "ScholarlyArticle": {"headline"},
    "ProfilePage": {"mainEntity"},
    "Person": {"name"},
    "Organization": {"name"},
    "ResearchOrganization": {"name"},
    "WebSite": {"name", "url"},
    "NewsArticle": {"headline", "datePublished"},
}
ADDRESSES = {"url", "@id", "image", "sameAs", "contentUrl", "logo", "mainEntityOfPage"}


def objects_of(html):
    return [json.loads(text) for text in SCRIPT.findall(html)]


def faults_of_json_ld(html):
    """Sentences; none where every object is as schema.org has it."""
    faults = []
    for each in objects_of(html):
        if each.get("@context") != "https://schema.org":
            faults.append("The context is missing.")
        faults += _faults(each)
    return faults


def _faults(about):
    kind = about.get("@type")
    if kind not in PROPERTIES:
        return [f"{kind} is no type that we know."]
    names = {name for name in about if not name.startswith("@")}
    faults = [f"{kind} has no {name}." for name in names - PROPERTIES[kind]]
    faults += [
        f"{kind} needs {name}." for name in REQUIRED.get(kind, set()) - set(about)
    ]
    for name, value in about.items():
        for each in value if isinstance(value, list) else [value]:
            faults += _value(kind, name, each)
    return faults


def _value(kind, name, value):
    if isinstance(value, dict):
        return _faults(value)
    if not isinstance(value, str) or not value:
        return [f"{name} of {kind} is {value!r}."]
    if name in ADDRESSES and not urlsplit(value).netloc:
        return [f"{name} of {kind} is no address: “{value}”."]
    if name == "datePublished" and not DAY.fullmatch(value):
        return [f"{name} of {kind} is no date: “{value}”."]
    if name in {"dateModified", "dateCreated"} and not MOMENT.fullmatch(value):
        return [f"{name} of {kind} is no moment: “{value}”."]
    if "mailto:" in value:
        return [f"{name} of {kind} tells an e-mail address."]
    return []
