from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from publications.key_fields import NameKeyField
from publications.names import PersonName
from publications.orcid import explain_orcid, normalise_orcid


def validate_orcid(value):
    if value and normalise_orcid(value) != value:
        raise ValidationError(explain_orcid(value))


class AuthorQuerySet(models.QuerySet):
    def bearing(self, keys):
        """Whoever bears one of these name keys, as their own name or another one."""
        return self.filter(Q(key__in=keys) | Q(names__key__in=keys)).distinct()


class Author(ClusterableModel):
    """One human being, or a group, who has written."""

    given_name = models.CharField(max_length=1000, blank=True)
    family_name = models.CharField(
        max_length=1000,
        help_text="With its particle, for example “van der Berg”. A group's whole name.",
    )
    suffix = models.CharField(
        max_length=200, blank=True, help_text="For example “Jr.”."
    )
    native_name = models.CharField(
        max_length=200, blank=True, help_text="In its own script, for example 이규석."
    )
    orcid = models.CharField(
        "ORCID iD",
        max_length=19,
        blank=True,
        validators=[validate_orcid],
        help_text="For example 0000-0002-1825-0097.",
    )
    website = models.URLField(blank=True)
    is_group = models.BooleanField(
        "is a group",
        default=False,
        help_text="A consortium or institution, not a person.",
    )
    key = NameKeyField(source="display_name", db_index=True)

    objects = AuthorQuerySet.as_manager()

    class Meta:
        ordering = ["family_name", "given_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["orcid"],
                condition=~Q(orcid=""),
                name="publications_author_orcid_once",
                violation_error_message="Another author already has this ORCID iD.",
            ),
            models.CheckConstraint(
                condition=~Q(family_name=""),
                name="publications_author_has_name",
                violation_error_message="An author needs at least a family name.",
            ),
        ]

    def __str__(self):
        return self.display_name

    @property
    def name(self):
        if self.is_group:
            return PersonName(literal=self.family_name)
        return PersonName(self.given_name, self.family_name, self.suffix)

    @property
    def display_name(self):
        return self.name.display


class AuthorName(models.Model):
    """Another spelling under which the author is printed."""

    class Kind(models.TextChoices):
        VARIANT = "variant", "variant"
        TYPO = "typo", "misprint"
        FORMER = "former", "former name"

    author = ParentalKey(Author, on_delete=models.CASCADE, related_name="names")
    text = models.CharField("name", max_length=300, help_text="As it is printed.")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.VARIANT)
    hidden = models.BooleanField(
        default=False, help_text="Imports match it; it is shown nowhere."
    )
    key = NameKeyField(source="text", db_index=True)

    class Meta:
        ordering = ["author", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "text"],
                name="publications_author_name_once",
                violation_error_message="This author already has that name.",
            )
        ]

    def __str__(self):
        return self.text
