from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.views.static import serve
from wagtail.images.utils import verify_signature

from portal.metadata import absolute
from portal.models import PortalImage


def healthz(request):
    """Says ok only when the database answers: an open connection may be a dead one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


# A crawler that follows every pair of filters never ends. One filter, and the pages
# of the list, may be followed: that way every paper is reached.
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /publications/?*&
Disallow: /publications/feed/?
Disallow: /publications.*?
Disallow: /people/?*&
Disallow: /search/
Sitemap: {}
"""


def robots(request):
    text = ROBOTS.format(absolute("/sitemap.xml"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def favicon(request):
    """What browsers ask for on pages that name no icon."""
    return redirect(static("portal/favicon.svg"))


def rendition(request, name):
    """Renditions alone: originals and documents are asked for through Wagtail.

    It knows who may see them, and no ".." must lead round it.
    """
    return serve(request, name, document_root=settings.MEDIA_ROOT / "images")


def picture(request, signature, pk, spec, name):
    """Draw a picture in a size that a page of ours has asked for, and for no other."""
    if not verify_signature(signature.encode(), pk, spec):
        raise PermissionDenied
    # Of two who draw it at once, the second one's file would be nobody's.
    with transaction.atomic():
        image = get_object_or_404(PortalImage.objects.select_for_update(), pk=pk)
        drawn = image.rendition_or_none(spec)
    if drawn is None:
        raise Http404("The file of this picture is lost or damaged.")
    return redirect(drawn.url)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    return render(request, "500.html", status=500)
