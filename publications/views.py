from django.shortcuts import get_object_or_404, render

from publications.exports import papers_response
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
    paper = get_object_or_404(Publication.objects.public(), slug=slug)
    papers = Publication.objects.filter(pk=paper.pk)
    return papers_response(papers, extension, slug)


def listing_file(request, extension):
    """What the list shows, on all of its pages, as a file."""
    return papers_response(Listing(request.GET).papers, extension, "publications")
