"""Highwire Press tags, as Google Scholar's inclusion guide asks for them.

One tag an author, all of them in their order and without titles or places of work; a
date is a year or a whole day between slashes; the PDF is named only where it lies
beside the page (the guide: in the same subdirectory). Zotero takes the kind of work from
which of the venue's tags is there.
"""

from publications.metadata.cited_work import (
    CitedWork,
    PageRange,
    in_one_line,
    inverted,
)

VENUE_TAGS = {
    "article-journal": "journal_title",
    "paper-conference": "conference_title",
    "chapter": "inbook_title",
    "thesis": "dissertation_institution",
    "report": "technical_report_institution",
}
SCHEMES = (
    ("doi", "doi"),
    ("arxiv", "arxiv_id"),
    ("pmid", "pmid"),
    ("isbn", "isbn"),
    ("issn", "issn"),
)


def highwire(paper, url, pdf_url=""):
    """(name, content) of each tag. `url`: the paper's page; `pdf_url`: the file beside it."""
    work = CitedWork.of(paper)
    return [
        (f"citation_{name}", content)
        for name, content in _pairs(paper, work, url, pdf_url)
        if content
    ]


def _pairs(paper, work, url, pdf_url):
    yield "title", work.title
    yield from (("author", name) for name in _names(paper.authors))
    yield from (("editor", name) for name in _names(paper.editors))
    yield "publication_date", work.highwire_date
    yield from _venue(work)
    yield "volume", work.volume
    yield ("technical_report_number" if work.type == "report" else "issue"), work.number
    pages = PageRange.of(work.pages)
    yield "firstpage", pages.first
    yield "lastpage", pages.last
    yield "publisher", work.publisher
    for scheme, name in SCHEMES:
        yield from ((name, value) for value in work.values_of(scheme))
    yield "language", work.language
    topics = (in_one_line(topic.name) for topic in paper.topics.all())
    yield "keywords", "; ".join(name.replace(";", ",") for name in topics)
    yield "abstract", in_one_line(paper.abstract)
    yield "abstract_html_url", url
    yield "pdf_url", pdf_url


def _venue(work):
    if tag := VENUE_TAGS.get(work.type):
        yield tag, work.venue
    elif not work.publisher:
        yield "publisher", work.venue
    if work.type == "article-journal" and work.acronym != work.venue:
        yield "journal_abbrev", work.acronym


def _names(authorships):
    names = [each.name for each in authorships]
    if len(names) == 1 and not names[0].literal:
        return [_lone(names[0])]
    return [inverted(name) for name in names]


def _lone(name):
    """Zotero splits a lone tag at its comma when both sides have a blank."""
    family, _, given = inverted(name).partition(", ")
    both = " " in family and " " in given
    return in_one_line(name.display) if both else inverted(name)
