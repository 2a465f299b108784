"""Readers of a list of publications that Wagtail shows to some people only.

They are shown its papers' pages and files too. To everybody else Wagtail says at a paper's
page what it says at the list, whether there is such a paper or not; there are no files.
"""

from functools import wraps

from django.db.models import Exists
from django.http import Http404
from wagtail import hooks

from portal.private_places import in_private_place
from publications.models import Publication, PublicationIndexPage
from publications.public_list import public_lists, shown_papers


def require_reader(request):
    """404 for whoever may not see the list of publications: its papers are hidden too."""
    if public_lists().exists():
        return
    page = _restricted_list()
    if page is None or not _is_let_in(request, page):
        raise Http404("There is no public list of publications.")


def for_readers(view):
    """Give the view the papers that the reader may see, as `papers`.

    What is public costs no query more: only where the view finds nothing is the list
    looked for.
    """

    @wraps(view)
    def shown(request, **kwargs):
        try:
            return view(request, papers=shown_papers(), **kwargs)
        except Http404:
            page = _restricted_list()
            if page is None:
                raise

        def answer(*args):
            return view(request, papers=Publication.objects.public(), **kwargs)

        return _as_wagtail_serves(page, answer, request)

    return shown


def _restricted_list():
    restricted = PublicationIndexPage.objects.live().filter(in_private_place())
    return restricted.exclude(Exists(public_lists())).first()


def _is_let_in(request, page):
    restrictions = page.get_view_restrictions()
    return all(each.accept_request(request) for each in restrictions)


def _as_wagtail_serves(page, answer, request):
    """The answer, once whoever guards pages lets the request through."""
    for guard in reversed(hooks.get_hooks("on_serve_page")):
        answer = guard(answer)
    return answer(page, request, (), {})
