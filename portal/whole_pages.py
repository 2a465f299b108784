"""Pages with the columns of their own kinds, joined to those that all pages have.

Wagtail reads them one page after another, once it has found out of what kind each is.
"""

from functools import cache

from django.apps import apps
from wagtail.images import get_image_model
from wagtail.models import Page


@cache
def kinds(app=None):
    """The names by which a page leads to its own columns, for the pages of one app or all."""
    config = apps.get_app_config(app) if app else apps
    models = config.get_models()
    return tuple(
        model._meta.model_name for model in models if Page in model._meta.parents
    )


@cache
def pictured_kinds():
    """All of them, and the pictures that stand on their pages."""
    models = {name: Page._meta.get_field(name).related_model for name in kinds()}
    pictures = [
        f"{name}__{column.name}"
        for name, model in models.items()
        for column in model._meta.local_concrete_fields
        if column.related_model is get_image_model()
    ]
    return (*models, *pictures)


def as_itself(page, names):
    """The page as its own kind, where `select_related(*names)` has joined it."""
    for name in names:
        if own := getattr(page, name, None):
            return own
    return page
