"""The sitemap: every public page and paper, with the day on which it last changed.

Other apps' parts are named as strings (`SITEMAPS` in the settings). One file holds all
of them until there are too many for one; then it becomes an index of files.
"""

from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import conditional_page
from wagtail.models import Page

from portal.metadata import absolute
from portal.private_places import in_private_place
from portal.request_site import site_of

# The protocol allows 50,000; a file of so many takes seconds to write.
MOST = 10_000


class OurSitemap(Sitemap):
    """Addresses are those of the settings' BASE_URL, whoever asks."""

    limit = MOST
    protocol = urlsplit(settings.BASE_URL).scheme

    def __init__(self, request):
        self.request = request

    @cached_property
    def paginator(self):
        return Paginator(self.items(), self.limit)

    def get_domain(self, site=None):
        return urlsplit(settings.BASE_URL).netloc


class Pages(OurSitemap):
    def items(self):
        site = site_of(self.request)
        if site is None:
            return Page.objects.none()
        pages = site.root_page.get_descendants(inclusive=True)
        return pages.live().exclude(in_private_place()).order_by("path")

    def location(self, page):
        return page.get_url(self.request)

    def lastmod(self, page):
        return page.last_published_at or page.latest_revision_created_at


def _sections(request):
    classes = {"pages": Pages} | {
        name: import_string(path) for name, path in settings.SITEMAPS.items()
    }
    return {name: each(request) for name, each in classes.items()}


@conditional_page
def whole(request):
    """`/sitemap.xml`"""
    sections = _sections(request)
    if sum(each.paginator.count for each in sections.values()) <= MOST:
        return sitemap(request, sections)
    files = [
        {"location": absolute(f"/sitemap-{name}-{number}.xml")}
        for name, each in sections.items()
        for number in each.paginator.page_range
    ]
    return render(
        request,
        "sitemap_index.xml",
        {"sitemaps": files},
        content_type="application/xml",
    )


@conditional_page
def part(request, section, number):
    """`/sitemap-papers-2.xml`"""
    sections = _sections(request)
    if section not in sections or number not in sections[section].paginator.page_range:
        raise Http404("There is no such part of the sitemap.")
    urls = sections[section].get_urls(page=number)
    return render(
        request, "sitemap.xml", {"urlset": urls}, content_type="application/xml"
    )
