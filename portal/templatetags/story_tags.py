"""News and projects, where another page shows some of them."""

from django import template
from django.db.models import F, Q
from wagtail.models import Page

from portal.models import NewsPage
from portal.private_places import in_private_place

register = template.Library()

ON_HOME_PAGE = 5
ON_OTHER_PAGES = 8


@register.simple_tag
def latest_news():
    return NewsPage.objects.visible().newest_first()[:ON_HOME_PAGE]


@register.simple_tag
def stories_of_member(page):
    return _stories_naming("people__person", page.pk)


@register.simple_tag
def stories_of_paper(paper):
    return _stories_naming("papers__publication", paper.pk)


def _stories_naming(what, pk):
    """Projects first, then news with the newest on top; in one query."""
    naming = Q(**{f"newspage__{what}": pk}) | Q(**{f"projectpage__{what}": pk})
    pages = Page.objects.live().exclude(in_private_place()).filter(naming)
    pages = pages.select_related("newspage", "projectpage").distinct()
    newest_first = F("newspage__date").desc(nulls_first=True)
    return pages.order_by(newest_first, "path")[:ON_OTHER_PAGES]


@register.filter
def above(address):
    """Of the page that a page's address is below: that asks the database nothing."""
    # A page that lies in no site has no address.
    return f"{address.rstrip('/').rpartition('/')[0]}/" if address else ""
