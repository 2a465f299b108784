"""The part of a page's head that is for machines (`components/metadata.html`)."""

from html import unescape

from django import template
from django.urls import reverse

from portal.metadata import absolute
from portal.models import SiteSettings
from portal.page_metadata import about_page, kind_of_page

register = template.Library()
KEPT = "kept for metadata"


class KeepNode(template.Node):
    def __init__(self, name, nodelist, silent):
        self.name, self.nodelist, self.silent = name, nodelist, silent

    def render(self, context):
        text = self.nodelist.render(context).strip()
        # Who says it again escapes it, once.
        context.render_context.setdefault(KEPT, {})[self.name] = unescape(text)
        return "" if self.silent else text


@register.tag
def keep(parser, token):
    """`{% keep title %}…{% endkeep %}`: what a block says once, other tags say again.

    `{% keep canonical silently %}` prints nothing.
    """
    _, name, *silently = token.split_contents()
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(name, nodelist, bool(silently))


@register.inclusion_tag("components/metadata.html", takes_context=True)
def page_metadata(context):
    """For a page that has no more to say than its title and what it is about."""
    page = context.get("page")
    card = reverse("page_card", args=[page.pk]) if page and page.pk else "/card.png"
    about = about_page(page, site_settings(context)) if page else ""
    return head(context, card, kind=kind_of_page(page), json_ld=about)


def head(context, card, *, kind="website", json_ld="", **further):
    """The context of `components/metadata.html`; `card` is the path of the picture."""
    kept = context.render_context.get(KEPT, {})
    pairs = {
        "og:type": kind,
        "og:site_name": site_settings(context).lab_name,
        "og:title": kept.get("title") or kept.get("full_title"),
        "og:description": kept.get("description"),
        "og:url": kept.get("canonical"),
        "og:image": absolute(card),
        "og:image:width": 1200,
        "og:image:height": 630,
        "og:image:alt": kept.get("title") or kept.get("full_title"),
    }
    return {
        "description": kept.get("description"),
        "canonical": kept.get("canonical"),
        "open_graph": [pair for pair in pairs.items() if pair[1]],
        "json_ld": json_ld,
        **further,
    }


def site_settings(context):
    """Through the context, where the settings of the site are read once a page."""
    try:
        return context["settings"]["portal"]["SiteSettings"]
    except (KeyError, SiteSettings.DoesNotExist):  # a host that is no site's
        return SiteSettings()
