from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.views.decorators.http import conditional_page
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page, PageManager

from portal.models.mentions import PaperMention, PersonMention
from portal.models.news_feed import NewsFeed
from portal.models.stories import Story, StoryQuerySet

PER_PAGE = 20


class NewsPageQuerySet(StoryQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-pk")


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
        return conditional_page(NewsFeed(self))(request)

    def items(self):
        return NewsPage.objects.child_of(self).visible().newest_first()


class NewsPage(Story):
    date = models.DateField(default=timezone.localdate)
    intro = models.CharField(
        max_length=400, blank=True, help_text="What happened, in a sentence or two."
    )

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("intro"),
        *Story.further_panels,
    ]
    parent_page_types = ["portal.NewsIndexPage"]
    template = "portal/news_page.html"

    class Meta:
        verbose_name = "news item"
        indexes = [models.Index(fields=["-date"])]

    def clean(self):
        super().clean()
        if self.slug == "feed":
            raise ValidationError(
                {
                    "slug": "“feed” is the address of the feed of all news. Choose "
                    "another one, for example “a-new-feed”."
                }
            )


class NewsPerson(PersonMention):
    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="people")


class NewsPaper(PaperMention):
    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="papers")
