from itertools import islice

from django.db import models
from django.db.models import Exists, FilteredRelation, OuterRef, Q


class PublicationQuerySet(models.QuerySet):
    def public(self):
        return self.filter(visibility="public")

    def by(self, author_id):
        """What this author wrote; work that they only edited is not theirs."""
        theirs = self._own_rows("authorships")
        return self.filter(Exists(theirs.filter(author_id=author_id, role="author")))

    def by_all(self, author_ids):
        """The joint work of all these authors."""
        papers = self
        for author_id in author_ids:
            papers = papers.by(author_id)
        return papers

    def mentioning(self, words):
        """Papers whose title, authors and venues together hold all the folded words."""
        papers = self
        for word in words:
            papers = papers.filter(
                Q(title_key__contains=word)
                | Exists(self._own_rows("authorships").filter(name_key__contains=word))
                | Exists(
                    self._own_rows("appearances").filter(
                        Q(venue__key__contains=word)
                        | Q(venue__acronym__icontains=word)
                        | Q(label__icontains=word)
                    )
                )
            )
        return papers if words else self.none()

    def _own_rows(self, relation):
        model = self.model._meta.get_field(relation).related_model
        return model.objects.filter(publication=OuterRef("pk"))

    def in_year(self, year):
        return self.with_primary().filter(first_appearance__date__in_year=year)

    def with_primary(self):
        if "first_appearance" in self.query._filtered_relations:
            return self
        return self.annotate(
            first_appearance=FilteredRelation(
                "appearances", condition=Q(appearances__position=0)
            )
        )

    def newest_first(self):
        """Within one date in the order in which they came in, as lists have them."""
        return self.with_primary().order_by("-first_appearance__date", "pk")

    def with_rows(self):
        """Everything that a row of a list shows, in a fixed number of queries."""
        return self.select_related("thumbnail").prefetch_related(
            "authorships",
            "thumbnail__renditions",
            "appearances",
            "links__document",
            "identifiers",
            "topics",
        )

    def free_slug(self, slug):
        """`slug`, or `slug-2`, `slug-3` … when it is taken."""
        taken = set(
            self.filter(Q(slug=slug) | Q(slug__startswith=f"{slug}-")).values_list(
                "slug", flat=True
            )
        )
        return next_free(slug, taken)


def each_among(queryset, field, values):
    """The rows whose `field` is one of many values.

    In batches: a stock SQLite takes 32,766 parameters, and one paper of a large
    collaboration has five thousand authors.
    """
    for batch in batched(values, 5000):
        yield from queryset.filter(**{f"{field}__in": batch})


def batched(values, size):
    values = iter(values)
    while batch := list(islice(values, size)):
        yield batch


def next_free(slug, taken):
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
