from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from people.directory import Directory
from people.models.person import PersonPage


class PeopleIndexPage(Page):
    intro = models.CharField(
        max_length=400, blank=True, help_text="A sentence or two above the members."
    )

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["people.PersonPage", "portal.ContentPage"]
    template = "people/people_index_page.html"

    class Meta:
        verbose_name = "directory of members"

    def get_context(self, request):
        people = PersonPage.objects.child_of(self).visible().for_cards()
        directory = Directory(
            people, name=request.GET.get("name", ""), topic=request.GET.get("topic", "")
        )
        return {**super().get_context(request), "directory": directory}
