"""Papers that a reader of one may want next: on its topics, by its authors.

What few papers share tells more than what many do, so that a topic counts the more the
rarer it is, and an author of a thousand papers hardly. However large the bibliography,
no more than AT_MOST rows of each topic and author are looked at: the latest.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log

from django.db.models import Value

from portal.dates import PartialDate
from publications.models import Authorship, Publication

AT_MOST = 300
TOPICS, AUTHORS = 6, 10
LOOKED_AT, SHOWN = 60, 5
# A topic tells more than an author, and many authors no more than two of them.
OF_TOPIC, OF_AUTHOR, MOST_OF_AUTHORS = 2.0, 1.5, 3.0
OF_YEAR, OF_VENUE = 0.5, 0.25


@dataclass(frozen=True, slots=True)
class Related:
    slug: str
    title: str
    venue: str
    year: int | None
    why: str

    @property
    def address(self):
        return f"/publications/{self.slug}/"


def related_papers(paper, beside=()):
    """The nearest first, in two queries. `beside`: ids that the page shows anyway."""
    topics = {topic.pk: topic.name for topic in list(paper.topics.all())[:TOPICS]}
    authors = [each.author_id for each in paper.authors if each.author_id][:AUTHORS]
    shared = _shared(topics, authors)
    for pk in (paper.pk, *beside):
        shared.pop(pk, None)
    weights = {pk: _weight(shared[pk], shared.frequency) for pk in shared}
    first = sorted(weights, key=lambda pk: (-weights[pk], -pk))[:LOOKED_AT]
    near = [(weights[row["pk"]] + _nearness(paper, row), row) for row in _rows(first)]
    near.sort(key=lambda pair: (-pair[0], -pair[1]["pk"]))
    return [_related(row, shared[row["pk"]], topics) for _, row in near[:SHOWN]]


class _Shared(defaultdict):
    """{paper: what it shares}, a set of pairs ("topic", id); and how frequent each is."""

    def __init__(self, rows):
        super().__init__(set)
        for paper, *sign in rows:
            self[paper].add(tuple(sign))
        self.frequency = Counter(sign for signs in self.values() for sign in signs)


def _shared(topics, authors):
    through = Publication.topics.through.objects.order_by()
    parts = [_latest(through.filter(topic=pk), "topic") for pk in topics]
    places = Authorship.objects.order_by().filter(role="author")
    parts += [_latest(places.filter(author=pk), "author") for pk in authors]
    # Django 6.1 orders a union by what the model is ordered by.
    return _Shared(parts[0].union(*parts[1:]).order_by() if parts else ())


def _latest(rows, column):
    # SQLite cuts no part of a union, but a list of keys within one.
    keys = rows.order_by("-publication_id").values("pk")[:AT_MOST]
    found = rows.model.objects.order_by().filter(pk__in=keys)
    return found.values_list("publication_id", Value(column), f"{column}_id")


def _weight(signs, frequency):
    topics = sum(_rarity(frequency[sign]) for sign in signs if sign[0] == "topic")
    authors = sum(_rarity(frequency[sign]) for sign in signs if sign[0] == "author")
    return OF_TOPIC * topics + min(OF_AUTHOR * authors, MOST_OF_AUTHORS)


def _rarity(frequency):
    """1 for what nobody else shares, a tenth for what AT_MOST papers do."""
    return log(1 + AT_MOST / frequency) / log(1 + AT_MOST)


def _rows(ids):
    papers = Publication.objects.public().filter(pk__in=ids).with_primary()
    first = "first_appearance"
    return papers.order_by().values(
        *("pk", "slug", "title"),
        *(f"{first}__date", f"{first}__venue_printed", f"{first}__label"),
        *(f"{first}__venue", f"{first}__venue__name", f"{first}__venue__acronym"),
    )


def _nearness(paper, row):
    primary = paper.primary
    year, date = _year(row), primary.date if primary else PartialDate()
    near = OF_YEAR / (1 + abs(year - date.year)) if year and date.year else 0
    venue = row["first_appearance__venue"]
    return near + OF_VENUE * bool(venue and primary and venue == primary.venue_id)


def _year(row):
    date = row["first_appearance__date"]
    return date.year if date else None


def _related(row, signs, topics):
    names = ("venue__acronym", "label", "venue_printed", "venue__name")
    venues = (row[f"first_appearance__{name}"] for name in names)
    return Related(
        slug=row["slug"],
        title=row["title"],
        venue=next(filter(None, venues), ""),
        year=_year(row),
        why=_why(signs, topics),
    )


def _why(signs, topics):
    """ "Same topics: graphs, music; 2 authors in common"."""
    ours = {pk for kind, pk in signs if kind == "topic"}
    names = [name for pk, name in topics.items() if pk in ours]
    authors = sum(kind == "author" for kind, _ in signs)
    parts = []
    if names:
        parts.append(f"Same topic{'s' if names[1:] else ''}: {', '.join(names)}")
    if authors:
        parts.append(f"{authors} author{'s' if authors > 1 else ''} in common")
    return "; ".join(parts)
