from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey

from portal.date_fields import PartialDateField
from portal.web_addresses import web_address
from publications.identifiers import explain, normalise, url_for
from publications.models.publication import Publication


class Notice(models.Model):
    """What was said about a paper after it came out: that it is wrong, or mended.

    The notice may be a text of its own, with a DOI or an address; it need not be a
    paper of this site. It belongs to the editors: no import makes or removes one.
    """

    class Kind(models.TextChoices):
        RETRACTION = "retraction", "retraction"
        CONCERN = "concern", "expression of concern"
        ERRATUM = "erratum", "correction"
        WITHDRAWAL = "withdrawal", "withdrawal"

    # What these words are about is not to be relied on any more.
    GRAVE = frozenset({Kind.RETRACTION, Kind.WITHDRAWAL})
    SAYINGS = {
        Kind.RETRACTION: "This paper has been retracted.",
        Kind.CONCERN: "The editors have expressed concern about this paper.",
        Kind.ERRATUM: "A correction to this paper has been published.",
        Kind.WITHDRAWAL: "This paper has been withdrawn.",
    }

    publication = ParentalKey(
        Publication, on_delete=models.CASCADE, related_name="notices"
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.ERRATUM)
    date = PartialDateField(
        blank=True, help_text="When it was published: 2021, 2021-06 or 2021-06-30."
    )
    doi = models.CharField(
        "DOI", max_length=300, blank=True, help_text="Of the notice, not of the paper."
    )
    url = models.URLField(
        "address", max_length=500, blank=True, help_text="Where it has no DOI."
    )
    text = models.TextField(
        blank=True, help_text="The reason, or what is corrected, in a few sentences."
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=["retraction", "concern", "erratum", "withdrawal"]
                ),
                name="publications_notice_kind_known",
                violation_error_message="That is not a kind of notice.",
            ),
            models.UniqueConstraint(
                fields=["publication", "kind", "date", "doi", "url"],
                name="publications_notice_once",
                violation_error_message="This notice stands there already.",
            ),
        ]

    def __str__(self):
        return " ".join(filter(None, [self.get_kind_display(), str(self.date)]))

    def clean(self):
        if self.doi:
            doi = normalise("doi", self.doi)
            if not doi:
                raise ValidationError({"doi": explain("doi", self.doi)})
            self.doi = doi
        if self.url and not web_address(self.url):
            raise ValidationError(
                {"url": f"“{self.url}” is not a web address. It begins with https://."}
            )

    @property
    def is_grave(self):
        return self.kind in self.GRAVE

    @property
    def saying(self):
        return self.SAYINGS[self.kind]

    @property
    def href(self):
        return url_for("doi", self.doi) if self.doi else self.url
