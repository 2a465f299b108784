"""A paper as a list shows it, from the perspective of the page that it stands on."""

from dataclasses import dataclass
from itertools import groupby

from publications import members
from publications.members import Member
from publications.models.publication import Publication

EQUAL_MARKS = {1: "*", 2: "†"}
CORRESPONDING_MARK = "✉"


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
    has_equal: bool
    has_corresponding: bool

    @property
    def primary(self):
        return self.paper.primary

    @property
    def year(self):
        return self.primary.date.year if self.primary else None


def rows(papers, own=frozenset()):
    """Rows for papers whose authorships are prefetched; one further query.

    `own`: ids of the authors whose page this is; their names are emphasised.
    """
    papers = list(papers)
    ids = {each.author_id for paper in papers for each in paper.authorships.all()}
    known = members.of_authors(ids - {None})
    return [_row(paper, known, own) for paper in papers]


def with_years(rows):
    """(year or None, rows) in the order in which the rows stand."""
    return [(year, list(group)) for year, group in groupby(rows, key=lambda r: r.year)]


def _row(paper, known, own):
    authors = tuple(_place(each, known, own) for each in paper.authors)
    return Row(
        paper=paper,
        authors=authors,
        editors=tuple(_place(each, known, own) for each in paper.editors),
        has_equal=any(each.equal_group for each in paper.authors),
        has_corresponding=any(each.corresponding for each in paper.authors),
    )


def _place(authorship, known, own):
    member = known.get(authorship.author_id)
    marks = EQUAL_MARKS.get(authorship.equal_group, "")
    if authorship.corresponding:
        marks += CORRESPONDING_MARK
    canonical = member.name if member and member.name != authorship.printed_name else ""
    return Place(
        name=authorship.printed_name,
        canonical_name=canonical,
        member=member if member and member.url else None,
        is_own=authorship.author_id in own,
        marks=marks,
    )
