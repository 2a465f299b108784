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
    """By the beginnings of names and of their other spellings, or by ORCID iD.

    "Arik" finds "Arık"; but "Yan" does not find everybody called "Ryan".
    """
    named = Q()
    for word in fold(text).split():
        spelt = AuthorName.objects.filter(_has_word(word), author=OuterRef("pk"))
        named &= _has_word(word) | Exists(spelt)
    orcid = Q(orcid=text.strip().upper()) if text.strip() else Q()
    return authors.filter(named | orcid)


def _has_word(start):
    return Q(key__startswith=start) | Q(key__contains=f" {start}")


def venues_matching(venues, text):
    """By name, acronym, or another spelling."""
    for word in fold(text).split():
        spelt = VenueName.objects.filter(venue=OuterRef("pk"), key__contains=word)
        venues = venues.filter(
            Q(key__contains=word) | Q(acronym__icontains=word) | Exists(spelt)
        )
    return venues
