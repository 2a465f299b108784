from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from portal.blocks import CONTENT_BLOCKS


class HomePage(Page):
    intro = models.CharField(
        max_length=400,
        blank=True,
        help_text="What the group works on, in one or two sentences under the title.",
    )
    body = StreamField(CONTENT_BLOCKS, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    template = "portal/home_page.html"

    class Meta:
        verbose_name = "home page"

    def add_section(self, model, title):
        """A page below this one that the menu leads to."""
        page = model(title=title, slug=slugify(title), show_in_menus=True)
        return self.add_child(instance=page)


class ContentPage(Page):
    """Any further page: how to join, the group's rules, a seminar."""

    intro = models.CharField(
        max_length=400, blank=True, help_text="A sentence or two under the title."
    )
    body = StreamField(CONTENT_BLOCKS, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    template = "portal/content_page.html"

    class Meta:
        verbose_name = "content page"
