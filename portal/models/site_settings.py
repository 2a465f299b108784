from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from portal.request_site import site_of


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    lab_name = models.CharField(
        max_length=120,
        default="Our research group",
        help_text="Stands in the header of every page and in its title.",
    )
    institution = models.CharField(
        max_length=200,
        blank=True,
        help_text="Printed under the name, for example “Department of Physics, X University”.",
    )
    description = models.CharField(
        max_length=300,
        blank=True,
        help_text="One sentence that search engines show under the site's name.",
    )
    contact = models.TextField(
        blank=True,
        help_text="A public address for the footer. What you write here everybody can read.",
    )
    logo = models.ForeignKey(
        "portal.PortalImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown beside the name; a square picture works best.",
    )

    # Read with the settings, once for each page.
    select_related = ("logo",)

    panels = [
        MultiFieldPanel(
            [FieldPanel("lab_name"), FieldPanel("institution"), FieldPanel("logo")],
            heading="Name",
        ),
        FieldPanel("description"),
        FieldPanel("contact"),
    ]

    class Meta:
        verbose_name = "site settings"

    @classmethod
    def for_request(cls, request):
        """Those that came with the site; a site without any is given them by Wagtail."""
        if found := getattr(site_of(request), "sitesettings", None):
            return found
        return super().for_request(request)
