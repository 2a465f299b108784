"""ORCID's JSON of works (API v3.0): details by put-code, one work, or the list of all."""

import re
from collections.abc import Iterator
from itertools import takewhile

from publications.formats import bibtex
from publications.formats.bibtex_names import read_names
from publications.formats.json_items import items
from publications.formats.latex import decode
from publications.formats.markup import without_markup
from publications.formats.structured import entry_of
from publications.identifiers import normalise
from publications.names import parse_name
from publications.orcid import normalise_orcid
from publications.values import Contributor, Entry

SIGN = re.compile(r'"put-code"\s*:')
CSL_TYPES = {
    "journal-article": "article-journal",
    "magazine-article": "article-journal",
    "newspaper-article": "article-journal",
    "review": "article-journal",
    "conference-paper": "paper-conference",
    "conference-proceedings": "paper-conference",
    "conference-abstract": "paper-conference",
    "conference-poster": "speech",
    "conference-presentation": "speech",
    "lecture-speech": "speech",
    "book": "book",
    "edited-book": "book",
    "book-chapter": "chapter",
    "encyclopedia-entry": "chapter",
    "dictionary-entry": "chapter",
    "dissertation": "thesis",
    "dissertation-thesis": "thesis",
    "supervised-student-publication": "thesis",
    "preprint": "article",
    "working-paper": "article",
    "report": "report",
    "technical-standard": "report",
    "data-set": "dataset",
    "software": "software",
    "patent": "patent",
    "website": "webpage",
    "online-resource": "webpage",
}
# Identifiers of the work itself; "part-of" is the journal's or the book's.
OWN = {"self", "version-of", None}
SCHEMES = {
    "doi": "doi",
    "arxiv": "arxiv",
    "pmid": "pmid",
    "pmc": "pmcid",
    "isbn": "isbn",
}


def read(text: str, file: str) -> Iterator[Entry]:
    for item in items(text, "bulk", "group"):
        yield entry_of(item, file, "orcid", _fields, _contributors)


def preferred_summaries(answer: dict) -> list[dict]:
    """Of each work in a list of works the version that its owner prefers."""
    return [_preferred(group["work-summary"]) for group in answer.get("group") or []]


def _preferred(versions):
    return max(versions, key=lambda each: int(each.get("display-index") or 0))


def identifiers_of(work: dict) -> dict[str, str]:
    """The work's own identifiers in canonical form, one of each scheme."""
    found = {}
    for each in (work.get("external-ids") or {}).get("external-id") or []:
        scheme = SCHEMES.get((each.get("external-id-type") or "").lower())
        if scheme and each.get("external-id-relationship") in OWN:
            value = normalise(scheme, each.get("external-id-value") or "")
            if value:
                found.setdefault(scheme, value)
    return found


def _work(value):
    """The work in an item of a list of details, of works, or by itself."""
    if "error" in value and "work" not in value:
        raise ValueError(value["error"].get("developer-message") or "it is not public")
    if "work-summary" in value:
        return _preferred(value["work-summary"])
    return value.get("work") or value


def _fields(value):
    work = _work(value)
    title = work.get("title") or {}
    return {
        **_cited(work),
        "title": without_markup(_text(title.get("title"))),
        "subtitle": without_markup(_text(title.get("subtitle"))),
        "csl_type": CSL_TYPES.get(work.get("type"), "document"),
        "date": _date(work.get("publication-date") or {}),
        "venue": without_markup(_text(work.get("journal-title"))),
        "abstract": without_markup(work.get("short-description") or ""),
        **identifiers_of(work),
        "url": _text(work.get("url")),
    }


def _cited(work):
    """What only the BibTeX that some records hold says: volume, number and pages."""
    cited = _citation(work)
    return {
        name: decode(cited.fields.get(name, ""))
        for name in ("volume", "number", "pages", "publisher")
    }


def _citation(work):
    citation = work.get("citation") or {}
    found = []
    if (citation.get("citation-type") or "").lower() == "bibtex":
        found = bibtex.read(citation.get("citation-value") or "", "")
    return next((each for each in found if not each.error), Entry("", 0, ""))


def _date(parts):
    values = [_text(parts.get(part)) for part in ("year", "month", "day")]
    return "-".join(takewhile(bool, values))


def _text(part):
    return (part or {}).get("value") or ""


def _contributors(value):
    work = _work(value)
    listed = (work.get("contributors") or {}).get("contributor") or []
    people = tuple(
        _contributor(each) for each in listed if _text(each.get("credit-name"))
    )
    if people:
        return people, False
    cited = read_names(_citation(work).fields.get("author", ""), decode)
    return tuple(Contributor(each.name) for each in cited.names), cited.truncated


def _contributor(contributor):
    about = contributor.get("contributor-attributes") or {}
    orcid = (contributor.get("contributor-orcid") or {}).get("path") or ""
    return Contributor(
        parse_name(_text(contributor.get("credit-name"))),
        role="editor" if about.get("contributor-role") == "editor" else "author",
        orcid=normalise_orcid(orcid),
    )
