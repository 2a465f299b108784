from django.shortcuts import get_object_or_404
from wagtail.models import Page, Site

from portal.cards.card import Card
from portal.cards.response import card_response
from portal.models import SiteSettings


def page_card(request, pk):
    """Of any page that everybody may see."""
    site = Site.find_for_request(request)
    page = get_object_or_404(Page.objects.live().public(), pk=pk)
    about = SiteSettings.for_site(site) if site else SiteSettings()
    if site and page.pk == site.root_page_id:
        return card_response(request, _of_site(about))
    text = getattr(page.specific, "intro", "") or about.description
    return card_response(
        request, Card(title=page.title, line=text, site=about.lab_name)
    )


def site_card(request):
    site = Site.find_for_request(request)
    about = SiteSettings.for_site(site) if site else SiteSettings()
    return card_response(request, _of_site(about))


def _of_site(about):
    return Card(title=about.lab_name, eyebrow=about.institution, line=about.description)
