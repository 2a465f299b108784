from django.db import models


class Role(models.Model):
    name = models.CharField(
        max_length=80,
        unique=True,
        help_text="For one person, for example “PhD Student”.",
    )
    plural = models.CharField(
        max_length=80,
        blank=True,
        help_text="Heads the group in the directory, for example “PhD Students”.",
    )
    position = models.PositiveIntegerField(
        default=0, help_text="The directory shows small numbers first."
    )

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    @property
    def heading(self):
        return self.plural or self.name
