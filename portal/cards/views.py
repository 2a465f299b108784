from django.shortcuts import get_object_or_404
from wagtail.models import Page

from portal.cards.card import Card
from portal.cards.response import card_response
from portal.models import SiteSettings
from portal.private_places import in_private_place
from portal.request_site import site_of


def page_card(request, pk):
    """Of any page that everybody may see."""
    site = site_of(request)
    page = get_object_or_404(Page.objects.live().exclude(in_private_place()), pk=pk)
    about = SiteSettings.for_request(request) if site else SiteSettings()
    if site and page.pk == site.root_page_id:
        return card_response(request, _of_site(about))
    text = getattr(page.specific, "intro", "") or about.description
    return card_response(
        request, Card(title=page.title, line=text, site=about.lab_name)
    )


def site_card(request):
    site = site_of(request)
    about = SiteSettings.for_request(request) if site else SiteSettings()
    return card_response(request, _of_site(about))


def _of_site(about):
    return Card(title=about.lab_name, eyebrow=about.institution, line=about.description)
