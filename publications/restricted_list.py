"""Readers of a list of publications that Wagtail shows to some people only.

They are shown its papers' pages and files too. To everybody else Wagtail says at a paper's
page what it says at the list, whether there is such a paper or not; there are no files.
"""

from django.db.models import Exists
from django.http import Http404

from portal.private_places import in_private_place
from portal.restrictions import guard, serve_guarded, with_restrictions
from publications.models import PublicationIndexPage
from publications.public_list import public_lists


def require_reader(request):
    """404 for whoever may not see the list of publications: its papers are hidden too."""
    if public_lists().exists():
        return
    page = _restricted_list(request)
    if page is None or not _is_let_in(request, page):
        raise Http404("There is no public list of publications.")


def with_standing(papers):
    """Public papers of which each says in `is_shown` whether anybody may see it.

    So what is public costs no query more.
    """
    return papers.public().annotate(is_shown=Exists(public_lists()))


def for_readers(request, answer):
    """What `answer()` gives, for whom Wagtail lets see the list."""
    page = _restricted_list(request)
    if page is None:
        raise Http404("There is no list of publications.")
    return serve_guarded(page, request, answer)


def _restricted_list(request):
    restricted = PublicationIndexPage.objects.live().filter(in_private_place())
    restricted = restricted.exclude(Exists(public_lists()))
    found = with_restrictions(restricted, request.user).first()
    return found and guard(found, found)


def _is_let_in(request, page):
    restrictions = page.get_view_restrictions()
    return all(each.accept_request(request) for each in restrictions)
