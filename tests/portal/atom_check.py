"""What RFC 4287 asks of a feed, as far as a program can tell."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"  # RFC 3339
)
ONCE = {"id", "title", "updated", "generator", "logo", "icon", "rights", "subtitle"}
OF_FEED = ONCE | {"author", "category", "contributor", "link", "entry"}
ONCE_IN_ENTRY = {"id", "title", "updated", "published", "rights", "summary", "content"}
OF_ENTRY = ONCE_IN_ENTRY | {"author", "category", "contributor", "link", "source"}


def faults_of_feed(xml):
    """Sentences; none for a valid feed."""
    feed = ElementTree.fromstring(xml)
    if feed.tag != f"{ATOM}feed":
        return [f"The document is a {feed.tag}."]
    entries = feed.findall(f"{ATOM}entry")
    faults = _element(feed, OF_FEED, ONCE) + _links(feed)
    if not any(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link")):
        faults.append("The feed does not link to itself.")
    for entry in entries:
        faults += _element(entry, OF_ENTRY, ONCE_IN_ENTRY) + _links(entry)
        authors = entry.findall(f"{ATOM}author") or feed.findall(f"{ATOM}author")
        if not authors:
            faults.append(f"{_text(entry, 'id')} has no author.")
        alternate = [
            link
            for link in entry.findall(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        ]
        if not alternate and entry.find(f"{ATOM}content") is None:
            faults.append(f"{_text(entry, 'id')} has neither content nor a link.")
    ids = [_text(entry, "id") for entry in entries]
    return faults + [
        f"{each} stands there twice." for each in ids if ids.count(each) > 1
    ]


def _element(element, allowed, once):
    names = [child.tag.removeprefix(ATOM) for child in element]
    faults = [f"{name} has no place here." for name in names if name not in allowed]
    faults += [f"{name} is there twice." for name in once if names.count(name) > 1]
    faults += [
        f"{name} is missing."
        for name in ("id", "title", "updated")
        if name not in names
    ]
    if not urlsplit(_text(element, "id")).scheme:
        faults.append(f"“{_text(element, 'id')}” is no absolute IRI.")
    for name in ("updated", "published"):
        if name in names and not DATE.fullmatch(_text(element, name)):
            faults.append(f"“{_text(element, name)}” is no date of RFC 3339.")
    return faults + _people(element) + _texts(element)


def _people(element):
    faults = []
    for person in element.findall(f"{ATOM}author"):
        names = [child.tag.removeprefix(ATOM) for child in person]
        if names.count("name") != 1 or not set(names) <= {"name", "uri", "email"}:
            faults.append(f"An author is made of {names}.")
        uri = person.find(f"{ATOM}uri")
        if uri is not None and not urlsplit(uri.text or "").scheme:
            faults.append(f"“{uri.text}” is no absolute IRI.")
    return faults


def _texts(element):
    kinds = {"text", "html", "xhtml", None}
    return [
        f"{child.tag} has the type {child.get('type')}."
        for name in ("title", "summary", "subtitle", "rights")
        for child in element.findall(f"{ATOM}{name}")
        if child.get("type") not in kinds
    ]


def _links(element):
    return [
        f"“{link.get('href')}” is no absolute IRI."
        for link in element.findall(f"{ATOM}link")
        if not urlsplit(link.get("href") or "").netloc
    ]


def _text(element, name):
    return element.findtext(f"{ATOM}{name}") or ""
