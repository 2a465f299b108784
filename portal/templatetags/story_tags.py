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
    """The news and projects that name the member, in one query."""
    news, projects = (
        Q(newspage__people__person=page.pk),
        Q(projectpage__people__person=page.pk),
    )
    return _stories(news | projects)


@register.simple_tag
def stories_of_paper(paper):
    news, projects = (
        Q(newspage__papers__publication=paper.pk),
        Q(projectpage__papers__publication=paper.pk),
    )
    return _stories(news | projects)


def _stories(naming):
    """Projects first, then news with the newest on top."""
    pages = Page.objects.live().exclude(in_private_place()).filter(naming)
    pages = pages.select_related("newspage", "projectpage").distinct()
    newest_first = F("newspage__date").desc(nulls_first=True)
    return pages.order_by(newest_first, "path")[:ON_OTHER_PAGES]
