"""Counts for the columns of the admin's lists.

Each is a subquery of its own: a list pays for the twenty rows that it shows, not for
the grouping of the whole bibliography.
"""

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from publications.models import Appearance, Authorship, Publication


def papers_of_author(author="pk"):
    """The papers on which the author of the outer row stands."""
    return _count(Authorship.objects.filter(author=OuterRef(author)), "author")


def papers_at_venue():
    """The papers that appeared at the venue of the outer row."""
    return _count(Appearance.objects.filter(venue=OuterRef("pk")), "venue")


def papers_on_topic():
    through = Publication.topics.through
    return _count(through.objects.filter(topic=OuterRef("pk")), "topic")


def undecided_names():
    """The names of the outer paper that nobody has linked to an author."""
    names = Authorship.objects.filter(publication=OuterRef("pk"), author__isnull=True)
    return _count(names, "publication", of="pk")


def _count(rows, group, of="publication"):
    counted = rows.order_by().values(group).annotate(count=Count(of, distinct=True))
    return Coalesce(Subquery(counted.values("count"), output_field=IntegerField()), 0)
