from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey

from publications.key_fields import NameKeyField
from publications.models.author import Author
from publications.models.publication import Publication
from publications.names import PersonName


class Authorship(models.Model):
    """A name in a paper's list of authors, as printed, and whose name it is.

    `author` is empty while nobody has decided who it is. `printed_name` is what the
    paper says, misprints included; `family_name` and `suffix` say which part of it is
    which, so that a citation can turn it round. Without a family name it is a group.
    `namesake` and `orcid` are what the source tells namesakes apart by: DBLP's number
    ("0002"), which makes it a name of its own when whose it is gets decided, and an iD.
    """

    class Role(models.TextChoices):
        AUTHOR = "author", "author"
        EDITOR = "editor", "editor"

    publication = ParentalKey(
        Publication,
        on_delete=models.CASCADE,
        related_name="authorships",
        db_index=False,  # the constraint on positions has one that begins so
    )
    position = models.PositiveIntegerField(default=0, editable=False)
    role = models.CharField(max_length=6, choices=Role, default=Role.AUTHOR)
    author = models.ForeignKey(
        Author,
        db_index=False,  # there is one with the paper
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="authorships",
        help_text="Whose name it is. Empty: not decided; the name is shown unlinked.",
    )
    printed_name = models.CharField(
        max_length=1000,
        help_text="Exactly as the paper prints it, for example “S. Seo”.",
    )
    given_name = models.CharField(max_length=1000, blank=True, editable=False)
    family_name = models.CharField(max_length=1000, blank=True, editable=False)
    suffix = models.CharField(max_length=200, blank=True, editable=False)
    namesake = models.CharField(max_length=8, blank=True, editable=False)
    orcid = models.CharField(max_length=19, blank=True, editable=False)
    name_key = NameKeyField(source="numbered_name")
    equal_group = models.PositiveSmallIntegerField(
        "equal contribution",
        null=True,
        blank=True,
        choices=[(1, "first group (*)"), (2, "second group (†)")],
        help_text="Authors of one group contributed equally.",
    )
    corresponding = models.BooleanField("corresponding author", default=False)

    sort_order_field = "position"

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "position"],
                name="publications_authorship_position_once",
                violation_error_message="Two authors stand at the same place.",
            ),
            models.CheckConstraint(
                condition=~Q(printed_name=""),
                name="publications_authorship_has_name",
                violation_error_message="An author's place needs a printed name.",
            ),
        ]
        indexes = [
            models.Index(fields=["author", "publication"]),
            # Not by `db_index`: PostgreSQL would be given two, one for LIKE.
            models.Index(fields=["name_key"], name="publications_name_key"),
            models.Index(
                fields=["author", "orcid"],
                condition=~Q(orcid=""),
                name="publications_authorship_orcid",
            ),
        ]

    def __str__(self):
        return self.printed_name

    @property
    def numbered_name(self):
        return f"{self.printed_name} {self.namesake}".strip()

    @property
    def name(self):
        if not self.family_name:
            return PersonName(literal=self.printed_name)
        return PersonName(self.given_name, self.family_name, self.suffix)

    def set_name(self, name):
        self.printed_name = name.display
        self.given_name = name.given
        self.family_name = name.family
        self.suffix = name.suffix
