"""Dublin Core in `<meta>`, for whoever reads neither Highwire tags nor schema.org.

DC.type names Zotero's item type: Zotero believes it where no Highwire tag decides.
"""

from publications.metadata.cited_work import CitedWork, in_one_line
from publications.metadata.zotero_types import ZOTERO_TYPES

SCHEMA = "http://purl.org/dc/elements/1.1/"


def dublin_core(paper, url):
    """(name, content) of each tag."""
    work = CitedWork.of(paper)
    return [
        (f"DC.{name}", content) for name, content in _pairs(paper, work, url) if content
    ]


def _pairs(paper, work, url):
    yield "title", work.title
    yield from (("creator", in_one_line(each.name.display)) for each in paper.authors)
    yield "type", ZOTERO_TYPES.get(work.type, "document")
    yield "date", work.date
    yield "source", work.venue
    yield "publisher", work.publisher
    yield "language", work.language
    yield from (("subject", in_one_line(topic.name)) for topic in paper.topics.all())
    yield "description", in_one_line(paper.abstract)
    yield "identifier", f"doi:{work.doi}" if work.doi else url
