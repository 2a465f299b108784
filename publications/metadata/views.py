"""What stands at the addresses that are for machines: a paper's file, card and DOI."""

from django.http import Http404
from django.shortcuts import redirect, render
from wagtail.documents.views.serve import serve

from portal.cards.card import Card
from portal.cards.response import card_response
from publications.feeds import lab_name
from publications.identifiers import normalise
from publications.metadata.hosted_pdf import hosted_pdf
from publications.public_links import public_links
from publications.public_list import shown_papers
from publications.whole import whole_papers

MOST_NAMES = 12


def paper_pdf(request, slug):
    paper = _whole_paper(slug)
    document = hosted_pdf(public_links([paper])[paper.pk])
    if document is None:
        raise Http404("This paper has no public PDF here.")
    return serve(request, document.pk, document.filename)


def paper_card(request, slug):
    paper = _whole_paper(slug)
    primary = paper.primary
    venue = [primary.badge or primary.venue_name, primary.date.year] if primary else []
    names = [each.printed_name for each in paper.authors]
    line = ", ".join(names[:MOST_NAMES])
    card = Card(
        title=paper.title,
        eyebrow=" · ".join(str(part) for part in venue if part),
        line=f"{line}, …" if len(names) > MOST_NAMES else line,
        site=lab_name(request),
    )
    return card_response(request, card)


def _whole_paper(slug):
    if found := whole_papers(shown_papers().filter(slug=slug)):
        return found[0]
    raise Http404("There is no such public paper.")


def doi(request, doi):
    """Where a DOI leads here. The abstracts of one supplement share theirs."""
    value = normalise("doi", doi.replace("\x00", "").rstrip("/"))
    with_it = shown_papers().filter(identifiers__scheme="doi", identifiers__value=value)
    papers = list(with_it.distinct().newest_first()) if value else []
    if not papers:
        raise Http404("No public paper here has this DOI.")
    if len(papers) == 1:
        return redirect(papers[0])
    return render(request, "publications/doi.html", {"doi": value, "papers": papers})
