from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static


def healthz(request):
    """Says ok only when the database answers."""
    connection.ensure_connection()
    return HttpResponse("ok", content_type="text/plain")


def robots(request):
    text = (
        f"User-agent: *\nDisallow: /admin/\nSitemap: {settings.BASE_URL}/sitemap.xml\n"
    )
    return HttpResponse(text, content_type="text/plain")


def favicon(request):
    """What browsers ask for on pages that name no icon."""
    return redirect(static("portal/favicon.svg"))


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    return render(request, "500.html", status=500)
