"""Which pages and files lie in a part of the site that not everybody may see."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import CollectionViewRestriction, PageViewRestriction


def in_private_place():
    """As a condition on pages: within their own query, where Wagtail's takes one more."""
    return _restricted(PageViewRestriction, "page__path", "path")


def in_private_collection(prefix=""):
    """The same of documents and pictures, where Wagtail asks three times.

    `prefix` leads there from the rows that are asked for.
    """
    path = "collection__path"
    return _restricted(CollectionViewRestriction, path, f"{prefix}{path}")


def _restricted(restrictions, above, path):
    shown = ExpressionWrapper(OuterRef(path), output_field=CharField())
    found = restrictions.objects.order_by().annotate(shown=shown)
    return Exists(found.filter(shown__startswith=F(above)))
