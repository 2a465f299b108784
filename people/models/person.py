from urllib.parse import quote

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index

from people.blocks import SectionBlock
from people.forms import PersonPageForm
from people.models.role import Role
from people.panels import CONTACT_PANELS, PERSON_PANELS, SELECTED_PANELS
from people.profile_routes import ProfileRoutes
from people.querysets import PersonPageQuerySet
from portal.blocks import RICH_TEXT_FEATURES
from portal.date_fields import PartialDateField
from portal.web_addresses import web_address


class PersonPage(ProfileRoutes, Page):
    """A member's page. Its author says which papers are the member's."""

    author = models.OneToOneField(
        "publications.Author",
        on_delete=models.PROTECT,
        related_name="person_page",
        blank=True,
        help_text=(
            "Whose papers are shown. Leave it empty on a new page: the author of the "
            "same name is taken, or made."
        ),
    )
    role = models.ForeignKey(
        Role, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    job_title = models.CharField(
        "title",
        max_length=200,
        blank=True,
        help_text="For example “Assistant Professor”.",
    )
    affiliation = models.CharField(max_length=300, blank=True)
    joined = PartialDateField(
        blank=True, help_text="For example 2015, 2015-08 or Aug. 2015."
    )
    left = PartialDateField(
        blank=True,
        help_text="Once this date is past, the directory lists an alumna or alumnus.",
    )
    photo = models.ForeignKey(
        "portal.PortalImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    about = RichTextField(blank=True, features=RICH_TEXT_FEATURES)
    interests = models.TextField(
        blank=True, help_text="One interest a line, for example “Recommender systems”."
    )
    sections = StreamField([("section", SectionBlock())], blank=True)
    updated_on = PartialDateField(
        "CV updated", blank=True, help_text="When the CV was last gone over."
    )
    extra = models.JSONField(default=dict, blank=True, editable=False)
    imported = models.JSONField(default=dict, blank=True, editable=False)

    objects = PageManager.from_queryset(PersonPageQuerySet)()

    content_panels = [*Page.content_panels, *PERSON_PANELS]
    base_form_class = PersonPageForm
    search_fields = [
        *Page.search_fields,
        index.SearchField("job_title"),
        index.SearchField("affiliation"),
        index.SearchField("interests"),
        index.SearchField("about"),
        index.FilterField("role"),
    ]
    parent_page_types = ["people.PeopleIndexPage"]
    subpage_types = []
    template = "people/person_page.html"

    class Meta:
        verbose_name = "member"

    @property
    def interest_list(self):
        return [line.strip() for line in self.interests.splitlines() if line.strip()]

    @property
    def is_alumni(self):
        return self.left.is_past(timezone.localdate())

    def contacts_for(self, user):
        """What this visitor may see; members see more once they are signed in."""
        shown = {ContactPoint.Visibility.PUBLIC}
        if user.is_authenticated:
            shown.add(ContactPoint.Visibility.MEMBERS)
        return [each for each in self.contacts.all() if each.visibility in shown]


class ContactPoint(Orderable):
    class Kind(models.TextChoices):
        EMAIL = "email", "E-mail"
        PHONE = "phone", "Phone"
        ADDRESS = "address", "Address"
        WEBSITE = "website", "Website"
        GITHUB = "github", "GitHub"
        LINKEDIN = "linkedin", "LinkedIn"
        GOOGLE_SCHOLAR = "google_scholar", "Google Scholar"
        OTHER = "other", "Other"

    class Visibility(models.TextChoices):
        PUBLIC = "public", "everybody"
        MEMBERS = "members", "members who are signed in"
        PRIVATE = "private", "nobody"

    # Where a bare account name leads.
    ACCOUNT_URLS = {
        Kind.GITHUB: "https://github.com/{}",
        Kind.LINKEDIN: "https://www.linkedin.com/in/{}",
        Kind.GOOGLE_SCHOLAR: "https://scholar.google.com/citations?user={}",
    }

    page = ParentalKey(PersonPage, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=15, choices=Kind)
    value = models.CharField(max_length=500)
    label = models.CharField(max_length=80, blank=True)
    visibility = models.CharField(
        "who sees it", max_length=7, choices=Visibility, default=Visibility.PRIVATE
    )

    panels = CONTACT_PANELS

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["page", "kind", "value"],
                name="people_contact_once",
                violation_error_message="This contact stands there already.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.value}"

    @property
    def href(self):
        if self.kind == self.Kind.EMAIL:
            return f"mailto:{self.value}"
        if self.kind == self.Kind.PHONE:
            return f"tel:{self.value.replace(' ', '')}"
        if self.kind == self.Kind.ADDRESS:
            return ""
        if self.kind in self.ACCOUNT_URLS and "/" not in self.value:
            return self.ACCOUNT_URLS[self.kind].format(quote(self.value))
        return web_address(self.value)


class SelectedPublication(Orderable):
    page = ParentalKey(PersonPage, on_delete=models.CASCADE, related_name="selected")
    publication = models.ForeignKey(
        "publications.Publication", on_delete=models.CASCADE, related_name="+"
    )

    panels = SELECTED_PANELS

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["page", "publication"],
                name="people_selected_once",
                violation_error_message="This paper is selected already.",
            )
        ]

    def __str__(self):
        return str(self.publication)
