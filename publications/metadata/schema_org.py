"""A paper in the words of schema.org, for search engines: the object of a JSON-LD script."""

from publications.identifiers import url_for
from publications.metadata.cited_work import (
    CitedWork,
    PageRange,
    in_one_line,
    printable,
)

TYPES = {
    "article-journal": "ScholarlyArticle",
    "paper-conference": "ScholarlyArticle",
    "article": "ScholarlyArticle",
    "chapter": "Chapter",
    "book": "Book",
    "thesis": "Thesis",
    "report": "Report",
    "dataset": "Dataset",
    "software": "SoftwareSourceCode",
    "webpage": "WebPage",
}
TAKEN_BACK = {"retraction": "Retracted", "withdrawal": "Withdrawn"}
# Where the venue is whoever brings the work out.
OF_INSTITUTIONS = {"thesis", "report", "book"}


def scholarly_article(paper, known, site, url, pdf_url="", image=""):
    """`known`: the members among the authors, by author id, as `publications.members`
    gives them; `site`: what the paths of their pages are added to."""
    work = CitedWork.of(paper)
    abstract = printable(paper.abstract).strip()
    about = {
        "@context": "https://schema.org",
        "@type": TYPES.get(work.type, "CreativeWork"),
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "name": work.title,
        "headline": work.title,
        "author": [_contributor(each, known, site) for each in paper.authors],
        "editor": [_contributor(each, known, site) for each in paper.editors],
        "datePublished": work.date,
        "dateModified": paper.updated_at.isoformat(timespec="seconds"),
        "isPartOf": _container(work),
        **_pages(work),
        "publisher": _organization(_publisher(work)),
        "abstract": abstract,
        # Without one, Google's search for datasets leaves a dataset out.
        "description": (abstract or work.title) if work.type == "dataset" else "",
        "isbn": work.values_of("isbn") if work.type == "book" else [],
        "keywords": [in_one_line(topic.name) for topic in paper.topics.all()],
        "inLanguage": work.language,
        "award": [in_one_line(a.award) for a in paper.appearances.all() if a.award],
        "creativeWorkStatus": _status(paper),
        "identifier": [_property(*each) for each in work.identifiers],
        "sameAs": work.addresses,
        "image": image,
        "encoding": _file(pdf_url),
    }
    return without_empty(about)


def without_empty(about):
    return {name: value for name, value in about.items() if value not in ("", [], {})}


def person(name, given="", family="", url="", orcid=""):
    """A human being; an ORCID iD is both an identifier and another page of theirs."""
    address = f"https://orcid.org/{orcid}" if orcid else ""
    return without_empty(
        {
            "@type": "Person",
            "name": in_one_line(name),
            "givenName": in_one_line(given),
            "familyName": in_one_line(family),
            "url": url,
            "identifier": address,
            "sameAs": address,
        }
    )


def _contributor(authorship, known, site):
    """Under the name that the paper prints; a member's iD is public with their page."""
    name, member = authorship.name, known.get(authorship.author_id)
    if name.literal:
        return _organization(in_one_line(name.literal))
    if not member or not member.url:
        return person(name.display, name.given, name.family, orcid=authorship.orcid)
    return person(
        name.display,
        name.given,
        name.family,
        f"{site}{member.url}",
        member.orcid or authorship.orcid,
    )


def _container(work):
    if not work.venue or work.type in OF_INSTITUTIONS:
        return {}
    kind = "Book" if work.type in {"paper-conference", "chapter"} else "Periodical"
    numbers = {"issn": work.values_of("issn")} if kind == "Periodical" else {}
    whole = {"@type": kind, "name": work.venue, **numbers}
    if kind == "Periodical" and work.volume:
        whole = {
            "@type": "PublicationVolume",
            "volumeNumber": work.volume,
            "isPartOf": without_empty(whole),
        }
    if kind == "Periodical" and work.number:
        whole = {
            "@type": "PublicationIssue",
            "issueNumber": work.number,
            "isPartOf": without_empty(whole),
        }
    return without_empty(whole)


def _pages(work):
    pages = PageRange.of(work.pages)
    return {
        "pagination": work.pages,
        "pageStart": pages.first,
        "pageEnd": pages.last,
    }


def _publisher(work):
    return work.publisher or (work.venue if work.type in OF_INSTITUTIONS else "")


def _organization(name):
    return {"@type": "Organization", "name": name} if name else {}


def _status(paper):
    for notice in paper.notices.all():
        if notice.kind in TAKEN_BACK:
            return TAKEN_BACK[notice.kind]
    primary = paper.primary
    finished = not primary or primary.status == "published"
    return "" if finished else primary.get_status_display()


def _property(scheme, value):
    return {
        "@type": "PropertyValue",
        "propertyID": scheme,
        "value": value,
        "url": url_for(scheme, value),
    }


def _file(pdf_url):
    if not pdf_url:
        return {}
    return {
        "@type": "MediaObject",
        "contentUrl": pdf_url,
        "encodingFormat": "application/pdf",
    }
