"""A paper as a list shows it, from the perspective of the page that it stands on."""

from dataclasses import dataclass
from itertools import groupby

from publications import members
from publications.members import Member
from publications.models.publication import Publication

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
    is_own: bool = False
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    paper: Publication
    authors: tuple[Place, ...]
    editors: tuple[Place, ...]

    @property
    def primary(self):
        return self.paper.primary

    @property
    def year(self):
        return self.primary.date.year if self.primary else None

    @property
    def legend(self):
        return legend([self])

    @property
    def is_long(self):
        return len(self.authors) > LONGEST_LINE

    @property
    def short_line(self):
        """The first names, every member and the last; None for each gap between."""
        kept, last = [], len(self.authors) - 1
        for index, place in enumerate(self.authors):
            shown = place.member or place.is_own or index in range(HEAD_OF_LINE)
            if shown or index == last:
                kept.append(place)
            elif kept[-1] is not None:
                kept.append(None)
        return kept

    @property
    def further_identifiers(self):
        """Identifiers that lead somewhere no link of the paper leads."""
        linked = {link.href for link in self.paper.links.all()}
        return [
            each
            for each in self.paper.identifiers.all()
            if each.url and each.url not in linked
        ]

    @property
    def misprinted(self):
        """The authors whom the paper prints otherwise than their pages call them."""
        return [place for place in self.authors if place.canonical_name]


def rows(papers, own=frozenset()):
    """Rows for papers whose authorships are prefetched; one further query.

    `own`: ids of the authors whose page this is; their names are emphasised.
    """
    papers = list(papers)
    ids = {each.author_id for paper in papers for each in paper.authorships.all()}
    known = members.of_authors(ids - {None})
    return [_row(paper, known, own) for paper in papers]


def legend(rows):
    """(mark, meaning) for each mark that a name in these rows bears."""
    used = {mark for row in rows for place in row.authors for mark in place.marks}
    return [pair for pair in MEANINGS.items() if pair[0] in used]


def with_years(rows):
    """(year or None, rows) in the order in which the rows stand."""
    return [(year, list(group)) for year, group in groupby(rows, key=lambda r: r.year)]


def _row(paper, known, own):
    authors = tuple(_place(each, known, own) for each in paper.authors)
    return Row(
        paper=paper,
        authors=authors,
        editors=tuple(_place(each, known, own) for each in paper.editors),
    )


def _place(authorship, known, own):
    member = known.get(authorship.author_id)
    if member and not member.url:
        member = None  # a page that is not public lends its name to nothing
    marks = EQUAL_MARKS.get(authorship.equal_group, "")
    if authorship.corresponding:
        marks += CORRESPONDING_MARK
    canonical = member.name if member and member.name != authorship.printed_name else ""
    return Place(
        name=authorship.printed_name,
        canonical_name=canonical,
        member=member,
        is_own=authorship.author_id in own,
        marks=marks,
    )
