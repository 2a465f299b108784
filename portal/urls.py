"""Every address of the site. The other apps are named as strings only."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from portal.views import favicon, healthz, robots

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("healthz", healthz),
    path("robots.txt", robots),
    path("favicon.ico", favicon),
    path("sitemap.xml", sitemap),
    # Renditions alone: originals and documents are asked for through Wagtail, which
    # knows who may see them.
    re_path(
        r"^media/(?P<path>images/.*)$",
        serve,
        {"document_root": settings.MEDIA_ROOT},
    ),
    path("", include("publications.urls")),
    path("", include("people.urls")),
    path("", include(wagtail_urls)),
]

handler404 = "portal.views.not_found"
handler500 = "portal.views.server_error"
