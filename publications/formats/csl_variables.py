"""What the variables and types of CSL 1.0.2 are called with us."""

from typing import Any

# Types of CSL, and of Crossref's own JSON, that are not ours.
TYPES = {
    "article-magazine": "article-journal",
    "article-newspaper": "article-journal",
    "review": "article-journal",
    "review-book": "article-journal",
    "manuscript": "article",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "classic": "book",
    "collection": "book",
    "periodical": "book",
    "post": "webpage",
    "post-weblog": "webpage",
    "standard": "report",
    **dict.fromkeys(
        ("bill", "broadcast", "event", "figure", "graphic", "hearing", "interview")
        + ("legal_case", "legislation", "map", "motion_picture", "musical_score")
        + ("pamphlet", "performance", "personal_communication", "regulation", "song")
        + ("treaty",),
        "document",
    ),
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "posted-content": "article",
    "dissertation": "thesis",
}
# Our field → CSL variable, where one is the other as it stands.
FIELDS = {
    "title": "title",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "publisher": "publisher",
    "pubstate": "status",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
    "shortjournal": "container-title-short",
    # biblatex's fields that have no place in a record; they are kept with it.
    "address": "publisher-place",
    "edition": "edition",
    "language": "language",
    "series": "collection-title",
    "shorttitle": "title-short",
    "pagetotal": "number-of-pages",
}
# What Zotero's "Extra" holds, line by line.
NOTE_LINES = {
    "citation key": "key",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "arxiv": "arxiv",
    "issn": "issn",
    "isbn": "isbn",
}


class WrongType(Exception):
    """A value that is not what its variable must be; the message is a clause."""

    def __init__(self, name: str, value: Any, right: str) -> None:
        kinds = {
            dict: "an object",
            list: "a list",
            str: "a text",
            bool: "a truth value",
            type(None): "nothing (null)",
        }
        kind = kinds.get(type(value), "a number")
        name = name if name.startswith("an ") else f"“{name}”"
        super().__init__(f"{name} is {kind}; it must be {right}")


def as_text(name: str, value: Any) -> str:
    """A text or number as text. Crossref has a list of one title; its first counts."""
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return "; ".join(value) if name in {"ISBN", "ISSN"} else value[0]
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise WrongType(name, value, "a text")
