from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from portal.date_fields import PartialDateField
from portal.models.mentions import PaperMention, PersonMention
from portal.models.stories import Story


class ProjectIndexPage(Page):
    intro = models.CharField(
        max_length=400, blank=True, help_text="A sentence or two above the projects."
    )

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.ProjectPage"]
    template = "portal/project_index_page.html"

    class Meta:
        verbose_name = "list of projects"

    def get_context(self, request):
        projects = ProjectPage.objects.child_of(self).visible()
        # As the editor arranged them in the tree of pages.
        projects = projects.order_by("path").select_related("picture")
        return {
            **super().get_context(request),
            "current": [each for each in projects if not each.has_ended],
            "ended": [each for each in projects if each.has_ended],
        }


class ProjectPage(Story):
    intro = models.CharField(
        max_length=400, blank=True, help_text="What it is about, in a sentence or two."
    )
    starts = PartialDateField(help_text="For example 2023 or Oct. 2023.")
    ends = PartialDateField(
        help_text="Once this date is past, the list has it among the finished ones."
    )
    funding = models.CharField(
        max_length=300,
        blank=True,
        help_text="Who pays, with the number of the grant.",
    )
    website = models.URLField(blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
                FieldPanel("funding"),
                FieldPanel("website"),
            ],
            heading="About the project",
        ),
        *Story.further_panels,
    ]
    search_fields = [*Story.search_fields, index.SearchField("funding")]
    parent_page_types = ["portal.ProjectIndexPage"]
    template = "portal/project_page.html"

    class Meta:
        verbose_name = "project"

    def clean(self):
        super().clean()
        if self.starts.understood and self.starts.start != self.starts.end:
            raise ValidationError(
                {
                    "starts": f"“{self.starts}” is a span of time. Write its beginning "
                    "here and its end beside it."
                }
            )
        if self.starts.start and self.ends.is_past(self.starts.start.first_day):
            raise ValidationError(
                {"ends": f"“{self.ends}” is before the start, “{self.starts}”."}
            )

    @property
    def has_ended(self):
        return self.ends.is_past(timezone.localdate())


class ProjectPerson(PersonMention):
    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="people")


class ProjectPaper(PaperMention):
    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="papers")
