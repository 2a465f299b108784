from django.http import Http404
from django.shortcuts import get_object_or_404, render

from publications.exports import FORMATS, export_response
from publications.listing import Listing
from publications.models import Publication
from publications.rows import rows


def publication(request, slug):
    papers = Publication.objects.public().with_rows()
    paper = get_object_or_404(papers, slug=slug)
    row = rows([paper])[0]
    return render(
        request, "publications/publication.html", {"row": row, "paper": paper}
    )


def publication_file(request, slug, extension):
    papers = Publication.objects.public().filter(slug=slug)
    return _file(papers, extension, slug, or_404=True)


def listing_file(request, extension):
    """What the list shows, on all of its pages, as a file."""
    return _file(Listing(request.GET).papers, extension, "publications")


def _file(papers, extension, name, or_404=False):
    if extension not in FORMATS or (or_404 and not papers.exists()):
        raise Http404("There is no such file.")
    return export_response(papers, extension, name)
