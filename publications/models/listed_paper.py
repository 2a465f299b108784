from django.db import models

from publications.models.publication import Publication


class ListedPaper(models.Model):
    """What lists show of a public paper, made when the paper is written.

    A private paper has none. `facets` are the keys by which lists are narrowed:
    "year:2018 type:article-journal venue:12 person:7 topic:3 status:published has:code",
    where persons are the authors with a member's page that anybody may see.
    `changed` is the version of the listing that the row came with.
    """

    publication = models.OneToOneField(
        Publication, on_delete=models.CASCADE, primary_key=True, related_name="listed"
    )
    changed = models.BigIntegerField(db_index=True)
    sort_date = models.CharField(max_length=8, blank=True)
    year = models.SmallIntegerField(null=True)
    marks = models.CharField(max_length=20, blank=True)
    facets = models.TextField(blank=True)
    html = models.TextField(
        blank=True, help_text="Empty while a large import has put it off."
    )

    is_derived = True

    class Meta:
        indexes = [
            models.Index(
                fields=["publication"],
                condition=models.Q(html=""),
                name="publications_row_to_draw",
            )
        ]

    def __str__(self):
        return str(self.publication)


class ListingVersion(models.Model):
    """The one row that says which version of the listing the database holds.

    Each renewal gives it the next number and a token that never was. An index whose
    token is among the last ones was made of a committed version, and needs no more than
    the rows that changed since; one that saw a version which was rolled back finds its
    token nowhere.
    """

    KEY = 1

    number = models.BigIntegerField(default=0)
    tokens = models.TextField(
        blank=True, help_text="Of the last versions, newest last."
    )

    def __str__(self):
        return str(self.number)
