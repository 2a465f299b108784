"""Every address of the site. The other apps are named as strings only."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal import page_views, sitemaps
from portal.api import api, nothing, openapi
from portal.cards.views import page_card, site_card
from portal.llms import llms
from portal.search.views import search
from portal.views import favicon, healthz, picture, rendition, robots

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("healthz", healthz),
    path("robots.txt", robots),
    path("favicon.ico", favicon),
    path("llms.txt", llms),
    path("search/", search, name="search"),
    path("sitemap.xml", sitemaps.whole),
    path("sitemap-<slug:section>-<int:number>.xml", sitemaps.part),
    path("card.png", site_card),
    path("cards/<int:pk>.png", page_card, name="page_card"),
    path("api/openapi.json", openapi),
    path("api/", api.urls),
    path("api/<path:path>", nothing),
    re_path(r"^media/images/(?P<name>[^/]+)$", rendition),
    re_path(
        r"^pictures/(?P<signature>[^/]*)/(?P<pk>\d+)/(?P<spec>[^/]+)/(?P<name>[^/]*)$",
        picture,
        name="picture",
    ),
    path("", include("publications.metadata.urls")),
    path("", include("people.metadata_urls")),
    path("", include("publications.urls")),
    path("", include("people.urls")),
    # Wagtail's own forms for a login and a password stand below /_util/.
    re_path(rf"^(?!_util/){wagtail_urls.serve_pattern[1:]}", page_views.serve),
    path("", include(wagtail_urls)),
]

handler404 = "portal.views.not_found"
handler500 = "portal.views.server_error"
