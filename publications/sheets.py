"""A paper as the rows that it will be in the database, before anything has a number.

Made without the database, so that a second process can do it. Rows are lists that run
parallel to the names of their columns. Who and which venue is meant stands beside them,
for these are looked up, and made where they are missing, as the rows are written.
"""

import marshal
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from portal.dates import date_of
from portal.encoded_json import encoded
from publications.facts import topic_slug
from publications.likeness import title_key, title_pairs
from publications.names import PersonName, name_key
from publications.values import AppearanceRecord, Contributor, Record

NOT_YET_PUBLIC = {"in-preparation", "submitted"}
PAIRS = tuple(f"title_pair_{number}" for number in range(1, 6))
LONGEST_PAIR, LONGEST_KEY = 40, 300

PAPER = (
    *("slug", "citation_key", "type", "title", "abstract", "note", "visibility"),
    *("featured", "authors_truncated", "extra", "imported", "statement_digest"),
    *("source_format", "source_text", "title_key", "stated_key", *PAIRS),
)
AUTHORSHIP = (
    *("publication_id", "author_id", "position", "role", "printed_name"),
    *("given_name", "family_name", "suffix", "namesake", "orcid", "name_key"),
    *("equal_group", "corresponding"),
)
APPEARANCE = (
    *("publication_id", "venue_id", "venue_printed", "label", "position", "kind"),
    *("status", "presentation", "award", "date", "volume", "number", "pages"),
    *("publisher", "title"),
)
IDENTIFIER = ("publication_id", "scheme", "value")
LINK = ("publication_id", "position", "kind", "label", "url")


@dataclass
class Draft:
    """A paper to be written. `author_ids` run parallel to the record's contributors.

    An id of None is an undecided name; a name in `new_keys` (by its key) is somebody
    whom the site does not know yet, and who is called as it is printed unless `named`
    says otherwise.
    """

    slug: str
    record: Record
    author_ids: list[int | None]
    new_keys: set[str] = field(default_factory=set)
    named: dict[str, PersonName] = field(default_factory=dict)
    source_format: str = ""
    source_text: str = ""
    imported: dict = field(default_factory=dict)


class NewAuthor(NamedTuple):
    key: str
    given: str
    family: str
    suffix: str
    is_group: bool
    orcid: str


class StatedVenue(NamedTuple):
    key: str
    name: str
    short: str
    kind: str


class Sheet(NamedTuple):
    """`new_authors` run parallel to the authorships, and `venues` to the appearances;
    None stands for a name whose author is known or undecided, and for no venue.

    `topics` are (slug, name).
    """

    paper: list
    authorships: list[list]
    new_authors: list[NewAuthor | None]
    appearances: list[list]
    venues: list[StatedVenue | None]
    identifiers: list[list]
    links: list[list]
    topics: list[tuple[str, str]]


def packed(sheet: Sheet) -> bytes:
    """The sheet for a file that this very process will read: in a third of the time
    and of the room that `pickle` takes.
    """
    new_authors = [each and tuple(each) for each in sheet.new_authors]
    venues = [each and tuple(each) for each in sheet.venues]
    return marshal.dumps(tuple(sheet._replace(new_authors=new_authors, venues=venues)))


def unpacked(sheet: bytes) -> Sheet:
    sheet = Sheet._make(marshal.loads(sheet))
    new_authors = [each and NewAuthor._make(each) for each in sheet.new_authors]
    venues = [each and StatedVenue._make(each) for each in sheet.venues]
    return sheet._replace(new_authors=new_authors, venues=venues)


def sheet_of(draft: Draft) -> Sheet:
    record = draft.record
    return Sheet(
        paper=_paper(draft),
        authorships=[
            _authorship(place, each, author_id)
            for place, (each, author_id) in enumerate(
                zip(record.contributors, draft.author_ids, strict=True)
            )
        ],
        new_authors=[
            _new_author(each, draft) if author_id is None else None
            for each, author_id in zip(
                record.contributors, draft.author_ids, strict=True
            )
        ],
        appearances=[_appearance(*each) for each in enumerate(record.appearances)],
        venues=[_venue(each) for each in record.appearances],
        identifiers=[[None, *pair] for pair in record.identifiers],
        links=[
            [None, place, each.kind, each.label, each.url]
            for place, each in enumerate(record.links)
        ],
        topics=list({topic_slug(name): name[:1000] for name in record.topics}.items()),
    )


def default_visibility(status: str) -> str:
    """A work that is not yet submitted to anybody's eyes stays private."""
    return "private" if status in NOT_YET_PUBLIC else "public"


def _paper(draft):
    record, imported = draft.record, draft.imported
    status = record.appearances[0].status
    stated = imported.get("said", {}).get("title", "")
    key = title_key(record.title)
    # Of the key, as matching asks for them: they are made once.
    pairs = [each[:LONGEST_PAIR] for each in title_pairs(key)]
    return [
        draft.slug,
        record.key[:250],
        record.type or "document",
        record.title,
        record.abstract,
        record.note,
        record.visibility or default_visibility(status),
        bool(record.featured),
        record.truncated,
        encoded(record.extra),
        encoded(imported),
        imported.get("digest", ""),
        draft.source_format,
        draft.source_text,
        key,
        title_key("" if stated == record.title else stated),
        *pairs,
        *[""] * (len(PAIRS) - len(pairs)),
    ]


def _authorship(place: int, contributor: Contributor, author_id):
    name, namesake = contributor.name, contributor.namesake
    key = name_key(f"{name.display} {namesake}".strip()) if namesake else name.key
    return [
        None,
        author_id,
        place,
        contributor.role,
        name.display,
        name.given,
        name.family,
        name.suffix,
        namesake,
        contributor.orcid,
        key[:LONGEST_KEY],
        contributor.equal_group,
        contributor.corresponding,
    ]


def _new_author(contributor, draft):
    name, key = contributor.name, contributor.name.key
    if key not in draft.new_keys:
        return None
    if key in draft.named:
        name = draft.named[key]
        key = name.key
    family, is_group = name.family or name.literal or name.given, bool(name.literal)
    return NewAuthor(
        key[:LONGEST_KEY], name.given, family, name.suffix, is_group, contributor.orcid
    )


def _appearance(place: int, appearance: AppearanceRecord):
    """As it is without a venue; what a venue says already is taken out when it is known."""
    return [
        None,
        None,
        appearance.venue,
        appearance.label,
        place,
        appearance.kind,
        appearance.status or "published",
        appearance.presentation,
        appearance.award,
        _date_column(appearance.date.text),
        appearance.volume,
        appearance.number,
        appearance.pages,
        appearance.publisher,
        appearance.title,
    ]


@lru_cache(maxsize=4096)
def _date_column(text):
    return date_of(text).as_column


def _venue(appearance):
    name = appearance.venue
    if not name:
        return None
    return StatedVenue(title_key(name), name, appearance.venue_short, appearance.kind)
