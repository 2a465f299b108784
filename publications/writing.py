"""Records into rows: new papers many at a time, known ones one by one.

The rows of many papers are written table by table, which is some seventy times as
fast as saving each paper. Nothing is matched here: whose name it is and which slug is
free was decided before.
"""

from django.db.models import Q

from portal.bulk_rows import insert_values
from publications.facts import PRIMARY
from publications.identifiers import SCHEMES
from publications.models import (
    Appearance,
    Authorship,
    Identifier,
    Link,
    Publication,
)
from publications.renewal import papers_at, renew
from publications.sheets import (
    APPEARANCE,
    AUTHORSHIP,
    IDENTIFIER,
    LINK,
    PAPER,
    Draft,
    Sheet,
    sheet_of,
)
from publications.surroundings import Surroundings

__all__ = ["Draft", "create_papers", "rewrite_paper", "write_sheets"]


def create_papers(drafts):
    """Write new papers with everything that belongs to them."""
    written = write_sheets([sheet_of(draft) for draft in drafts])
    papers = Publication.objects.in_bulk(written.papers)
    written.papers = [papers[pk] for pk in written.papers]
    return written


def write_sheets(sheets: list[Sheet]):
    """The same for many papers whose rows are made already; `papers` are their keys."""
    surroundings = Surroundings(sheets)
    keys = insert_values(Publication, PAPER, [sheet.paper for sheet in sheets])
    for model, columns, rows_of, _ in _PARTS:
        rows = [
            row
            for key, sheet in zip(keys, sheets, strict=True)
            for row in rows_of(key, sheet, surroundings)
        ]
        insert_values(model, columns, rows)
    return _written(keys, surroundings)


def rewrite_paper(paper, draft, names):
    """Let the named facts of a paper be what the draft's record says.

    Rows of other facts are left alone; so are links to documents of the site.
    """
    sheet = sheet_of(draft)
    surroundings = Surroundings([sheet])
    _amend_paper(paper, draft, sheet)
    for model, columns, rows_of, facts in _PARTS:
        if not facts & names:
            continue
        rows = list(rows_of(paper.pk, sheet, surroundings))
        if model is Appearance:
            _amend_appearances(paper, draft, rows, names)
        else:
            held = model.objects.filter(publication_id=paper.pk)
            held.filter(_IMPORTED_ROWS.get(model, Q())).delete()
            insert_values(model, columns, rows)
    return _written([paper.pk], surroundings)


def _written(keys, surroundings):
    """What was made; lists show it, and the acronyms that other papers' badges have now."""
    written = surroundings.written
    written.papers = keys
    renew(ids={*keys, *papers_at(venue for venue, _ in written.acronyms)})
    return written


def _amend_paper(paper, draft, sheet):
    """What is made of other columns is filled in as the paper is saved."""
    for name, value in zip(PAPER, sheet.paper, strict=True):
        setattr(paper, name, value)
    paper.extra, paper.imported = draft.record.extra, draft.imported
    paper.save()


def _amend_appearances(paper, draft, rows, names):
    """Only the named facts: an editor may have chosen the venue that stands there."""
    (first, *further) = rows
    first = Appearance(**dict(zip(APPEARANCE, first, strict=True)))
    first.date = draft.record.appearances[0].date
    held = Appearance.objects.filter(publication_id=paper.pk)
    primary = held.filter(position=0).first() or first
    for name in names & set(PRIMARY_COLUMNS):
        for column in PRIMARY_COLUMNS[name]:
            setattr(primary, column, getattr(first, column))
    primary.save()
    if "also_at" in names:
        held.filter(position__gt=0).delete()
        insert_values(Appearance, APPEARANCE, further)


def _authorships(paper, sheet, surroundings):
    authors = surroundings.authors
    for row, new in zip(sheet.authorships, sheet.new_authors, strict=True):
        row[0] = paper
        if new:
            row[1] = authors[new.key]
    return sheet.authorships


def _appearances(paper, sheet, surroundings):
    for row, stated in zip(sheet.appearances, sheet.venues, strict=True):
        row[0] = paper
        if stated:
            venue = surroundings.venues[stated.key]
            row[1] = venue.pk
            if venue.name == stated.name:
                row[2] = ""
            if not row[3] and stated.short != venue.acronym:
                row[3] = stated.short
    return sheet.appearances


def _identifiers(paper, sheet, surroundings):
    return _with_paper(paper, sheet.identifiers)


def _links(paper, sheet, surroundings):
    return _with_paper(paper, sheet.links)


def _with_paper(paper, rows):
    for row in rows:
        row[0] = paper
    return rows


def _topics(paper, sheet, surroundings):
    ids = dict.fromkeys(surroundings.topics[slug] for slug, _ in sheet.topics)
    return [[paper, topic] for topic in ids]


# What a paper consists of: the rows, how they are made, and the facts that they hold.
_PARTS = [
    (Authorship, AUTHORSHIP, _authorships, {"authors", "editors"}),
    (
        Appearance,
        APPEARANCE,
        _appearances,
        {*PRIMARY, "date", "venue_title", "also_at"},
    ),
    (Identifier, IDENTIFIER, _identifiers, set(SCHEMES)),
    (Link, LINK, _links, {"links"}),
    (Publication.topics.through, ("publication_id", "topic_id"), _topics, {"topics"}),
]
# The columns of the primary appearance that hold a fact.
PRIMARY_COLUMNS = {
    **{name: (name,) for name in (*PRIMARY, "date")},
    "venue": ("venue_id", "venue_printed"),
    "venue_title": ("title",),
}
# A document that an editor attached is in no file; no import takes it away.
_IMPORTED_ROWS = {Link: Q(document__isnull=True)}
