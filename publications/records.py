"""Papers as the values that files are read into and written from."""

from publications.formats.titled_links import LABELS
from publications.models import Publication
from publications.querysets import batched
from publications.values import AppearanceRecord, Contributor, LinkRecord, Record
from publications.whole import whole_papers

AT_A_TIME = 500


def record_of(paper):
    """What the rows of a paper say, as a Record. Needs `with_rows()`."""
    return Record(
        key=paper.citation_key,
        type=paper.type,
        title=paper.title,
        abstract=paper.abstract,
        note=paper.note,
        contributors=tuple(_contributor(each) for each in paper.authorships.all()),
        truncated=paper.authors_truncated,
        appearances=tuple(_appearance(each) for each in paper.appearances.all())
        or (AppearanceRecord(),),
        identifiers=tuple(
            (each.scheme, each.value) for each in paper.identifiers.all()
        ),
        links=tuple(_link(each) for each in paper.links.all() if each.url),
        topics=tuple(topic.name for topic in paper.topics.all()),
        visibility=paper.visibility,
        featured=paper.featured,
        extra=paper.extra,
    )


def held_papers(slugs):
    """Papers with all their rows, by slug."""
    papers = Publication.objects.filter(slug__in=slugs).with_rows()
    return {paper.slug: paper for paper in papers}


def loaded(papers):
    """Papers with all their rows, in the order of the queryset or of the ids."""
    for chunk in loaded_in_chunks(papers):
        yield from chunk


def loaded_in_chunks(papers):
    """Lists of at most AT_A_TIME papers; what is deleted meanwhile is left out."""
    ids = papers if isinstance(papers, list) else papers.values_list("pk", flat=True)
    for chunk in batched(ids, AT_A_TIME):
        papers = whole_papers(Publication.objects.filter(pk__in=chunk))
        found = {paper.pk: paper for paper in papers}
        yield [found[pk] for pk in chunk if pk in found]


def _contributor(authorship):
    return Contributor(
        name=authorship.name,
        role=authorship.role,
        equal_group=authorship.equal_group,
        corresponding=authorship.corresponding,
        orcid=authorship.orcid,
        namesake=authorship.namesake,
    )


def _appearance(appearance):
    venue = appearance.venue
    return AppearanceRecord(
        venue=appearance.venue_name,
        venue_short=venue.acronym if venue else "",
        label=appearance.label,
        kind=appearance.kind,
        status=appearance.status,
        presentation=appearance.presentation,
        award=appearance.award,
        date=appearance.date,
        volume=appearance.volume,
        number=appearance.number,
        pages=appearance.pages,
        publisher=appearance.publisher,
        title=appearance.title,
    )


def _link(link):
    label = "" if link.label == LABELS[link.kind] else link.label
    return LinkRecord(kind=link.kind, url=link.url, label=label)
