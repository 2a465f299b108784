"""Papers as lists sort and narrow them, without what only the HTML of a row shows."""

from typing import Any, NamedTuple

from publications import members
from publications.public_links import hidden_documents
from publications.rows import each_once, marks_of


class UndrawnRow(NamedTuple):
    """As much of a Row as its stored columns are made of; `paper` is a plain tuple."""

    paper: Any
    appearances: list
    persons: list[int]
    topics: list[int]
    kinds_of_links: list[str]
    marks: str


def undrawn_rows(tables):
    """Of the papers of these PaperTables.

    One query for the authors' pages, and another where papers have documents.
    """
    known = members.of_authors(tables.author_ids)
    shown = {key for key, member in known.items() if member.url}
    links = (link for links in tables.links.values() for link in links)
    hidden = hidden_documents({document for *_, document in links} - {None})
    return [_row(paper, tables, shown, hidden) for paper in tables.papers]


def _row(paper, tables, shown, hidden):
    persons, marks = _authors(tables.authorships.get(paper.pk, ()), shown)
    topics, links = tables.topics.get(paper.pk, ()), tables.links.get(paper.pk, ())
    return UndrawnRow(
        paper,
        tables.appearances.get(paper.pk, []),
        persons,
        [topic for _, _, topic, _ in topics],
        # A link that has an address too still leads there.
        [kind for _, kind, url, document in links if url or document not in hidden],
        each_once(marks),
    )


def _authors(authorships, shown):
    """Those with a page, and the marks of all."""
    persons, marks = [], []
    for _, author, role, equal_group, corresponding, *_ in authorships:
        if role == "author":
            marks.append(marks_of(equal_group, corresponding))
            if author in shown:
                persons.append(author)
    return persons, marks
