import json
from itertools import islice

from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Value
from django.db.models.functions import Coalesce

# /publications/feed/ is no paper.
RESERVED = frozenset({"feed"})


class PublicationQuerySet(models.QuerySet):
    def public(self):
        return self.filter(visibility="public")

    def by(self, author_id):
        """What this author wrote; work that they only edited is not theirs."""
        theirs = self._own_rows("authorships")
        return self.filter(Exists(theirs.filter(author_id=author_id, role="author")))

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
        """Within one date in the order in which they came in; what has no date last."""
        date = Coalesce(F("first_appearance__date__sort_key"), Value(""))
        return self.with_primary().order_by(date.desc(), "pk")

    def with_rows(self):
        """Everything that a paper says, in a fixed number of queries."""
        return self.prefetch_related(
            "authorships",
            "appearances",
            "links__document",
            "identifiers",
            "topics",
            "notices",
        )

    def free_slug(self, slug):
        """`slug`, or `slug-2`, `slug-3` … when a paper has it or had it."""
        former = self.model._meta.get_field("former_slugs").related_model.objects
        alike = Q(slug=slug) | Q(slug__startswith=f"{slug}-")
        taken = self.filter(alike).values_list("slug", flat=True)
        once_taken = former.filter(alike).values_list("slug", flat=True)
        taken = taken.order_by().union(once_taken.order_by())
        # Django 6.1 orders a union by what the model is ordered by.
        return next_free(slug, RESERVED.union(taken.order_by()))

    def now_or_once_at(self, slug):
        """The papers that have this slug or had it: two at most."""
        had = self.once_at(slug).order_by().values("pk")
        return self.filter(Q(slug=slug) | Q(pk__in=had))

    def once_at(self, slug):
        """The papers that had this slug: one or none."""
        return self.filter(former_slugs__slug=slug)


def each_among(queryset, field, values):
    """The rows whose `field` is one of many values: a chunk of an import has thousands."""
    if values := frozenset(values):
        yield from queryset.filter(**{f"{field}__among": values})


@models.ForeignObject.register_lookup
@models.Field.register_lookup
class Among(models.Lookup):
    """Like `in`, for any number of values: they go to the database as one parameter."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        values = list(self.rhs)
        if connection.vendor == "postgresql":
            kind = self.lhs.output_field.cast_db_type(connection)
            # A text that is longer than the column allows would be cut, and be found.
            kind = "text" if kind.startswith("varchar") else kind
            return f"{column} = ANY(%s::{kind}[])", [*params, _array(values)]
        values = json.dumps(values)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*params, values]


def _array(values):
    """An array as PostgreSQL reads it, to be cast to the type of its column.

    psycopg writes one value by value, which takes an import longer than the server takes
    to look them up, and numbers as of the smallest type that holds them: PostgreSQL
    hashes an array only of the column's own type, and else tries each value on each row.
    """
    if not values:
        return "{}"
    texts = [str(each).replace("\\", r"\\").replace('"', r"\"") for each in values]
    return '{"' + '","'.join(texts) + '"}'


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
