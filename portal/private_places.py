"""Which pages and files lie in a part of the site that not everybody may see."""

from django.db.models import BooleanField, F, Func, Subquery, Value
from django.db.models.functions import Coalesce, Concat
from wagtail.models import CollectionViewRestriction, PageViewRestriction


def in_private_place():
    """As a condition on pages: within their own query, where Wagtail's takes one more.

    A copy (Wagtail's alias) is as private as its original, and so is what is below it.
    """
    restricted = PageViewRestriction.objects.order_by()
    original = restricted.values(above=_all(F("page__path")))
    copies = [
        restricted.exclude(**{f"{way}__isnull": True}).values(
            above=_all(F(f"{way}__path"))
        )
        for way in ("page__aliases", "page__aliases__aliases")
    ]
    return LiesBelow("path", original.union(*copies, all=True))


def in_private_collection(prefix=""):
    """The same of documents and pictures, where Wagtail asks three times.

    `prefix` leads there from the rows that are asked for.
    """
    path = "collection__path"
    restricted = CollectionViewRestriction.objects.order_by()
    return LiesBelow(f"{prefix}{path}", restricted.values(above=_all(F(path))))


def _all(path):
    """As LIKE has it. A path is made of digits and capital letters."""
    return Concat(path, Value("%"))


class LiesBelow(Func):
    """Whether a path, which may be null, is like one of those in a queryset.

    PostgreSQL reads these once: of EXISTS it would make a join, and take it for cheap to
    go through all pages for each of them.
    """

    output_field = BooleanField()
    arg_joiner = " LIKE ANY(ARRAY"
    template = "(%(expressions)s))"

    def __init__(self, path, places):
        super().__init__(Coalesce(F(path), Value("")), Subquery(places))

    def as_sqlite(self, compiler, connection):
        path, places = map(compiler.compile, self.source_expressions)
        sql = f"EXISTS(SELECT 1 FROM {places[0]} AS place WHERE {path[0]} LIKE place.above)"
        return sql, (*places[1], *path[1])
