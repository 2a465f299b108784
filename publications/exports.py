"""Papers as files: BibTeX and CSL-JSON for the web; full JSON for commands.

Only `private` files, the admin's own, have the fields of reference managers: with them
no field is lost between import and export (`interface.md` §3).
"""

import json

from django.http import Http404, HttpResponse

from publications import members
from publications.formats.bibtex_writer import bibtex_key, public_extra, write_bibtex
from publications.formats.csl_json import csl_item
from publications.querysets import batched, next_free
from publications.records import record_of

FORMATS = {
    "bib": ("application/x-bibtex", "bibtex"),
    "json": ("application/vnd.citationstyles.csl+json", "csl-json"),
}
AT_A_TIME = 500


def papers_response(papers, extension, name):
    """The papers as a file to be saved; 404 for a format that we do not write."""
    if extension not in FORMATS:
        raise Http404(f"There is no format “{extension}”.")
    content_type, format = FORMATS[extension]
    response = HttpResponse(
        WRITERS[format](papers.newest_first()),
        content_type=f"{content_type}; charset=utf-8",
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return response


def write_bibtex_file(papers, private=False):
    taken, entries = set(), []
    for paper in _loaded(papers):
        key = next_free(bibtex_key(paper.citation_key, fallback=paper.slug), taken)
        taken.add(key)
        entries.append(write_bibtex(record_of(paper), key, private))
    return "\n".join(entries)


def write_csl_json(papers, private=False):
    """CSL-JSON, which has no place for the fields that `private` is about."""
    items = [csl_item(record_of(paper), paper.slug) for paper in _loaded(papers)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def write_full_json(papers, private=False):
    """Every field that we know, one object a paper (`interface.md` §2)."""
    everything = []
    for chunk in _chunks(papers):
        ids = {each.author_id for paper in chunk for each in paper.authorships.all()}
        known = members.of_authors(ids - {None})
        everything += [_full(paper, known, private) for paper in chunk]
    return json.dumps(everything, ensure_ascii=False, indent=2) + "\n"


WRITERS = {
    "bibtex": write_bibtex_file,
    "csl-json": write_csl_json,
    "json": write_full_json,
}


def _full(paper, known, private):
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
        "links": [
            {"kind": each.kind, "label": each.text, "url": each.href}
            for each in paper.links.all()
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


def _loaded(papers):
    for chunk in _chunks(papers):
        yield from chunk


def _chunks(papers):
    """Lists of at most AT_A_TIME papers with their rows, in the queryset's order."""
    for chunk in batched(papers.values_list("pk", flat=True), AT_A_TIME):
        found = type(papers)(papers.model).with_rows().in_bulk(chunk)
        yield [found[pk] for pk in chunk]
