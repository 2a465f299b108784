"""A member's contacts and selected papers, in the query that finds the page."""

from django.db.models import OuterRef

from people.models import ContactPoint, SelectedPublication
from portal.json_rows import JSONRow, JSONRows

PARTS = {"contacts": ContactPoint, "selected": SelectedPublication}


def with_parts(pages):
    return pages.annotate(
        **{f"{name}_as_json": JSONRows(_rows(model)) for name, model in PARTS.items()}
    )


def hold_parts(page):
    """Let the page have them as its own, as if it had asked."""
    page._cluster_related_objects = {
        name: sorted(
            (model(**row) for row in getattr(page, f"{name}_as_json") or ()),
            key=lambda part: (part.sort_order or 0, part.pk),
        )
        for name, model in PARTS.items()
    }


def _rows(model):
    row = JSONRow(
        **{each.attname: each.attname for each in model._meta.concrete_fields}
    )
    rows = model.objects.order_by().filter(page=OuterRef("pk"))
    return rows.annotate(item=row).values("item")
