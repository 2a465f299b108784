from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey

from portal.date_fields import PartialDateField
from publications.models.publication import Publication
from publications.models.venue import Venue, VenueKind


class AppearanceManager(models.Manager):
    """With the venue, always: a prefetch would ask SQLite for a list of ids, which it
    takes for an expression a thousand levels deep at most (Django 5.2)."""

    def get_queryset(self):
        return super().get_queryset().select_related("venue")


class Appearance(models.Model):
    """One place where a work came out, or is meant to; the first one is the primary."""

    class Status(models.TextChoices):
        IN_PREPARATION = "in-preparation", "in preparation"
        SUBMITTED = "submitted", "submitted"
        UNDER_REVIEW = "under-review", "under review"
        ACCEPTED = "accepted", "accepted"
        PUBLISHED = "published", "published"
        REJECTED = "rejected", "rejected"
        WITHDRAWN = "withdrawn", "withdrawn"

    class Presentation(models.TextChoices):
        ORAL = "oral", "oral"
        SPOTLIGHT = "spotlight", "spotlight"
        POSTER = "poster", "poster"
        SHORT = "short", "short paper"
        DEMO = "demo", "demo"

    publication = ParentalKey(
        Publication,
        on_delete=models.CASCADE,
        related_name="appearances",
        db_index=False,  # the constraint on positions has one that begins so
    )
    position = models.PositiveIntegerField(default=0, editable=False)
    venue = models.ForeignKey(
        Venue,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="appearances",
    )
    venue_printed = models.CharField(
        "venue as printed",
        max_length=1000,
        blank=True,
        help_text="Only where it differs from the venue's name.",
    )
    label = models.CharField(
        max_length=500,
        blank=True,
        help_text="The badge as printed, for example “WWW'25 Short”.",
    )
    kind = models.CharField(max_length=12, choices=VenueKind, blank=True)
    status = models.CharField(max_length=14, choices=Status, default=Status.PUBLISHED)
    presentation = models.CharField(max_length=10, choices=Presentation, blank=True)
    award = models.CharField(max_length=500, blank=True)
    date = PartialDateField(
        blank=True, help_text="For example 2018, 2018-08 or Aug. 2018."
    )
    volume = models.CharField(max_length=500, blank=True)
    number = models.CharField(max_length=500, blank=True)
    pages = models.CharField(max_length=500, blank=True)
    publisher = models.CharField(max_length=1000, blank=True)
    title = models.TextField(
        blank=True, help_text="Only where it appeared under another title."
    )

    sort_order_field = "position"

    objects = AppearanceManager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "position"],
                name="publications_appearance_position_once",
                violation_error_message="Two appearances stand at the same place.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "in-preparation",
                        "submitted",
                        "under-review",
                        "accepted",
                        "published",
                        "rejected",
                        "withdrawn",
                    ]
                ),
                name="publications_appearance_status_known",
                violation_error_message="That is not a status a paper can have.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-date", "publication"],
                condition=Q(position=0),
                name="publications_primary_by_date",
            )
        ]

    def __str__(self):
        return " ".join(filter(None, [self.venue_name, str(self.date)]))

    @property
    def venue_name(self):
        return self.venue_printed or (self.venue.name if self.venue else "")

    @property
    def badge(self):
        """What stands on the coloured badge: the printed label, else the acronym."""
        return self.label or (self.venue.acronym if self.venue else "")

    @property
    def is_unfinished(self):
        return self.status in {
            self.Status.IN_PREPARATION,
            self.Status.SUBMITTED,
            self.Status.UNDER_REVIEW,
        }
