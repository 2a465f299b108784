"""Wagtail's pages, found at once.

Wagtail asks for each page on the way from the home page down, twice, and then for the
restrictions of all of them: eight queries for a news item.
"""

from contextlib import suppress

from django.http import Http404
from wagtail.models import Page
from wagtail.views import serve as serve_by_wagtail

from portal.private_places import in_private_place
from portal.request_site import site_of
from portal.whole_pages import as_itself, kinds, pictured_kinds


def serve(request, path):
    """As Wagtail does; what is not a page itself, or not for everybody, is left to it."""
    if page := _public_page(request, path):
        with suppress(Http404):  # a draft
            request._wagtail_route_for_request = page.route(request, [])
    return serve_by_wagtail(request, path)


def _public_page(request, path):
    site = site_of(request)
    if site is None:
        return None
    there = Page.objects.filter(url_path=f"{site.root_page.url_path}{path}")
    found = there.exclude(in_private_place()).select_related(*pictured_kinds()).first()
    if found is None:
        return None
    page = as_itself(found, kinds())
    page.get_view_restrictions = list  # the query has just said that there is none
    return page
