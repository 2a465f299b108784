"""Papers in the search of the whole site."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Aggregate, TextField
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from portal.search import PAPERS, Section
from portal.search.marks import Marks
from publications.listed.shown import with_html
from publications.models import PublicationIndexPage
from publications.public_list import shown_rows
from publications.search import find, parse

SHOWN = 8


class Lines(Aggregate):
    """The texts of a group, a line each."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s, '\n')"
    output_field = TextField()

    def as_postgresql(self, compiler, connection):
        return self.as_sql(compiler, connection, function="STRING_AGG")


@dataclass(frozen=True)
class PaperHit:
    html: str
    why: str


class PaperSearch:
    page_models = (PublicationIndexPage,)

    def search(self, text):
        found = find(text, limit=SHOWN)
        hits = _hits(found.ranked, text)
        # While the list is hidden no row is shown, and nobody learns how many fit.
        number = len(found.all_ids) if hits else 0
        return Section(
            key="papers",
            label="Papers",
            hits=hits,
            count=number,
            order=PAPERS,
            template="components/search_papers.html",
            all_url=f"/publications/?{urlencode({'q': text})}",
            all_label=f"All {number} papers" if number > 1 else "In the list of papers",
        )


def _hits(ids, text):
    marks = Marks(parse(text).typed)
    listed = shown_rows().filter(publication__in=ids)
    columns = ("pk", "html", "changed", "publication__abstract", "topics")
    listed = listed.annotate(topics=Lines("publication__topics__name"))
    rows = with_html(listed.values_list(*columns, named=True)) if ids else []
    found = {row.pk: row for row in rows}
    return [_hit(found[key], marks) for key in ids if key in found]


def _hit(row, marks):
    """What a row shows at once is marked; what else was found is shown below it."""
    head, actions, rest = row.html.partition('<div class="paper__actions"')
    marked = marks.of_html(head)
    why = (
        ""
        if "<mark>" in marked
        else _reason(row.publication__abstract, row.topics, marks)
    )
    return PaperHit(mark_safe(f"{marked}{actions}{rest}"), why)


def _reason(abstract, topics, marks):
    for topic in (topics or "").splitlines():
        if marks.has(topic):
            return format_html("Topic: {}", marks.of_text(topic))
    snippet = marks.snippet(abstract)
    return format_html("In the abstract: {}", snippet) if snippet else ""
