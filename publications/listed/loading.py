"""Papers with everything that their rows show, for those that are drawn at once.

`with_rows()` does the same at ten times the cost: the ORM makes and ties some twenty
instances for each paper. Here each table is read once, and papers are given their rows
as the ones that modelcluster holds for them in memory.
"""

from collections import defaultdict

from wagtail.documents import get_document_model

from portal.bulk_rows import read
from publications.models import (
    Appearance,
    Authorship,
    Identifier,
    Link,
    Notice,
    Publication,
    Topic,
    Venue,
)
from publications.querysets import each_among

# Nothing that lists show is in them; the source may be long.
UNREAD = (
    *("imported", "source_text", "statement_digest", "title_key", "stated_key"),
    *(f"title_pair_{number}" for number in range(1, 6)),
)
RELATIONS = {
    "authorships": Authorship,
    "appearances": Appearance,
    "links": Link,
    "identifiers": Identifier,
    "notices": Notice,
}


def public_papers(ids):
    """The public ones among these, oldest first, in a fixed number of queries."""
    chosen = Publication.objects.public().filter(pk__among=ids).order_by("pk")
    papers = list(read(chosen, defer=UNREAD))
    rows = {name: _rows(model, ids) for name, model in RELATIONS.items()}
    rows["topics"] = _topics(ids)
    _tie(rows["appearances"], "venue", Venue.objects)
    _tie(rows["links"], "document", get_document_model().objects)
    _give_thumbnails(papers)
    for paper in papers:
        held = {name: found.get(paper.pk, []) for name, found in rows.items()}
        paper._cluster_related_objects = held
    return papers


def _rows(model, ids):
    """{paper's id: its rows in their order}."""
    chosen = model._base_manager.filter(publication__among=ids)
    rows = defaultdict(list)
    for row in read(chosen.order_by(*model._meta.ordering)):
        rows[row.publication_id].append(row)
    return rows


def _topics(ids):
    through = Publication.topics.through.objects.order_by("topic__name")
    ties = through.filter(publication__among=ids)
    ties = list(ties.values_list("publication_id", "topic_id"))
    known = _by_key(Topic.objects, {topic for _, topic in ties})
    topics = defaultdict(list)
    for paper, topic in ties:
        topics[paper].append(known[topic])
    return topics


def _tie(rows_of_papers, name, objects):
    """Give rows what a column of theirs points at."""
    column = f"{name}_id"
    rows = [row for rows in rows_of_papers.values() for row in rows]
    known = _by_key(objects, {getattr(row, column) for row in rows} - {None})
    for row in rows:
        row._state.fields_cache[name] = known.get(getattr(row, column))


def _by_key(objects, keys):
    """In no query at all where there are no keys."""
    rows = read(objects.filter(pk__among=keys)) if keys else ()
    return {row.pk: row for row in rows}


def _give_thumbnails(papers):
    """Pictures are few, and their renditions need the ORM's own instances."""
    images = Publication._meta.get_field("thumbnail").related_model.objects
    wanted = {paper.thumbnail_id for paper in papers} - {None}
    found = each_among(images.prefetch_related("renditions"), "pk", wanted)
    known = {image.pk: image for image in found}
    for paper in papers:
        paper._state.fields_cache["thumbnail"] = known.get(paper.thumbnail_id)
