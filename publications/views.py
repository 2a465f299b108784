from django.http import Http404
from django.shortcuts import redirect, render

from publications.exports import papers_response
from publications.listing import Listing
from publications.paper.page import PaperPage
from publications.paper.whole import whole_papers
from publications.public_list import require_list, shown_papers
from publications.rows import rows


def publication(request, slug):
    papers = whole_papers(shown_papers().filter(slug=slug))
    if not papers:
        return redirect("publication", _slug_by_now(slug), permanent=True)
    (paper,), (row,) = papers, rows(papers)
    context = {"row": row, "paper": paper, "view": PaperPage(row)}
    return render(request, "publications/publication.html", context)


def publication_file(request, slug, extension):
    papers = shown_papers().filter(slug=slug)
    if not papers.exists():
        slug = _slug_by_now(slug)
        return redirect("publication_file", slug, extension, permanent=True)
    return papers_response(papers, extension, slug)


def _slug_by_now(slug):
    """Where the public paper is that was found at this slug; 404 when there is none."""
    paper = shown_papers().once_at(slug).first()
    if paper is None:
        raise Http404(f"There is no public paper “{slug}”.")
    return paper.slug


def listing_file(request, extension):
    """What the list shows, on all of its pages, as a file."""
    require_list()
    return papers_response(Listing(request.GET).papers, extension, "publications")
