from django.db import models

from publications.models.publication import Publication


class FormerSlug(models.Model):
    """An address at which a paper was found before; it leads to where it is now.

    No other paper ever gets it: somebody may have cited or linked it.
    """

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="former_slugs"
    )
    slug = models.SlugField(max_length=120, db_index=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="publications_former_slug_once",
                violation_error_message="This address leads to another paper already.",
            )
        ]

    def __str__(self):
        return self.slug
