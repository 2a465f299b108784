from django.db import models

from publications.models.publication import Publication

# A day has room for as many papers; the first of a day comes first among its papers.
PAPERS = 10**9


class SearchText(models.Model):
    """The words of a public paper, folded, as the full-text index has them.

    One row for each paper that anybody may see and none for any other. The index
    itself (FTS5 of SQLite, tsvector of PostgreSQL) follows these rows by triggers and
    generated columns of the database: whatever writes here, cascades too, is found.
    """

    publication = models.OneToOneField(
        Publication,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="search_text",
    )
    # The date and the paper in one number, by which the newest are had without a look
    # at any other table: 20180800 999999876 is paper 123 of August 2018.
    recency = models.BigIntegerField(unique=True)
    title = models.TextField()
    authors = models.TextField()
    venue = models.TextField()
    topics = models.TextField()
    identifiers = models.TextField()
    abstract = models.TextField()

    is_derived = True

    class Meta:
        verbose_name = "searchable text"

    def __str__(self):
        return self.title

    @staticmethod
    def recency_of(day, publication_id):
        """`day` as a date's column begins: "20180800", or nothing."""
        return int(day or 0) * PAPERS + PAPERS - 1 - publication_id
