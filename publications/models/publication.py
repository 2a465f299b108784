from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from portal.web_addresses import web_address
from publications.formats.titled_links import LABELS
from publications.identifiers import SCHEMES, explain, normalise, url_for
from publications.key_fields import TitleKeyField, TitlePairField
from publications.names import make_slug
from publications.querysets import PublicationQuerySet


class PublicationType(models.TextChoices):
    """The types of CSL 1.0.2 that research groups use."""

    ARTICLE_JOURNAL = "article-journal", "journal article"
    PAPER_CONFERENCE = "paper-conference", "conference paper"
    ARTICLE = "article", "preprint"
    CHAPTER = "chapter", "book chapter"
    BOOK = "book", "book"
    THESIS = "thesis", "thesis"
    REPORT = "report", "report"
    DATASET = "dataset", "dataset"
    SOFTWARE = "software", "software"
    PATENT = "patent", "patent"
    SPEECH = "speech", "talk"
    WEBPAGE = "webpage", "web page"
    DOCUMENT = "document", "other"


class Topic(models.Model):
    name = models.CharField(max_length=1000)
    slug = models.SlugField(max_length=150, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Publication(ClusterableModel):
    """One work, whatever the number of places in which it appeared."""

    class Visibility(models.TextChoices):
        PUBLIC = "public", "public"
        PRIVATE = "private", "private"

    slug = models.SlugField(
        max_length=120,
        unique=True,
        help_text="The permanent address of the paper's page. Filled from the title.",
    )
    citation_key = models.CharField(
        max_length=250,
        blank=True,
        help_text="For example seo2020physics.",
    )
    type = models.CharField(
        max_length=20, choices=PublicationType, default=PublicationType.ARTICLE_JOURNAL
    )
    title = models.TextField()
    title_key = TitleKeyField(source="title")
    title_pair_1 = TitlePairField(source="title", nth=0)
    title_pair_2 = TitlePairField(source="title", nth=1)
    title_pair_3 = TitlePairField(source="title", nth=2)
    title_pair_4 = TitlePairField(source="title", nth=3)
    title_pair_5 = TitlePairField(source="title", nth=4)
    stated_key = TitleKeyField(source="stated_title")
    abstract = models.TextField(blank=True)
    note = models.TextField(
        blank=True, help_text="Shown with the paper, for example “Invited paper”."
    )
    topics = ParentalManyToManyField(Topic, blank=True, related_name="publications")
    thumbnail = models.ForeignKey(
        "portal.PortalImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="A picture beside the paper in lists.",
    )
    featured = models.BooleanField(
        default=False, help_text="Shown on the home page among the selected papers."
    )
    visibility = models.CharField(
        max_length=8,
        choices=Visibility,
        default=Visibility.PUBLIC,
        help_text="A private paper appears nowhere outside this admin.",
    )
    authors_truncated = models.BooleanField(
        "more authors than listed",
        default=False,
        help_text="The source ended its list of authors with “and others”.",
    )
    extra = models.JSONField(default=dict, blank=True, editable=False)
    imported = models.JSONField(default=dict, blank=True, editable=False)
    statement_digest = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="Of the entry that the paper was last imported from.",
    )
    source_format = models.CharField(max_length=12, blank=True, editable=False)
    source_text = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = "paper"
        ordering = ["-pk"]
        # Not by `db_index`: PostgreSQL would be given two of each, one for LIKE.
        indexes = [
            models.Index(fields=["visibility", "type"]),
            *(
                models.Index(fields=[name], name=f"publications_{name}")
                for name in (
                    *("citation_key", "title_key", "stated_key", "statement_digest"),
                    *(f"title_pair_{number}" for number in range(1, 6)),
                )
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="publications_has_title",
                violation_error_message="A publication needs a title.",
            ),
            models.CheckConstraint(
                condition=Q(visibility__in=["public", "private"]),
                name="publications_visibility_known",
                violation_error_message="A publication is either public or private.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        # Not by `reverse`: an import asks it of each paper, and loads no URLconf for it.
        return f"/publications/{self.slug}/"

    def full_clean(self, *args, **kwargs):
        # Before the fields are validated: an editor need not think of a slug.
        if not self.slug and self.title:
            self.slug = Publication.objects.free_slug(make_slug(self.title))
        super().full_clean(*args, **kwargs)

    @property
    def is_public(self):
        return self.visibility == self.Visibility.PUBLIC

    @property
    def stated_title(self):
        """The title that the last import said, where an editor has changed it since."""
        stated = self.imported.get("said", {}).get("title", "")
        return "" if stated == self.title else stated

    @property
    def primary(self):
        """The appearance that dates and cites the work; needs them prefetched."""
        return next(iter(self.appearances.all()), None)

    @property
    def earlier_versions(self):
        """Where it appeared before: earlier, or under another title and not later."""
        return [each for each in self._further if self._is_earlier(each)]

    @property
    def other_appearances(self):
        return [each for each in self._further if not self._is_earlier(each)]

    @property
    def _further(self):
        return list(self.appearances.all())[1:]

    def _is_earlier(self, appearance):
        date, primary = appearance.date, self.primary.date
        return date < primary or bool(appearance.title and date == primary)

    @property
    def authors(self):
        return [each for each in self.authorships.all() if each.role == "author"]

    @property
    def editors(self):
        return [each for each in self.authorships.all() if each.role == "editor"]

    def identifier(self, scheme):
        found = (each.value for each in self.identifiers.all() if each.scheme == scheme)
        return next(found, "")

    @property
    def doi(self):
        return self.identifier("doi")


class Identifier(models.Model):
    """Not unique over papers: the abstracts of one supplement share a DOI."""

    publication = ParentalKey(
        Publication,
        on_delete=models.CASCADE,
        related_name="identifiers",
        db_index=False,  # the constraint below has one that begins so
    )
    scheme = models.CharField(
        max_length=12, choices=[(key, scheme.name) for key, scheme in SCHEMES.items()]
    )
    value = models.CharField(max_length=500)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "scheme", "value"],
                name="publications_identifier_once",
                violation_error_message="The paper already has this identifier.",
            ),
            # No page can show an identifier of a scheme that it knows nothing of.
            models.CheckConstraint(
                condition=Q(scheme__in=list(SCHEMES)),
                name="publications_identifier_scheme_known",
                violation_error_message="Choose one of the known kinds of identifiers.",
            ),
        ]
        indexes = [models.Index(fields=["scheme", "value"])]

    def __str__(self):
        return f"{self.scheme}:{self.value}"

    def clean(self):
        if self.scheme not in SCHEMES:
            return  # the field says so itself
        value = normalise(self.scheme, self.value)
        if not value:
            raise ValidationError({"value": explain(self.scheme, self.value)})
        self.value = value

    @property
    def url(self):
        return url_for(self.scheme, self.value)


class Link(models.Model):
    publication = ParentalKey(
        Publication, on_delete=models.CASCADE, related_name="links"
    )
    position = models.PositiveIntegerField(default=0, editable=False)
    kind = models.CharField(
        max_length=12, choices=list(LABELS.items()), default="other"
    )
    label = models.CharField(
        max_length=300, blank=True, help_text="What the button says; empty: the kind."
    )
    url = models.URLField("address", max_length=2000, blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    sort_order_field = "position"

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(url="") | Q(document__isnull=False),
                name="publications_link_leads_somewhere",
                violation_error_message="A link needs an address or a document.",
            )
        ]

    def __str__(self):
        return self.text

    def clean(self):
        if self.url and not web_address(self.url):
            raise ValidationError(
                {"url": f"“{self.url}” is not a web address. It begins with https://."}
            )

    @property
    def text(self):
        return self.label or self.get_kind_display()

    @property
    def href(self):
        return self.url or self.document.url
