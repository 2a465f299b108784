"""Wagtail's pages, found at once.

Wagtail asks for each page on the way from the home page down, twice, and then for the
restrictions of all of them: eight queries for a news item.
"""

from contextlib import suppress

from django.http import Http404
from wagtail.models import Page
from wagtail.views import serve as serve_by_wagtail

from portal.request_site import site_of
from portal.restrictions import guard, with_restrictions
from portal.whole_pages import as_itself, kinds, pictured_kinds

# As many levels as the tree of pages can have: an address may have thousands of parts.
DEEPEST = Page._meta.get_field("path").max_length // Page.steplen


def serve(request, path):
    """As Wagtail does; what is no page itself is left to it."""
    page, below = _page(request, path)
    if page:
        with suppress(Http404):  # a draft, or no page of ours
            request._wagtail_route_for_request = page.route(request, below)
    return serve_by_wagtail(request, path)


def _page(request, path):
    """The page that is there or nearest above, and what of the path is below it."""
    site = site_of(request)
    if site is None:
        return None, []
    root, parts = site.root_page.url_path, path.strip("/").split("/")
    deepest = min(len(parts), DEEPEST)
    ways = [f"{root}{'/'.join(parts[:end])}/" for end in range(1, deepest + 1)]
    there = Page.objects.filter(url_path__in=ways if path else [root])
    there = with_restrictions(there, request.user)
    found = there.select_related(*pictured_kinds()).order_by("-depth").first()
    if found is None:
        return None, []
    below = (
        [] if found.url_path == root else parts[found.depth - site.root_page.depth :]
    )
    return guard(as_itself(found, kinds()), found), below
