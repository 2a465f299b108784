"""Every field that we know of papers, as JSON for scripts (`interface.md` §2)."""

import json

from publications import members
from publications.formats.record_fields import public_extra
from publications.public_links import public_links
from publications.records import loaded_in_chunks


def write_full_json(papers, private=False):
    """One object a paper."""
    everything = []
    for chunk in loaded_in_chunks(papers):
        everything += full_objects(chunk, private)
    return json.dumps(everything, ensure_ascii=False, indent=2) + "\n"


def full_objects(papers, private=False):
    """The same for papers that are loaded `with_rows()`, as the API gives them too."""
    ids = {each.author_id for paper in papers for each in paper.authorships.all()}
    known = members.of_authors(ids - {None})
    if private:
        links = {paper.pk: paper.links.all() for paper in papers}
    else:
        links = public_links(papers)
    return [_full(paper, known, links[paper.pk], private) for paper in papers]


def _full(paper, known, links, private):
    primary = paper.primary
    return {
        "slug": paper.slug,
        "key": paper.citation_key,
        "type": paper.type,
        "title": paper.title,
        "year": primary.date.year if primary else None,
        "month": getattr(primary and primary.date.start, "month", None),
        "status": primary.status if primary else "",
        "visibility": paper.visibility,
        "doi": paper.doi,
        "arxiv": paper.identifier("arxiv"),
        "venue": primary.venue_name if primary else "",
        "identifiers": {each.scheme: each.value for each in paper.identifiers.all()},
        "authors": [_person(each, known) for each in paper.authors],
        "editors": [_person(each, known) for each in paper.editors],
        "authors_truncated": paper.authors_truncated,
        "appearances": [_appearance(each) for each in paper.appearances.all()],
        "notices": [_notice(each) for each in paper.notices.all()],
        "links": [
            {"kind": each.kind, "label": each.text, "url": each.href} for each in links
        ],
        "topics": [topic.name for topic in paper.topics.all()],
        "abstract": paper.abstract,
        "note": paper.note,
        "featured": paper.featured,
        "extra": paper.extra if private else public_extra(paper.extra),
    }


def _person(authorship, known):
    member = known.get(authorship.author_id)
    is_public = bool(member and member.url)
    return {
        "name": member.name if is_public else authorship.printed_name,
        "printed": authorship.printed_name,
        "person": member.slug if is_public else None,
        "equal_contribution": bool(authorship.equal_group),
        "corresponding": authorship.corresponding,
    }


def _notice(notice):
    return {
        "kind": notice.kind,
        "date": notice.date.iso or notice.date.text,
        "doi": notice.doi,
        "url": notice.url,
        "text": notice.text,
    }


def _appearance(appearance):
    return {
        "venue": appearance.venue_name,
        "venue_short": appearance.venue.acronym if appearance.venue else "",
        "label": appearance.label,
        "kind": appearance.kind,
        "status": appearance.status,
        "presentation": appearance.presentation,
        "award": appearance.award,
        "date": appearance.date.iso or appearance.date.text,
        "volume": appearance.volume,
        "number": appearance.number,
        "pages": appearance.pages,
        "publisher": appearance.publisher,
        "title": appearance.title,
    }
