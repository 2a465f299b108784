"""What news items and projects have in common."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from portal.blocks import CONTENT_BLOCKS
from portal.models.mentions import MENTION_PANELS, NamesPeopleAndPapers
from portal.private_places import in_private_place


class StoryQuerySet(PageQuerySet):
    def visible(self):
        return self.live().exclude(in_private_place())


class Story(NamesPeopleAndPapers, Page):
    """A page of a list, that names members and papers."""

    picture = models.ForeignKey(
        "portal.PortalImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(CONTENT_BLOCKS, blank=True)

    objects = PageManager.from_queryset(StoryQuerySet)()

    # Below what a kind of story has for itself.
    further_panels = [FieldPanel("picture"), FieldPanel("body"), *MENTION_PANELS]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    subpage_types = []

    class Meta:
        abstract = True
