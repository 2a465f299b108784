from django.http import Http404
from django.shortcuts import get_object_or_404, render

from publications.exports import papers_response
from publications.listing import Listing
from publications.models import Publication, PublicationIndexPage
from publications.rows import rows


def publication(request, slug):
    papers = _shown_papers().with_rows()
    paper = get_object_or_404(papers, slug=slug)
    row = rows([paper])[0]
    return render(
        request, "publications/publication.html", {"row": row, "paper": paper}
    )


def publication_file(request, slug, extension):
    paper = get_object_or_404(_shown_papers(), slug=slug)
    papers = Publication.objects.filter(pk=paper.pk)
    return papers_response(papers, extension, slug)


def listing_file(request, extension):
    """What the list shows, on all of its pages, as a file."""
    _require_list()
    return papers_response(Listing(request.GET).papers, extension, "publications")


def _shown_papers():
    _require_list()
    return Publication.objects.public()


def _require_list():
    """404 while the list of publications is hidden: its papers are hidden with it."""
    if not PublicationIndexPage.objects.live().public().exists():
        raise Http404("There is no public list of publications.")
