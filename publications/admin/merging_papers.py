"""Merging two papers: fact by fact, with what is taken from the one that goes."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from publications.admin.choosers import PublicationChooserViewSet
from publications.admin.merging_views import MergeView
from publications.facts import facts_of
from publications.importing.side_by_side import Pair, side_by_side
from publications.merging.paper_facts import JOINED
from publications.models import Publication
from publications.records import held_papers, record_of

SAME = (
    "same",
    "The same paper, recorded twice",
    "What this record lacks it gets from the other; what is ticked is taken, too.",
)
FURTHER = (
    "further",
    "Another place where this paper appeared",
    "A preprint, say, or a workshop: its place and date stand below the paper.",
)
MARKS = {
    "added": "+ filled in",
    "differs": "≠ differs",
    "joined": "both stay",
    "missing": "only here",
    "equal": "alike",
}


@dataclass(frozen=True)
class Line:
    """A fact of both papers, and what becomes of it when they are the same."""

    pair: Pair

    @property
    def fate(self):
        mark = self.pair.mark
        return "joined" if mark == "differs" and self.pair.name in JOINED else mark

    @property
    def mark(self):
        return MARKS[self.fate]

    @property
    def can_be_taken(self):
        return self.fate == "differs"


class PaperMergeView(MergeView):
    model = Publication
    lists = act = "papers"
    widget = PublicationChooserViewSet("paper_chooser").widget_class
    template_name = "admin/merging/papers.html"

    def compared(self, other):
        papers = held_papers([self.one.slug, other.slug])
        ours, theirs = (
            facts_of(record_of(papers[each.slug])) for each in (self.one, other)
        )
        lines = [Line(pair) for pair in side_by_side(ours, theirs)]
        turned = reverse("papers:merge", args=[other.pk])
        return {
            "options": [SAME, FURTHER],
            "lines": [line for line in lines if line.fate in {"differs", "added"}],
            "others": [line for line in lines if line.fate not in {"differs", "added"}],
            "turned_url": f"{turned}?{urlencode({'other': self.one.pk})}",
            "hides": self.one.visibility == "private" and other.is_public,
        }

    def further_plan(self, keep, gone):
        further = self.request.POST.get("how") == "further"
        return {
            "take": [] if further else self.request.POST.getlist("take"),
            "further": further,
        }
