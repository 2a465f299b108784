from django.http import Http404
from django.shortcuts import redirect, render

from publications.exports import papers_response
from publications.listing import Listing
from publications.models import Publication
from publications.paper.page import PaperPage, with_ties
from publications.restricted_list import (
    for_readers,
    require_reader,
    with_standing,
)
from publications.rows import rows
from publications.whole import whole_papers


def publication(request, slug):
    papers = with_standing(Publication.objects.now_or_once_at(slug))
    found = whole_papers(with_ties(papers.select_related("thumbnail")))
    found.sort(key=lambda paper: paper.slug != slug)

    def answer():
        return _page_of(request, found[:1], slug)

    is_shown = found and found[0].is_shown
    return answer() if is_shown else for_readers(request, answer)


def _page_of(request, found, slug):
    if not found:
        raise Http404(f"There is no public paper “{slug}”.")
    (paper,) = found
    if paper.slug != slug:
        return redirect("publication", paper.slug, permanent=True)
    (row,) = rows(found)
    context = {"row": row, "paper": paper, "view": PaperPage(row)}
    return render(request, "publications/publication.html", context)


def publication_file(request, slug, extension):
    require_reader(request)
    papers = Publication.objects.public()
    found = papers.filter(slug=slug)
    if not found.exists():
        slug = _slug_by_now(papers, slug)
        return redirect("publication_file", slug, extension, permanent=True)
    return papers_response(found, extension, slug)


def _slug_by_now(papers, slug):
    """Where the paper is that was found at this slug; 404 when there is none."""
    paper = papers.once_at(slug).first()
    if paper is None:
        raise Http404(f"There is no public paper “{slug}”.")
    return paper.slug


def listing_file(request, extension):
    """What the list shows, on all of its pages, as a file."""
    require_reader(request)
    return papers_response(Listing(request.GET).papers, extension, "publications")
