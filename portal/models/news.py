from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from portal.blocks import CONTENT_BLOCKS
from portal.models.mentions import (
    MENTION_PANELS,
    NamesPeopleAndPapers,
    PaperMention,
    PersonMention,
)
from portal.models.news_feed import NewsFeed
from portal.private_places import in_private_place

PER_PAGE = 20


class NewsPageQuerySet(PageQuerySet):
    def visible(self):
        return self.live().exclude(in_private_place())

    def newest_first(self):
        return self.order_by("-date", "-pk")

    def naming_person(self, page):
        return self.filter(people__person=page)

    def naming_paper(self, publication):
        return self.filter(papers__publication=publication)


class NewsIndexPage(RoutablePageMixin, Page):
    intro = models.CharField(
        max_length=400, blank=True, help_text="A sentence or two above the news."
    )

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.NewsPage"]
    template = "portal/news_index_page.html"

    class Meta:
        verbose_name = "list of news"

    @path("")
    def all_news(self, request):
        pages = Paginator(self.items(), PER_PAGE)
        shown = pages.get_page(request.GET.get("page", "1")[:9])
        return self.render(request, context_overrides={"shown": shown})

    @path("feed/")
    def feed(self, request):
        return NewsFeed(self)(request)

    def items(self):
        return NewsPage.objects.child_of(self).visible().newest_first()


class NewsPage(NamesPeopleAndPapers, Page):
    date = models.DateField(default=timezone.localdate)
    intro = models.CharField(
        max_length=400, blank=True, help_text="What happened, in a sentence or two."
    )
    picture = models.ForeignKey(
        "portal.PortalImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(CONTENT_BLOCKS, blank=True)

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("intro"),
        FieldPanel("picture"),
        FieldPanel("body"),
        *MENTION_PANELS,
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    parent_page_types = ["portal.NewsIndexPage"]
    subpage_types = []
    template = "portal/news_page.html"

    class Meta:
        verbose_name = "news item"
        indexes = [models.Index(fields=["-date"])]


class NewsPerson(PersonMention):
    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="people")


class NewsPaper(PaperMention):
    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="papers")
