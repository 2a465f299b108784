"""A paper as a list shows it, the same on every page that it stands on.

Whose page that is comes in last, in the finished HTML (`emphasis.emphasised`): a
profile with a thousand papers takes them from the store and changes one word in each.
"""

from dataclasses import dataclass

from publications import members
from publications.members import Member
from publications.models.publication import Link, Publication
from publications.public_links import public_links

EQUAL_MARKS = {1: "*", 2: "†"}
CORRESPONDING_MARK = "✉"
MEANINGS = {
    "*": "Equal contribution",
    "†": "Equal contribution (second group)",
    CORRESPONDING_MARK: "Corresponding author",
}
LONGEST_LINE = 15
HEAD_OF_LINE = 6


@dataclass(frozen=True, slots=True)
class Place:
    """One name in the line of authors. `member` only where the page may be linked."""

    name: str
    canonical_name: str = ""
    member: Member | None = None
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    paper: Publication
    authors: tuple[Place, ...]
    editors: tuple[Place, ...]
    links: tuple[Link, ...] = ()

    @property
    def primary(self):
        return self.paper.primary

    @property
    def appearances(self):
        return self.paper.appearances.all()

    @property
    def persons(self):
        """The keys of the authors who have a page that readers may be told of."""
        return [place.member.author_id for place in self.authors if place.member]

    @property
    def topics(self):
        """Their keys."""
        return [topic.pk for topic in self.paper.topics.all()]

    @property
    def kinds_of_links(self):
        return [link.kind for link in self.links]

    @property
    def marks(self):
        """The marks that names in this row bear, as text: "*✉"."""
        return each_once(place.marks for place in self.authors)

    @property
    def legend(self):
        return meanings(self.marks)

    @property
    def is_long(self):
        return len(self.authors) > LONGEST_LINE

    @property
    def short_line(self):
        """The first names, every member and the last; None for each gap between."""
        kept, last = [], len(self.authors) - 1
        for index, place in enumerate(self.authors):
            if place.member or index < HEAD_OF_LINE or index == last:
                kept.append(place)
            elif kept[-1] is not None:
                kept.append(None)
        return kept

    @property
    def misprinted(self):
        """The authors whom the paper prints otherwise than their pages call them."""
        return [place for place in self.authors if place.canonical_name]


def rows(papers):
    """Rows for papers that are loaded `with_rows()`.

    One further query, and another where papers have documents.
    """
    papers = list(papers)
    ids = {each.author_id for paper in papers for each in paper.authorships.all()}
    known = members.of_authors(ids - {None})
    links = public_links(papers)
    return [_row(paper, known, links[paper.pk]) for paper in papers]


def marks_of(equal_group, corresponding):
    """The marks of an author's place."""
    marks = EQUAL_MARKS.get(equal_group, "")
    return marks + CORRESPONDING_MARK if corresponding else marks


def each_once(marks):
    """The marks of several places in their usual order, as one text."""
    used = "".join(marks)
    return "".join(mark for mark in MEANINGS if mark in used)


def meanings(marks):
    """(mark, meaning) for each mark in the text, in their usual order."""
    used = frozenset(marks)
    return [pair for pair in MEANINGS.items() if pair[0] in used]


def _row(paper, known, links):
    places = {"author": [], "editor": []}
    for each in paper.authorships.all():
        places[each.role].append(_place(each, known))
    return Row(paper, tuple(places["author"]), tuple(places["editor"]), tuple(links))


def _place(authorship, known):
    member = known.get(authorship.author_id)
    if member and not member.url:
        member = None  # a page that is not public lends its name to nothing
    marks = marks_of(authorship.equal_group, authorship.corresponding)
    canonical = member.name if member and member.name != authorship.printed_name else ""
    return Place(authorship.printed_name, canonical, member, marks)
