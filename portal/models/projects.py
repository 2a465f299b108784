from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from portal.blocks import CONTENT_BLOCKS
from portal.date_fields import PartialDateField
from portal.models.mentions import (
    MENTION_PANELS,
    NamesPeopleAndPapers,
    PaperMention,
    PersonMention,
)
from portal.private_places import in_private_place


class ProjectPageQuerySet(PageQuerySet):
    def visible(self):
        return self.live().exclude(in_private_place())

    def in_order(self):
        """As the editor arranged them in the tree of pages."""
        return self.order_by("path")

    def naming_person(self, page):
        return self.filter(people__person=page)

    def naming_paper(self, publication):
        return self.filter(papers__publication=publication)


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
        projects = ProjectPage.objects.child_of(self).visible().in_order()
        projects = list(projects.prefetch_related("picture__renditions"))
        return {
            **super().get_context(request),
            "current": [each for each in projects if not each.has_ended],
            "ended": [each for each in projects if each.has_ended],
        }


class ProjectPage(NamesPeopleAndPapers, Page):
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
    picture = models.ForeignKey(
        "portal.PortalImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(CONTENT_BLOCKS, blank=True)

    objects = PageManager.from_queryset(ProjectPageQuerySet)()

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
        FieldPanel("picture"),
        FieldPanel("body"),
        *MENTION_PANELS,
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("funding"),
        index.SearchField("body"),
    ]
    parent_page_types = ["portal.ProjectIndexPage"]
    subpage_types = []
    template = "portal/project_page.html"

    class Meta:
        verbose_name = "project"

    @property
    def has_ended(self):
        return self.ends.is_past(timezone.localdate())


class ProjectPerson(PersonMention):
    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="people")


class ProjectPaper(PaperMention):
    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="papers")
