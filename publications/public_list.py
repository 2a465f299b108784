"""The papers that have a page: none while the list of publications is hidden."""

from django.db.models import Exists
from django.http import Http404
from wagtail.models import Page

from portal.private_places import in_private_place
from publications.models.listed_paper import ListedPaper
from publications.models.publication import Publication


def public_lists():
    """By the name of their model, which shows what this module gives it."""
    lists = Page.objects.filter(publicationindexpage__isnull=False)
    return lists.live().exclude(in_private_place())


def require_list():
    """404 while the list of publications is hidden: its papers are hidden with it."""
    if not public_lists().exists():
        raise Http404("There is no public list of publications.")


def shown_papers():
    """Those papers; the same query asks whether there is a list."""
    return Publication.objects.public().filter(Exists(public_lists()))


def shown_rows():
    """Their stored rows."""
    return public_rows().filter(Exists(public_lists()))


def public_rows():
    """The stored rows for whoever may see the list.

    What has become private is left out, even where somebody forgot to renew it.
    """
    return ListedPaper.objects.filter(publication__visibility="public")
