"""Pages of the site: news, projects, whatever an editor has written."""

import re
from dataclasses import dataclass

from django.db.models import Q
from django.utils.html import strip_tags
from django.utils.text import Truncator
from wagtail.models import Page
from wagtail.search.index import SearchField
from wagtail.search.query import PlainText

from portal.private_places import in_private_place
from portal.search import PAGES, Section, searchers
from portal.search.marks import Marks
from portal.whole_pages import as_itself, kinds

WORD = re.compile(r"\w+")
MOST_WORDS = 8
SHOWN, READ = 8, 200


@dataclass(frozen=True)
class PageHit:
    url: str
    title: str
    kind: str
    snippet: str


class PageSearch:
    """By Wagtail's index, without its own order, which costs it seconds on SQLite."""

    page_models = ()

    def search(self, text):
        words = WORD.findall(text)[:MOST_WORDS]
        pages = self._pages(words) if words else []
        marks = Marks(words)
        first = sorted(pages, key=lambda page: not marks.has(page.title))
        return Section(
            key="pages",
            label="Pages",
            hits=[_hit(page, marks) for page in first[:SHOWN]],
            count=len(pages),
            order=PAGES,
            template="components/search_pages.html",
        )

    @staticmethod
    def _pages(words):
        elsewhere = [model for each in searchers() for model in each.page_models]
        pages = Page.objects.live().filter(depth__gt=1)
        pages = pages.filter(
            **{f"{model._meta.model_name}__isnull": True for model in elsewhere}
        )
        text = PlainText(" ".join(words), operator="and")
        found = pages.order_by("-first_published_at").search(
            text, order_by_relevance=False
        )
        in_title = Q()
        for word in words:  # the last one may still be being typed
            in_title &= Q(title__icontains=word)
        # Wagtail's search cannot be asked for this condition.
        public = pages.exclude(in_private_place()).order_by("-first_published_at", "pk")
        chosen = public.filter(Q(pk__in=[page.pk for page in found[:READ]]) | in_title)
        return list(chosen.select_related(*kinds("portal"))[:READ])


def _hit(page, marks):
    page = as_itself(page, kinds("portal"))
    texts = [text for text in _texts(page) if text]
    snippet = next(filter(None, map(marks.snippet, texts)), "")
    return PageHit(
        url=page.get_url() or "",
        title=marks.of_text(page.title),
        kind=page._meta.verbose_name,
        snippet=snippet or Truncator(next(iter(texts), "")).chars(160),
    )


def _texts(page):
    """What Wagtail's index has of the page, as plain text."""
    yield page.search_description
    for field in page.get_search_fields():
        if isinstance(field, SearchField) and field.field_name != "title":
            value = field.get_value(page)
            for text in value if isinstance(value, list) else [value]:
                yield " ".join(strip_tags(str(text or "")).split())
