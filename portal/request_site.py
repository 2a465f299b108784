"""The site that a request is for, its settings and the roots of all sites, in one query.

Wagtail asks for each of the three by itself, on every page.
"""

from django.core.cache import cache
from django.http.request import split_domain_port
from wagtail.models import Site
from wagtail.models.sites import (
    SITE_ROOT_PATHS_CACHE_KEY,
    SITE_ROOT_PATHS_CACHE_VERSION,
    SiteRootPath,
)

AN_HOUR = 3600


def site_of(request):
    """None for a host that is no site's. What is found stays with the request."""
    if not hasattr(request, "_wagtail_site"):
        sites = _sites()
        _keep_roots(sites)
        host, _ = split_domain_port(request._get_raw_host())
        request._wagtail_site = _of_host(sites, host, request.get_port())
    return request._wagtail_site


def _sites():
    """In the order in which Wagtail looks for the site of a page."""
    sites = Site.objects.select_related("root_page__locale", "sitesettings__logo")
    return list(sites.order_by("-root_page__url_path", "-is_default_site", "hostname"))


def _keep_roots(sites):
    """Where Wagtail looks for them: it forgets them when a site or its pages change."""
    key = {
        "key": SITE_ROOT_PATHS_CACHE_KEY,
        "version": SITE_ROOT_PATHS_CACHE_VERSION,
    }
    if cache.get(**key) is None:
        roots = [
            SiteRootPath(
                site.pk,
                site.root_page.url_path,
                site.root_url,
                site.root_page.locale.language_code,
            )
            for site in sites
        ]
        cache.set(**key, value=roots, timeout=AN_HOUR)


def _of_host(sites, host, port):
    """As Wagtail chooses: by host and port, then by what is the default."""
    named = [site for site in sites if site.hostname == host]
    default = next((site for site in sites if site.is_default_site), None)
    for site in named:
        if int(site.port) == int(port):
            return site
    if default in named or len(named) != 1:
        return default
    return named[0]
