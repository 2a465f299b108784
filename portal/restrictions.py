"""Who may see a page: found with the page, where Wagtail asks up to five times."""

from itertools import groupby

from django.contrib.auth import get_user_model
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.http import HttpResponse
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction

from portal.json_rows import JSONRow, JSONRows

COLUMNS = ("id", "page_id", "restriction_type", "password")


def with_restrictions(pages, user):
    """The pages, each with what `guard` needs."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    own = get_user_model().groups.through.objects.filter(user=user.pk)
    above = PageViewRestriction.objects.order_by("pk").annotate(
        shown=path, is_mine=Exists(own.filter(group=OuterRef("groups")))
    )
    row = JSONRow(**{name: name for name in (*COLUMNS, "is_mine")})
    rows = above.filter(shown__startswith=F("page__path")).annotate(item=row)
    copies = Page.objects.order_by().filter(alias_of__isnull=False)
    copies = copies.annotate(shown=path).filter(shown__startswith=F("path"))
    return pages.annotate(
        restrictions_as_json=JSONRows(rows.values("item")),
        is_copied=Exists(copies),
    )


def guard(page, found):
    """Let the page say itself, as `found` has it, what Wagtail would ask for."""
    # Of a copy it is the original that may be restricted: that Wagtail finds by itself.
    if not found.is_copied:
        restrictions = _restrictions(found.restrictions_as_json or [])
        page.get_view_restrictions = lambda: restrictions
    return page


def serve_guarded(page, request, answer):
    """What `answer()` gives, once whoever guards pages lets the request through."""

    def serve(*args):
        return answer()

    for check in hooks.get_hooks("before_serve_page"):
        if isinstance(refused := check(page, request, (), {}), HttpResponse):
            return refused
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        serve = wrap(serve)
    return serve(page, request, (), {})


def _restrictions(rows):
    rows = sorted(rows, key=lambda row: row["id"])
    return [_restriction(list(same)) for _, same in groupby(rows, lambda r: r["id"])]


def _restriction(rows):
    """Of one row for each of its groups."""
    restriction = PageViewRestriction(**{name: rows[0][name] for name in COLUMNS})
    if restriction.restriction_type == PageViewRestriction.GROUPS:
        is_mine = any(row["is_mine"] for row in rows)
        restriction.accept_request = lambda request: (
            is_mine or request.user.is_superuser
        )
    return restriction
