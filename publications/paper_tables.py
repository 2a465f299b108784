"""What the tables say of papers, as plain tuples: for all that draws no HTML of them.

An import of 100,000 papers comes through here. Whatever lists and searches ask of a
chunk of them, each table is read once, and one that nobody asks for is not read.
"""

from collections import defaultdict
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from publications.models.appearance import Appearance
from publications.models.author import AuthorName
from publications.models.authorship import Authorship
from publications.models.publication import Identifier, Link, Publication
from publications.models.venue import VenueName

PAPER = ("pk", "type", "featured", "title", "abstract")
AUTHORSHIP = (
    *("author_id", "role", "equal_group", "corresponding", "printed_name"),
    *("author__given_name", "author__family_name", "author__suffix"),
    "author__native_name",
)
APPEARANCE = (
    *("position", "status", "award", "date", "title", "label"),
    *("venue_printed", "venue_id", "venue__name", "venue__acronym"),
)


class PaperTables:
    """Those among the papers that are public, and {paper's id: its rows} in order.

    Each row begins with the paper's id. Papers and appearances are named tuples.
    """

    def __init__(self, ids):
        self._asked_for = ids

    @cached_property
    def papers(self):
        """Oldest first."""
        papers = Publication.objects.public().filter(pk__among=self._asked_for)
        return list(papers.order_by("pk").values_list(*PAPER, named=True))

    @cached_property
    def authorships(self):
        return self._rows(Authorship, AUTHORSHIP, "position")

    @cached_property
    def appearances(self):
        return self._rows(Appearance, APPEARANCE, "position", named=True)

    @cached_property
    def links(self):
        return self._rows(Link, ("kind", "url", "document_id"), "position", "pk")

    @cached_property
    def identifiers(self):
        return self._rows(Identifier, ("value",), "pk")

    @cached_property
    def topics(self):
        """By name; the second value grows with each topic that a paper is given."""
        columns = ("pk", "topic_id", "topic__name")
        return self._rows(Publication.topics.through, columns, "topic__name")

    @cached_property
    def author_ids(self):
        rows = (row for rows in self.authorships.values() for row in rows)
        return {author for _, author, *_ in rows} - {None}

    @cached_property
    def other_author_names(self):
        """{author's id: further names that may be shown}."""
        return _texts(AuthorName, "author", self.author_ids, hidden=False)

    @cached_property
    def other_venue_names(self):
        """{venue's id: its names beside the usual one}."""
        rows = (row for rows in self.appearances.values() for row in rows)
        return _texts(VenueName, "venue", {row.venue_id for row in rows} - {None})

    @cached_property
    def _ids(self):
        return [paper.pk for paper in self.papers]

    def _rows(self, model, columns, *order, named=False):
        rows = model.objects.filter(publication__among=self._ids)
        rows = rows.order_by("publication_id", *order)
        rows = rows.values_list("publication_id", *columns, named=named)
        return {key: list(found) for key, found in groupby(rows, itemgetter(0))}


def _texts(model, owner, keys, **condition):
    texts = defaultdict(list)
    rows = model.objects.filter(**{f"{owner}__among": keys}, **condition)
    for key, text in rows.order_by("pk").values_list(f"{owner}_id", "text"):
        texts[key].append(text)
    return texts
