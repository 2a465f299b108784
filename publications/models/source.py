from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import DurationField, ExpressionWrapper, F, Q, Value
from django.utils import timezone
from modelcluster.fields import ParentalKey

from publications.models.author import Author
from publications.sources.identify import Wanted, identify


class SourceQuerySet(models.QuerySet):
    def watched(self):
        return self.filter(enabled=True)

    def due(self):
        """Watched ones that gave no answer, or were not asked for as long as they say."""
        period = ExpressionWrapper(
            F("every") * Value(timedelta(days=1)), output_field=DurationField()
        )
        now = Value(timezone.now(), output_field=models.DateTimeField())
        due_since = ExpressionWrapper(now - period, models.DateTimeField())
        return self.watched().filter(
            Q(last_checked_at=None) | Q(failed=True) | Q(last_checked_at__lte=due_since)
        )


class Source(models.Model):
    """Where an author's papers are listed on the web, and are looked up from time to time.

    What is new there becomes an import that waits for a go-ahead.
    """

    class Kind(models.TextChoices):
        ORCID = "orcid", "ORCID"
        OPENALEX = "openalex", "OpenAlex"
        DBLP = "dblp", "DBLP"

    URLS = {
        Kind.ORCID: "https://orcid.org/{}",
        Kind.OPENALEX: "https://openalex.org/{}",
        Kind.DBLP: "https://dblp.org/pid/{}.html",
    }
    EXAMPLES = {
        Kind.ORCID: "0000-0002-1825-0097",
        Kind.OPENALEX: "A5023888391",
        Kind.DBLP: "12/3456-1 or https://dblp.org/pid/12/3456-1.html",
    }

    author = ParentalKey(Author, on_delete=models.CASCADE, related_name="sources")
    kind = models.CharField("where", max_length=8, choices=Kind)
    value = models.CharField(
        "identifier",
        max_length=100,
        help_text="The author's ORCID iD, OpenAlex author (A5023888391) or DBLP person "
        "(12/3456-1); an address will do.",
    )
    every = models.IntegerField(
        "every … days", default=7, help_text="How long to wait before looking again."
    )
    enabled = models.BooleanField("is watched", default=True)
    last_checked_at = models.DateTimeField(
        "last checked", null=True, blank=True, editable=False
    )
    last_result = models.TextField("result", blank=True, editable=False)
    failed = models.BooleanField(
        default=False,
        editable=False,
        help_text="The last check brought no answer.",
    )
    run = models.ForeignKey(
        "portal.ImportRun",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The last import that came of it.",
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = "watched source"
        ordering = ["author", "kind", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "kind", "value"],
                name="publications_source_once",
                violation_error_message="This author's papers are looked up there already.",
            ),
            models.CheckConstraint(
                condition=Q(every__gte=1),
                name="publications_source_every_some_days",
                violation_error_message="Look there every 1 day or less often.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.value}"

    @property
    def url(self):
        return self.URLS[self.kind].format(self.value)

    def clean(self):
        """Bring the identifier into its one spelling, by which it is known again."""
        wanted = identify(self.value)
        if not isinstance(wanted, Wanted) or wanted.kind != self.kind:
            example = self.EXAMPLES.get(self.kind, "")
            raise ValidationError(
                {
                    "value": f"'{self.value}' is nobody in {self.get_kind_display()}. "
                    f"Write it like {example}."
                }
            )
        self.value = wanted.value
