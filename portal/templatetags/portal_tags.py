from hashlib import blake2s
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.contrib.auth.models import Permission
from django.db.models import Q
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar

from portal.request_site import menu_of, site_of

register = template.Library()

TONES = 8


@register.simple_tag(takes_context=True)
def navigation(context):
    """The home page's children that have a place in the menu, as dicts."""
    request = context.get("request")
    site = site_of(request) if request else None
    pages = menu_of(site) if site else ()
    return [_menu_entry(page, request) for page in pages]


def _menu_entry(page, request):
    url = page.get_url(request)
    current = ""
    if request.path == url:
        current = "page"
    elif request.path.startswith(url):
        current = "true"
    return {"title": page.title, "url": url, "current": current}


@register.simple_tag(takes_context=True)
def editors_bar(context):
    """Wagtail's bar; readers who have signed in cost one query, where it takes two."""
    user = getattr(context.get("request"), "user", None)
    return wagtailuserbar(context) if user and _is_editor(user) else ""


def _is_editor(user):
    if not user.is_active or user.is_superuser:
        return user.is_active
    given = Q(user=user.pk) | Q(group__user=user.pk)
    admin = Permission.objects.filter(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    return admin.order_by().filter(given).exists()


@register.simple_tag(takes_context=True)
def canonical_url(context):
    """The page's one address, whatever host or parameters it was asked for with."""
    request = context.get("request")
    return f"{settings.BASE_URL}{request.path}" if request else ""


@register.simple_tag
def parameters(selected, without="", **changed):
    """`selected` as the end of an address ("?year=2020&page=2"), or "" for none."""
    kept = {name: value for name, value in selected.items() if name != without}
    kept |= {name: value for name, value in changed.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


@register.filter
def tone(text):
    """One of the palette's classes; the same text has the same one on every page."""
    digest = blake2s(str(text).encode(), digest_size=1).digest()
    return f"tone-{digest[0] % TONES}"


@register.filter
def initials(name):
    """The first letters of the first and the last word: "Yan Liu" gives "YL"."""
    words = str(name).split()
    return "".join(word[0] for word in dict.fromkeys([*words[:1], *words[-1:]])).upper()
