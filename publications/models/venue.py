from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from publications.key_fields import TitleKeyField


class VenueKind(models.TextChoices):
    JOURNAL = "journal", "journal"
    CONFERENCE = "conference", "conference"
    WORKSHOP = "workshop", "workshop"
    PREPRINT = "preprint", "preprint server"
    BOOK = "book", "book or publisher"
    INSTITUTION = "institution", "institution"
    OTHER = "other", "other"


class Venue(ClusterableModel):
    name = models.CharField(max_length=1000)
    acronym = models.CharField(
        max_length=500,
        blank=True,
        help_text="The badge of its papers, for example “ICLR”.",
    )
    kind = models.CharField(
        max_length=12, choices=VenueKind, default=VenueKind.OTHER, db_index=True
    )
    url = models.URLField("website", blank=True)
    colour = models.CharField(
        max_length=7,
        blank=True,
        validators=[
            RegexValidator(
                r"^#[0-9a-fA-F]{6}\Z", "Write a colour as #rrggbb, for example #1d4ed8."
            )
        ],
        help_text="Colour of the badge, for example #1d4ed8.",
    )
    key = TitleKeyField(source="name", db_index=True, max_length=1000)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                name="publications_venue_once",
                violation_error_message="There is already a venue with this name.",
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.acronym})" if self.acronym else self.name

    @property
    def short_name(self):
        return self.acronym or self.name

    @cached_property
    def other_names(self):
        """The other spellings, as texts."""
        return [each.text for each in self.names.all()] if self.pk else []


class VenueName(models.Model):
    """Another spelling of the venue; an import that prints it means this venue."""

    venue = ParentalKey(Venue, on_delete=models.CASCADE, related_name="names")
    text = models.CharField("name", max_length=1000)
    key = TitleKeyField(source="text", db_index=True, max_length=400)

    class Meta:
        ordering = ["venue", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                name="publications_venue_name_once",
                violation_error_message="Another venue already has this spelling.",
            )
        ]

    def __str__(self):
        return self.text
