"""What the search fields of the admin find: every word, folded, in any order."""

from django.db.models import Exists, OuterRef, Q

from publications.models import AuthorName, Authorship, VenueName
from publications.names import fold


def papers_matching(papers, text):
    """By title, printed names of the authors, or citation key."""
    for word in fold(text).split():
        printed = Authorship.objects.filter(
            publication=OuterRef("pk"), name_key__contains=word
        )
        papers = papers.filter(
            Q(title_key__contains=word)
            | Q(citation_key__icontains=word)
            | Exists(printed)
        )
    return papers


def authors_matching(authors, text):
    """By name or another spelling of it ("Arik" finds "Arık"), or by ORCID iD."""
    orcid = Q(orcid=text.strip().upper()) if text.strip() else Q()
    named = Q()
    for word in fold(text).split():
        spelt = AuthorName.objects.filter(author=OuterRef("pk"), key__contains=word)
        named &= Q(key__contains=word) | Exists(spelt)
    return authors.filter(named | orcid)


def venues_matching(venues, text):
    """By name, acronym, or another spelling."""
    for word in fold(text).split():
        spelt = VenueName.objects.filter(venue=OuterRef("pk"), key__contains=word)
        venues = venues.filter(
            Q(key__contains=word) | Q(acronym__icontains=word) | Exists(spelt)
        )
    return venues
