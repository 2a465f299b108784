from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey

from publications.models.publication import Publication


class Relation(models.Model):
    """How one work stands to another that is a record of its own.

    A work that came out in several places is one record with several appearances.
    Where two texts are to be told apart (a report and the article made of it), each
    has its record and a relation ties them.
    """

    class Kind(models.TextChoices):
        VERSION = "version", "is another version of"
        CORRECTION = "correction", "corrects"
        RETRACTION = "retraction", "retracts"
        SUPPLEMENT = "supplement", "supplements"

    publication = ParentalKey(
        Publication, on_delete=models.CASCADE, related_name="relations"
    )
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.VERSION)
    other = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="related_from"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "kind", "other"],
                name="publications_relation_once",
                violation_error_message="These two papers are tied so already.",
            ),
            models.CheckConstraint(
                condition=~Q(publication=F("other")),
                name="publications_relation_to_another",
                violation_error_message="A paper cannot be tied to itself.",
            ),
        ]

    def __str__(self):
        return f"{self.publication} {self.get_kind_display()} {self.other}"
