from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from publications.listing import Listing


class PublicationIndexPage(Page):
    intro = models.CharField(
        max_length=400, blank=True, help_text="A sentence or two above the papers."
    )

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["portal.HomePage"]
    subpage_types = []
    template = "publications/publication_index_page.html"

    class Meta:
        verbose_name = "list of publications"

    def get_context(self, request):
        return {**super().get_context(request), "listing": Listing(request.GET)}
