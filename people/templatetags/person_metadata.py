from django import template
from django.urls import reverse

from people.metadata import profile_page
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
        about=profile_page(page, contacts, site_settings(context)),
        alternates=[feed, *files(f"/people/{page.slug}/publications")],
    )
