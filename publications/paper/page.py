"""What the page of one paper shows beside its row: history, ties, members, citations."""

from copy import copy
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, Q

from portal.dates import PartialDate
from portal.json_rows import JSONRow, JSONRows
from publications.citing import citations
from publications.formats.record_fields import public_extra
from publications.models import Appearance, Notice, Relation
from publications.paper.related import related_papers
from publications.records import record_of
from publications.rows import Row

MOST_CARDS = 12
# Together with as many as an address may name and a reader can tell apart.
MOST_TOGETHER = 4
TIES = {
    Relation.Kind.VERSION: ("Another version", "Another version"),
    Relation.Kind.CORRECTION: ("Corrects", "Corrected by"),
    Relation.Kind.RETRACTION: ("Retracts", "Retracted by"),
    Relation.Kind.SUPPLEMENT: ("Supplements", "Supplemented by"),
}
# Of what no field of ours holds, what tells a reader something.
FURTHER_FACTS = {
    "edition": "Edition",
    "series": "Series",
    "eventtitle": "Event",
    "address": "Place",
    "location": "Place",
    "language": "Language",
    "pagetotal": "Number of pages",
}
LONGEST_FACT = 200
SIDES = [
    *("publication_id", "other_id"),
    *(
        f"{side}__{name}"
        for side in ("publication", "other")
        for name in ("slug", "title", "visibility")
    ),
]


@dataclass(frozen=True, slots=True)
class Step:
    """One place in the history of a paper: its date beside the rest of its line."""

    date: PartialDate
    undated: Appearance
    is_primary: bool

    @classmethod
    def of(cls, appearance):
        undated = copy(appearance)
        undated.date = ""
        return cls(appearance.date, undated, appearance.position == 0)


@dataclass(frozen=True, slots=True)
class Tied:
    """Another paper that a page names."""

    pk: int
    slug: str
    title: str

    def get_absolute_url(self):
        return f"/publications/{self.slug}/"


def with_ties(papers):
    """Papers with what `PaperPage.ties` says of each."""
    pk = OuterRef("pk")
    rows = Relation.objects.order_by().filter(Q(publication=pk) | Q(other=pk))
    row = JSONRow(id="id", kind="kind", **{name: name for name in SIDES})
    return papers.annotate(
        ties_as_json=JSONRows(rows.annotate(item=row).values("item"))
    )


@dataclass(frozen=True)
class PaperPage:
    """Of a row whose paper has come `with_ties`."""

    row: Row

    @property
    def paper(self):
        return self.row.paper

    @cached_property
    def citations(self):
        retracted = self._date_of(Notice.Kind.RETRACTION)
        withdrawn = self._date_of(Notice.Kind.WITHDRAWAL)
        return citations(record_of(self.paper), retracted, withdrawn)

    def _date_of(self, kind):
        dates = (each.date for each in self.notices if each.kind == kind)
        return next(dates, None)

    @property
    def notices(self):
        """The grave ones first."""
        return sorted(self.paper.notices.all(), key=lambda each: not each.is_grave)

    @property
    def history(self):
        """Where it appeared, in the order of time; what has no date comes last."""
        steps = [Step.of(each) for each in self.paper.appearances.all()]
        return sorted(steps, key=lambda each: (not each.date.year, each.date))

    @cached_property
    def ties(self):
        """(how, the other paper) for each public one that it is tied to, both ways."""
        rows = sorted(self.paper.ties_as_json or [], key=lambda row: row["id"])
        ties = [_tie(row, self.paper.pk) for row in rows]
        return list(dict.fromkeys(filter(None, ties)))

    @cached_property
    def related(self):
        return related_papers(self.paper, [other.pk for _, other in self.ties])

    @cached_property
    def members(self):
        """The members among its authors, or the editors where it has none; each once."""
        places = self.row.authors or self.row.editors
        return list(dict.fromkeys(each.member for each in places if each.member))

    @property
    def member_pages(self):
        return [each.page_id for each in self.members[:MOST_CARDS]]

    @property
    def further_members(self):
        return self.members[MOST_CARDS:]

    @property
    def joint_address(self):
        """Of the page of what its members wrote together; "" for one, and for many."""
        authors = [each.member for each in self.row.authors if each.member]
        first, *others = dict.fromkeys(authors) or [None]
        if not others or len(others) >= MOST_TOGETHER:
            return ""
        return f"{first.url}with/{'+'.join(sorted(each.slug for each in others))}/"

    @property
    def further_facts(self):
        """(name, text) of what its source said, as far as it is plain text."""
        extra = public_extra(self.paper.extra)
        return [
            (heading, extra[name])
            for name, heading in FURTHER_FACTS.items()
            if name in extra and _is_plain(extra[name])
        ]


def _tie(row, pk):
    """None where the other one is private."""
    is_ours = row["publication_id"] == pk
    how = TIES[row["kind"]][0 if is_ours else 1]
    side = "other" if is_ours else "publication"
    other = Tied(row[f"{side}_id"], row[f"{side}__slug"], row[f"{side}__title"])
    return (how, other) if row[f"{side}__visibility"] == "public" else None


def _is_plain(text):
    """Without the LaTeX in which BibTeX keeps a field that we have no place for."""
    is_text = isinstance(text, str) and len(text) <= LONGEST_FACT
    return is_text and not set(text) & set("\\{}$") and bool(text.strip())
