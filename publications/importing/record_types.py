"""Which CSL type an entry is, and what kind of venue it came out at."""

import re
from functools import lru_cache

from publications.formats.fields import BIBTEX_TYPES, VENUE_KINDS

CSL_TYPES = {
    **{csl: csl for csl in BIBTEX_TYPES},
    "article-newspaper": "article-journal",
    "article-magazine": "article-journal",
    "manuscript": "article",
    "preprint": "article",
}
# BibTeX and biblatex types, and the words that tables use for them.
TYPE_WORDS = {
    "article": "article-journal",
    "journal-article": "article-journal",
    "journal": "article-journal",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "conference-paper": "paper-conference",
    "workshop": "paper-conference",
    "proceedings-article": "paper-conference",
    "incollection": "chapter",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "book-section": "chapter",
    "book-chapter": "chapter",
    "proceedings": "book",
    "collection": "book",
    "mvbook": "book",
    "booklet": "book",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "mathesis": "thesis",
    "bathesis": "thesis",
    "dissertation": "thesis",
    "techreport": "report",
    "manual": "report",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "web-page": "webpage",
    "presentation": "speech",
    "talk": "speech",
    "other": "document",
    "misc": "document",
    "unpublished": "document",
}
PREPRINT_SERVER = re.compile(
    r"\b(arxiv|corr|biorxiv|medrxiv|chemrxiv|psyarxiv|ssrn|techrxiv|preprints?)\b", re.I
)
WORKSHOP = re.compile(r"\b(workshop|symposium)\b", re.I)
KINDS = (
    "journal",
    "conference",
    "workshop",
    "preprint",
    "book",
    "institution",
    "other",
)
LOOSE_TYPES = {"", "document", "article-journal"}


def record_type(word: str, csl_type: str, venue: str, is_eprint: bool) -> str:
    """The CSL type for an entry's own word; "" when the word is unknown and nothing helps.

    An article "in" arXiv or CoRR is a preprint, whatever the entry calls itself.
    """
    word = word.casefold().strip().replace(" ", "-").replace("_", "-")
    if csl_type in CSL_TYPES:
        return CSL_TYPES[csl_type]
    known = TYPE_WORDS.get(word) or CSL_TYPES.get(word, "")
    on_server = _is_preprint_server(venue) or (is_eprint and not venue)
    if known in LOOSE_TYPES and on_server:
        return "article"
    return known


@lru_cache(maxsize=8192)
def venue_kind(type_: str, venue: str) -> str:
    if not venue:
        return ""
    if _is_preprint_server(venue):
        return "preprint"
    if type_ in {"paper-conference", ""} and WORKSHOP.search(venue):
        return "workshop"
    return VENUE_KINDS.get(type_, "other")


@lru_cache(maxsize=8192)
def _is_preprint_server(venue: str) -> bool:
    return bool(PREPRINT_SERVER.search(venue))
