"""The site that a request is for, its settings and menu, and the roots of all sites.

That is one query, where Wagtail asks for each of the four by itself, on every page.
"""

from django.core.cache import cache
from django.db.models import (
    CharField,
    ExpressionWrapper,
    F,
    JSONField,
    OuterRef,
    Subquery,
)
from django.http.request import split_domain_port
from wagtail.models import Page, Site
from wagtail.models.sites import (
    SITE_ROOT_PATHS_CACHE_KEY,
    SITE_ROOT_PATHS_CACHE_VERSION,
    SiteRootPath,
)

from portal.json_rows import JSONList, JSONRow
from portal.private_places import in_private_place

AN_HOUR = 3600


def site_of(request):
    """None for a host that is no site's. What is found stays with the request."""
    if not hasattr(request, "_site_with_menu"):
        sites = _sites()
        _keep_roots(sites)
        host, _ = split_domain_port(request._get_raw_host())
        site = _of_host(sites, host, request.get_port())
        request._site_with_menu = request._wagtail_site = site
    return request._site_with_menu


def menu_of(site):
    """The public pages right below the home page that have a place in the menu."""
    rows = sorted(site.menu_as_json or [], key=lambda row: row["path"])
    return [Page(**row) for row in rows]


def _sites():
    """In the order in which Wagtail looks for the site of a page."""
    sites = Site.objects.select_related("root_page__locale", "sitesettings__logo")
    sites = sites.annotate(menu_as_json=Subquery(_menu(), output_field=JSONField()))
    return list(sites.order_by("-root_page__url_path", "-is_default_site", "hostname"))


def _menu():
    """The rows of the pages as a list, for each root."""
    root = ExpressionWrapper(OuterRef("root_page__path"), output_field=CharField())
    depth = OuterRef("root_page__depth") + 1
    pages = Page.objects.order_by().live().in_menu().filter(depth=depth)
    below = pages.annotate(root=root).filter(path__startswith=F("root"))
    row = JSONRow(**{name: name for name in ("id", "title", "path", "url_path")})
    public = below.exclude(in_private_place()).values("depth")
    return public.annotate(rows=JSONList(row)).values("rows")


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
