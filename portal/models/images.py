from django.db import models
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    SourceImageIOError,
)


class PortalImage(AbstractImage):
    credit = models.CharField(
        max_length=255,
        blank=True,
        help_text="Who took or owns the picture, for example “Photo: Jane Doe, CC BY 4.0”.",
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = "image"

    def rendition_or_none(self, spec):
        """None where the file is lost or damaged: the page is shown without it."""
        try:
            return self.get_rendition(spec)
        except (SourceImageIOError, OSError, ValueError):
            return None


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(
        PortalImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="portal_rendition_once",
            )
        ]

    def __str__(self):
        return f"{self.image} ({self.filter_spec})"
