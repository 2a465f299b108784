"""Papers that a page names by their ids, as lists show them."""

from django import template

from publications.listed.shown import html_of

register = template.Library()


@register.simple_tag
def papers_of(ids):
    """Stored rows in this order; a paper that is not public has none."""
    return html_of(ids)
