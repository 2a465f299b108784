"""Which pages and files lie in a part of the site that not everybody may see."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction


def in_private_place():
    """As a condition on pages: within their own query, where Wagtail's takes one more.

    A copy (Wagtail's alias) is as private as its original, and all that is below it.
    """
    return _restricted(PageViewRestriction, "page__path", "path") | _copied()


def in_private_collection(prefix=""):
    """The same of documents and pictures, where Wagtail asks three times.

    `prefix` leads there from the rows that are asked for.
    """
    path = "collection__path"
    return _restricted(CollectionViewRestriction, path, f"{prefix}{path}")


def _restricted(restrictions, above, path):
    return _at_or_below(restrictions.objects, above, path)


def _copied():
    restricted = Q(alias_of__view_restrictions__isnull=False)
    restricted |= Q(alias_of__alias_of__view_restrictions__isnull=False)
    copies = Page.objects.filter(restricted, alias_of__isnull=False)
    return _at_or_below(copies, "path", "path")


def _at_or_below(rows, above, path):
    shown = ExpressionWrapper(OuterRef(path), output_field=CharField())
    found = rows.order_by().annotate(shown=shown)
    return Exists(found.filter(shown__startswith=F(above)))
