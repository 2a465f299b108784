from django.db import models


class DroppedIndex(models.Model):
    """An index that the database is without for the moment; see `dropped_indexes`."""

    name = models.CharField(max_length=63, unique=True)
    statement = models.TextField(help_text="What makes it again.")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "dropped indexes"

    def __str__(self):
        return self.name
