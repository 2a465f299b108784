"""COinS: a citation in the title of an empty span, by which Zotero reads a list.

It is OpenURL's key/value form (Z39.88-2004). What Zotero makes of each key was read in
its `openurl.js`: it takes a `+` for a blank even when it is escaped, doubles an author
who is given by `aulast` and by `au` in other initials, and moves `aucorp` to the front.
So every author is an `au`, the family name before a comma; a group has nothing after it.
"""

from functools import lru_cache, partial
from urllib.parse import quote

from publications.metadata.cited_work import CitedWork, inverted
from publications.metadata.zotero_types import ZOTERO_TYPES

BOOK, JOURNAL = "info:ofi/fmt:kev:mtx:book", "info:ofi/fmt:kev:mtx:journal"
DUBLIN_CORE = "info:ofi/fmt:kev:mtx:dc"
# Type of paper: the format, its genre, and the keys of the title and of the venue.
FORMS = {
    "article-journal": (JOURNAL, "article", "atitle", "jtitle"),
    "paper-conference": (BOOK, "proceeding", "atitle", "btitle"),
    "chapter": (BOOK, "bookitem", "atitle", "btitle"),
    "book": (BOOK, "book", "btitle", "series"),
    "report": (BOOK, "report", "btitle", "publisher"),
    "thesis": ("info:ofi/fmt:kev:mtx:dissertation", "", "title", "inst"),
    "patent": ("info:ofi/fmt:kev:mtx:patent", "", "title", "assignee"),
}
# A list is no place for the 3,000 authors of a detector; the paper's own page has them.
MOST_AUTHORS = 200


# Names and places stand in many citations.
_quoted = lru_cache(maxsize=8192)(partial(quote, safe="", errors="replace"))


def coins(paper) -> str:
    """The title of the span, to be escaped as any text. Needs `with_rows()`."""
    work = CitedWork.of(paper)
    return "&".join(
        f"{key}={_quoted(value)}" for key, value in _pairs(paper, work) if value
    )


def _pairs(paper, work):
    form = FORMS.get(work.type)
    format, genre, title, venue = form or (DUBLIN_CORE, "", "title", "source")
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", format
    yield "rft.genre", genre
    if not form:
        yield "rft.type", ZOTERO_TYPES.get(work.type, "document")
    yield f"rft.{title}", work.title
    yield f"rft.{venue}", work.venue
    if format == JOURNAL:
        yield "rft.stitle", work.acronym if work.acronym != work.venue else ""
    for each in paper.authors[:MOST_AUTHORS]:
        name = each.name
        yield "rft.au", inverted(name) + ("," if name.literal else "")
    yield "rft.date", work.date
    yield "rft.volume", work.volume
    yield "rft.issue", work.number
    yield "rft.pages", work.pages
    yield "rft.publisher", work.publisher
    yield from _identifiers(paper, work)
    yield "rft.language", work.language


def _identifiers(paper, work):
    yield "rft_id", f"info:doi/{work.doi}" if work.doi else _address(paper, work)
    for scheme in ("isbn", "issn"):
        yield f"rft.{scheme}", next(iter(work.values_of(scheme)), "")


def _address(paper, work):
    """Where the work is to be had: the list's own page is not its address."""
    links = [each.url for each in paper.links.all() if each.kind in {"paper", "html"}]
    return next((url for url in [*links, *work.addresses] if url), "")
