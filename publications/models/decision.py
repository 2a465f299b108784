from django.conf import settings
from django.db import models
from django.db.models import Q

from publications.key_fields import NameKeyField, TitleKeyField
from publications.models.author import Author
from publications.models.publication import Publication


class Decision(models.Model):
    """What a person decided; every later import keeps to it.

    About a name: whoever is printed as `name` is, or is not, `author`. About a work:
    what is titled `work_title` is, or is not, `publication`. One that was made of an
    entry of an import holds for what this entry says, which its digest stands for, and
    `standing` tells how it stands to the paper where it is neither it nor a stranger.
    """

    class Standing(models.TextChoices):
        APPEARANCE = "appearance", "is another appearance of"
        VERSION = "version", "is another version of"
        LEFT_OUT = "left-out", "is left out beside"

    name = models.CharField("printed name", max_length=300, blank=True)
    name_key = NameKeyField(source="name", db_index=True)
    author = models.ForeignKey(
        Author,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="decisions",
    )
    work_title = models.TextField(blank=True)
    work_key = TitleKeyField(source="work_title", db_index=True)
    publication = models.ForeignKey(
        Publication,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="decisions",
    )
    same = models.BooleanField(
        "is the same", help_text="Off: whoever or whatever it is, it is not this one."
    )
    standing = models.CharField(max_length=10, blank=True, choices=Standing)
    statement_digest = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        db_index=True,
        help_text="Of the entry that was decided about.",
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    decided_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(author__isnull=False, publication__isnull=True)
                & ~Q(name="")
                & Q(work_title="")
                | Q(author__isnull=True, publication__isnull=False)
                & Q(name="")
                & ~Q(work_title=""),
                name="publications_decision_about_one_thing",
                violation_error_message=(
                    "Decide either about a name and an author, or about a title and a paper."
                ),
            ),
            models.UniqueConstraint(
                fields=["name_key", "author"],
                condition=Q(author__isnull=False),
                name="publications_decision_name_once",
                violation_error_message="This name is already decided for this author.",
            ),
            models.UniqueConstraint(
                fields=["work_key", "publication", "statement_digest"],
                condition=Q(publication__isnull=False),
                name="publications_decision_work_once",
                violation_error_message="This title is already decided for this paper.",
            ),
        ]

    def __str__(self):
        subject = self.name or self.work_title
        return f"{subject} {self.verdict} {self.author or self.publication}"

    @property
    def verdict(self):
        return self.get_standing_display() or ("is" if self.same else "is not")
