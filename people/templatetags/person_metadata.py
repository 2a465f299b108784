from django import template
from django.urls import reverse

from people.metadata import PORTRAIT, profile_page
from portal import pictures
from portal.metadata import json_ld
from portal.templatetags.metadata_tags import head, site_settings
from publications.templatetags.paper_metadata import files

register = template.Library()


@register.inclusion_tag("components/metadata.html", takes_context=True)
def profile_metadata(context, page, contacts):
    feed = {
        "type": "application/atom+xml",
        "href": reverse("member_feed", args=[page.slug]),
        "title": f"Papers by {page.title}",
    }
    return head(
        context,
        reverse("person_card", args=[page.slug]),
        kind="profile",
        json_ld=_about(page, contacts, site_settings(context)),
        alternates=[feed, *files(f"/people/{page.slug}/publications")],
    )


def _about(page, contacts, site):
    def block(portrait):
        return json_ld(profile_page(page, contacts, site, portrait))

    return pictures.with_address(page.photo, PORTRAIT, block)
