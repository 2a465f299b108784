"""What the site holds, as the stages of an import need it; read once a run."""

from collections import defaultdict

from publications import members
from publications.importing.match import Work, WorkIndex
from publications.importing.match_names import Known, NameIndex
from publications.likeness import title_key, title_words
from publications.models import (
    Appearance,
    Author,
    AuthorName,
    Authorship,
    Decision,
    Identifier,
    Publication,
)
from publications.names import fold


def load_works():
    """An index of every work, public or not."""
    families, venues, identifiers = _families(), _venues(), _identifiers()
    primary = Appearance.objects.filter(position=0)
    primary = {
        pk: (date.year, pages)
        for pk, date, pages in primary.values_list("publication_id", "date", "pages")
    }
    index = WorkIndex(decided=_decided_works())
    rows = Publication.objects.values_list(
        "pk", "slug", "title", "imported__said__title", "citation_key"
    )
    for pk, slug, title, stated_title, key in rows.iterator(chunk_size=2000):
        year, pages = primary.get(pk, (None, ""))
        index.add(
            Work(
                slug=slug,
                title=title,
                stated_title=stated_title or "",
                key=key,
                year=year,
                pages=pages,
                words=title_words(title),
                families=frozenset(families[pk]),
                venues=frozenset(venues[pk]),
                identifiers=frozenset(identifiers[pk]),
            )
        )
    return index


def load_names():
    """Every author whom the site knows, with members' coauthors and the decisions."""
    pages = {member.author_id: member.slug for member in members.everyone()}
    other_keys = defaultdict(set)
    for author_id, key in AuthorName.objects.values_list("author_id", "key"):
        other_keys[author_id].add(key)
    known = [
        Known(
            author.pk,
            author.name,
            frozenset(other_keys[author.pk]),
            author.orcid,
            pages.get(author.pk, ""),
        )
        for author in Author.objects.order_by("pk").iterator(chunk_size=2000)
    ]
    verdicts = Decision.objects.filter(author__isnull=False)
    verdicts = list(verdicts.values_list("name_key", "author_id", "same"))
    return NameIndex(
        known,
        decided={key: author_id for key, author_id, same in verdicts if same},
        excluded={(key, author_id) for key, author_id, same in verdicts if not same},
        coauthors=_coauthors(pages),
    )


def _families():
    families = defaultdict(set)
    authorships = Authorship.objects.filter(role="author")
    rows = authorships.values_list("publication_id", "family_name", "printed_name")
    for pk, family, printed in rows.iterator(chunk_size=5000):
        families[pk].add(fold(family or printed))
    return families


def _venues():
    venues = defaultdict(set)
    rows = Appearance.objects.values_list(
        "publication_id", "venue__name", "venue_printed"
    )
    for pk, name, printed in rows.iterator(chunk_size=5000):
        venues[pk] |= {title_key(each) for each in (name, printed) if each}
    return venues


def _identifiers():
    identifiers = defaultdict(set)
    for pk, scheme, value in Identifier.objects.values_list(
        "publication_id", "scheme", "value"
    ):
        identifiers[pk].add((scheme, value))
    return identifiers


def _coauthors(pages):
    """For each member the ids of all who stand beside them on a paper."""
    theirs = defaultdict(set)
    rows = Authorship.objects.filter(author__in=pages)
    for author_id, paper in rows.values_list("author_id", "publication_id"):
        theirs[paper].add(author_id)
    coauthors = defaultdict(set)
    members_papers = rows.values("publication")
    beside = Authorship.objects.filter(
        publication__in=members_papers, author__isnull=False
    )
    for paper, author_id in beside.values_list("publication_id", "author_id"):
        for member in theirs[paper] - {author_id}:
            coauthors[member].add(author_id)
    return coauthors


def _decided_works():
    rows = Decision.objects.filter(publication__isnull=False)
    return {
        (key, slug): same
        for key, slug, same in rows.values_list("work_key", "publication__slug", "same")
    }
