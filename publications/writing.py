"""Records into rows: new papers many at a time, known ones one by one.

The rows of many papers are written table by table, which is some seventy times as
fast as saving each paper. Nothing is matched here: whose name it is and which slug is
free was decided before.
"""

from dataclasses import dataclass, field

from django.db.models import Q

from publications.facts import PRIMARY
from publications.identifiers import SCHEMES
from publications.models import (
    Appearance,
    Authorship,
    Identifier,
    Link,
    Publication,
)
from publications.surroundings import Surroundings
from publications.values import Record

NOT_YET_PUBLIC = {"in-preparation", "submitted"}


@dataclass
class Draft:
    """A paper to be written. `author_ids` run parallel to the record's contributors.

    An id of None is an undecided name; a name in `new_names` (by its key) is somebody
    whom the site does not know yet.
    """

    slug: str
    record: Record
    author_ids: list[int | None]
    new_keys: set[str] = field(default_factory=set)
    source_format: str = ""
    source_text: str = ""
    imported: dict = field(default_factory=dict)


def create_papers(drafts):
    """Write new papers with everything that belongs to them."""
    surroundings = Surroundings(drafts)
    papers = Publication.objects.bulk_create(_publication(draft) for draft in drafts)
    for paper, draft in zip(papers, drafts, strict=True):
        paper.draft = draft
    for model, make, _ in _PARTS:
        made = (
            row for paper in papers for row in make(paper, paper.draft, surroundings)
        )
        model.objects.bulk_create(made)
    surroundings.written.papers = papers
    return surroundings.written


def rewrite_paper(paper, draft, names):
    """Let the named facts of a paper be what the draft's record says.

    Rows of other facts are left alone; so are links to documents of the site.
    """
    surroundings = Surroundings([draft])
    for name, value in _columns(draft).items():
        setattr(paper, name, value)
    paper.save()
    for model, make, facts in _PARTS:
        if facts & names and model is Appearance:
            _amend_appearances(paper, draft, surroundings, names)
        elif facts & names:
            rows = model.objects.filter(publication_id=paper.pk)
            rows.filter(_IMPORTED_ROWS.get(model, Q())).delete()
            model.objects.bulk_create(make(paper, draft, surroundings))
    surroundings.written.papers = [paper]
    return surroundings.written


def default_visibility(status):
    """A work that is not yet submitted to anybody's eyes stays private."""
    return "private" if status in NOT_YET_PUBLIC else "public"


def _publication(draft):
    return Publication(slug=draft.slug, **_columns(draft))


def _columns(draft):
    record = draft.record
    status = record.appearances[0].status
    return {
        "citation_key": record.key[:250],
        "type": record.type or "document",
        "title": record.title,
        "abstract": record.abstract,
        "note": record.note,
        "visibility": record.visibility or default_visibility(status),
        "featured": bool(record.featured),
        "authors_truncated": record.truncated,
        "extra": record.extra,
        "imported": draft.imported,
        "statement_digest": draft.imported.get("digest", ""),
        "source_format": draft.source_format,
        "source_text": draft.source_text,
    }


def _authorships(paper, draft, surroundings):
    for place, each in enumerate(draft.record.contributors):
        authorship = Authorship(
            publication=paper,
            position=place,
            role=each.role,
            author_id=surroundings.author_id(draft, place),
            equal_group=each.equal_group,
            corresponding=each.corresponding,
        )
        authorship.set_name(each.name)
        yield authorship


def _appearances(paper, draft, surroundings):
    for place, each in enumerate(draft.record.appearances):
        venue = surroundings.venue(each.venue)
        short = each.venue_short
        yield Appearance(
            publication=paper,
            position=place,
            venue=venue,
            venue_printed="" if venue and venue.name == each.venue else each.venue,
            label=each.label or (short if venue and short != venue.acronym else ""),
            kind=each.kind,
            status=each.status or "published",
            presentation=each.presentation,
            award=each.award,
            date=each.date,
            volume=each.volume,
            number=each.number,
            pages=each.pages,
            publisher=each.publisher,
            title=each.title,
        )


def _amend_appearances(paper, draft, surroundings, names):
    """Only the named facts: an editor may have chosen the venue that stands there."""
    first, *further = _appearances(paper, draft, surroundings)
    rows = Appearance.objects.filter(publication_id=paper.pk)
    primary = rows.filter(position=0).first() or first
    for name in names & set(_PRIMARY_COLUMNS):
        for column in _PRIMARY_COLUMNS[name]:
            setattr(primary, column, getattr(first, column))
    primary.save()
    if "also_at" in names:
        rows.filter(position__gt=0).delete()
        Appearance.objects.bulk_create(further)


def _identifiers(paper, draft, surroundings):
    for scheme, value in draft.record.identifiers:
        yield Identifier(publication=paper, scheme=scheme, value=value)


def _links(paper, draft, surroundings):
    for place, each in enumerate(draft.record.links):
        yield Link(
            publication=paper,
            position=place,
            kind=each.kind,
            label=each.label,
            url=each.url,
        )


def _topics(paper, draft, surroundings):
    through = Publication.topics.through
    ids = dict.fromkeys(surroundings.topic(name).pk for name in draft.record.topics)
    for topic_id in ids:
        yield through(publication_id=paper.pk, topic_id=topic_id)


# What a paper consists of: the rows, how they are made, and the facts that they hold.
_PARTS = [
    (Authorship, _authorships, {"authors", "editors"}),
    (Appearance, _appearances, {*PRIMARY, "date", "venue_title", "also_at"}),
    (Identifier, _identifiers, set(SCHEMES)),
    (Link, _links, {"links"}),
    (Publication.topics.through, _topics, {"topics"}),
]
# The columns of the primary appearance that hold a fact.
_PRIMARY_COLUMNS = {
    **{name: (name,) for name in (*PRIMARY, "date")},
    "venue": ("venue", "venue_printed"),
    "venue_title": ("title",),
}
# A document that an editor attached is in no file; no import takes it away.
_IMPORTED_ROWS = {Link: Q(document__isnull=True)}
