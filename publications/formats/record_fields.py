"""A Record as named texts: what the plain formats (tables, RIS, CSL-JSON) have to carry.

The names are those that `publications.importing.normalise` understands, so that a
file which carries all of these texts is read back as the same record.
"""

import json
import re
import unicodedata
from collections.abc import Iterator

from publications.formats.also_at import write_also_at
from publications.formats.csv_names import write_csv_names
from publications.formats.fields import LINK_FIELDS
from publications.formats.titled_links import write_links
from publications.values import Contributor, Record

EQUAL_MARKS = {1: "*", 2: "†"}
CORRESPONDING_MARK = "‡"
# What reference managers keep for themselves: JabRef, BibDesk, Mendeley, Zotero,
# BibSonomy. Not `annotation`, which al-folio prints. Tables have _ for -.
PRIVATE_FIELD = re.compile(
    r"files?|file-attachments|localfile|local-url|annote|notes|comments?.*|review"
    r"|owner|username|timestamp|(?:date-)?(?:added|modified)(?:-at)?"
    r"|creationdate|modificationdate|bdsk-.*|groups|user[a-f]|-*markedentry"
    r"|read|readstatus|priority|ranking|rating|relevance|quality(?:assured)?|printed"
    r"|(?:mendeley|zotero|citeulike)-.*|(?:keywords-)?private.*"
)
LOCAL_PATH = re.compile(r"[\s{:]*(?:file:|[a-z]:[\\/]|~/|/(?:home|users)/)", re.I)


def record_fields(record: Record) -> dict[str, str]:
    """The texts of a record, without the empty ones and without the contributors.

    `extra` is one JSON object, since its names may be those of other fields.
    """
    primary, *further = record.appearances
    fields = {
        "type": record.type,
        "title": record.title,
        "date": primary.date.text,
        "venue": primary.venue,
        "venue_short": primary.venue_short,
        "label": primary.label,
        "venue_kind": primary.kind,
        "volume": primary.volume,
        "number": primary.number,
        "pages": primary.pages,
        "publisher": primary.publisher,
        "presentation": primary.presentation,
        "award": primary.award,
        "venue_title": primary.title,
        "status": primary.status,
        "visibility": record.visibility,
        **identifier_fields(record),
        **dict(link_fields(record)),
        "also_at": write_also_at(further),
        "keywords": topics_field(record),
        "abstract": record.abstract,
        "note": record.note,
        "selected": "true" if record.featured else "",
        "extra": write_extra(record.extra),
    }
    return {name: text for name, text in fields.items() if text}


def names_field(record: Record, role: str) -> str:
    """The contributors of a role in one text, with their marks, as tables have them."""
    named = [each for each in record.contributors if each.role == role]
    cut = record.truncated and role == "author"
    return write_csv_names(((each.name, marks_of(each)) for each in named), cut)


def marks_of(contributor: Contributor) -> str:
    mark = EQUAL_MARKS.get(contributor.equal_group, "")
    return mark + CORRESPONDING_MARK if contributor.corresponding else mark


def identifier_fields(record: Record) -> dict[str, str]:
    fields: dict[str, str] = {}
    for scheme, value in record.identifiers:
        fields[scheme] = f"{fields[scheme]}; {value}" if scheme in fields else value
    return fields


def link_fields(record: Record) -> Iterator[tuple[str, str]]:
    """Links in fields of their own as long as the fields' order is that of the links.

    From the first one on that has a label, or would come back in another place, they
    are titled ones.
    """
    places = {kind: place for place, kind in enumerate(LINK_FIELDS.values())}
    names = {kind: name for name, kind in LINK_FIELDS.items()}
    titled, last = [], -1
    for link in record.links:
        place = places.get(link.kind, -1)
        if titled or link.label or place <= last:
            titled.append(link)
        else:
            last = place
            yield names[link.kind], link.url
    yield "links", write_links(titled)


def topics_field(record: Record) -> str:
    """Topics between semicolons; a lone one with a comma inside ends in one."""
    text = "; ".join(record.topics)
    return f"{text};" if len(record.topics) == 1 and "," in text else text


def write_extra(extra: dict[str, str]) -> str:
    if not extra:
        return ""
    text = json.dumps(extra, ensure_ascii=False, sort_keys=True)
    # Readers compose characters; these came as they are.
    whole = unicodedata.is_normalized("NFC", text) and text.isprintable()
    return text if whole else json.dumps(extra, sort_keys=True)


def read_extra(text: str) -> dict[str, str] | None:
    """What `write_extra` wrote; None for any other text."""
    if not text.startswith("{"):
        return None
    try:
        extra = json.loads(text)
    except ValueError:
        return None
    texts = all(isinstance(value, str) for value in extra.values())
    return extra if texts else None


def public_extra(extra: dict[str, str]) -> dict[str, str]:
    """Without reference managers' own fields, and without paths of somebody's disk."""
    return {
        name: value
        for name, value in extra.items()
        if not PRIVATE_FIELD.fullmatch(name.lower().replace("_", "-"))
        and not LOCAL_PATH.match(value)
    }
