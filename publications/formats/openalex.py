"""OpenAlex's JSON: one work, or a page of a list of works."""

import re
from collections.abc import Iterator

from publications.formats.json_items import items
from publications.formats.markup import without_markup
from publications.formats.structured import entry_of
from publications.identifiers import normalise
from publications.names import parse_name
from publications.orcid import normalise_orcid
from publications.values import Contributor, Entry, Problem

SIGN = re.compile(r'"id"\s*:\s*"https://openalex\.org/W[0-9]+"')
ARTICLES = {"article", "review", "letter", "editorial", "erratum", "retraction"}
CSL_TYPES = {
    "preprint": "article",
    "book": "book",
    "book-chapter": "chapter",
    "reference-entry": "chapter",
    "dissertation": "thesis",
    "dataset": "dataset",
    "software": "software",
    "report": "report",
    "standard": "report",
}
VENUE_KINDS = {"journal": "journal", "conference": "conference", "book series": "book"}
# "arXiv (Cornell University)": who keeps a repository is no part of its name.
KEEPER = re.compile(r"\s+\([^()]*(?:University|Laborator|Institut)[^()]*\)$")


def read(text: str, file: str) -> Iterator[Entry]:
    for item in items(text, "results"):
        yield entry_of(item, file, "openalex", _fields, _contributors, _problems)


def _fields(work):
    place = work.get("primary_location") or {}
    venue = place.get("source") or {}
    biblio = work.get("biblio") or {}
    pages = [biblio.get("first_page"), biblio.get("last_page")]
    return {
        "title": without_markup(work.get("title") or work.get("display_name") or ""),
        "csl_type": _csl_type(work, venue.get("type")),
        "date": _date(work),
        "venue": KEEPER.sub("", venue.get("display_name") or ""),
        "venue_kind": VENUE_KINDS.get(venue.get("type"), ""),
        "publisher": venue.get("host_organization_name"),
        "volume": biblio.get("volume"),
        "number": biblio.get("issue"),
        "pages": "–".join(dict.fromkeys(filter(None, pages))),
        "abstract": _abstract(work.get("abstract_inverted_index") or {}),
        **_identifiers(work),
        "url": place.get("landing_page_url"),
        "pdf": place.get("pdf_url"),
    }


def _csl_type(work, venue_type):
    kind = work.get("type") or ""
    if work.get("type_crossref") == "proceedings-article" or venue_type == "conference":
        return "paper-conference"
    if kind in ARTICLES:
        return "article" if venue_type == "repository" else "article-journal"
    return CSL_TYPES.get(kind, "document")


def _date(work):
    """The first of January stands for a year of which nothing else is known."""
    date, year = work.get("publication_date") or "", work.get("publication_year")
    return str(year or date[:4]) if not date or date.endswith("-01-01") else date


def _identifiers(work):
    ids = {**(work.get("ids") or {})}
    places = [
        each.get("landing_page_url") or "" for each in work.get("locations") or []
    ]
    arxiv = (normalise("arxiv", place) for place in places)
    return {
        "doi": normalise("doi", work.get("doi") or ids.get("doi") or ""),
        "pmid": normalise("pmid", ids.get("pmid") or ""),
        "pmcid": normalise("pmcid", ids.get("pmcid") or ""),
        "arxiv": next(filter(None, arxiv), ""),
    }


def _abstract(positions):
    """OpenAlex gives each word with the places where it stands."""
    words = {place: word for word, places in positions.items() for place in places}
    return without_markup(" ".join(words[place] for place in sorted(words)))


def _contributors(work):
    people = tuple(map(_contributor, work.get("authorships") or []))
    return people, bool(work.get("is_authors_truncated"))


def _contributor(authorship):
    author = authorship.get("author") or {}
    printed = " ".join((authorship.get("raw_author_name") or "").split())
    return Contributor(
        parse_name(printed or author.get("display_name") or ""),
        orcid=normalise_orcid(author.get("orcid") or ""),
        corresponding=bool(authorship.get("is_corresponding")),
    )


def _problems(work, line):
    if work.get("is_retracted"):
        return (Problem(line, "OpenAlex says that this work has been retracted."),)
    return ()
