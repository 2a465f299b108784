"""A paper of academicpages: front matter, and a citation that alone names the authors."""

import html
from collections.abc import Iterator

from portal.imports.yaml_values import Malformed, read_front_matter, text_of
from publications.formats.site_values import date_of, left, titled, unmarked
from publications.formats.table_names import in_citation
from publications.values import Entry, Problem

CATEGORIES = {
    "manuscripts": "article-journal",
    "conferences": "paper-conference",
    "books": "book",
}
TAKEN = {
    *("title", "date", "venue", "excerpt", "paperurl", "slidesurl", "bibtexurl"),
    *("category", "permalink", "collection"),
}


def read(text: str, file: str) -> Iterator[Entry]:
    """One entry, whose key is the last part of its address."""
    try:
        head, _ = read_front_matter(text)
    except Malformed as error:
        yield Entry(file, 1, "academicpages", raw=text, error=str(error))
        return
    said = {name: html.unescape(text_of(head.get(name, ""))) for name in head}
    authors = in_citation(said.get("citation", ""))
    category = said.get("category", "")
    fields = {
        "title": said.get("title", ""),
        "author": authors,
        "date": date_of(said.get("date", "")),
        "venue": unmarked(said.get("venue", "")),
        "abstract": unmarked(said.get("excerpt", "")),
        "type": CATEGORIES.get(category, category),
        "url": said.get("paperurl", ""),
        "slides": said.get("slidesurl", ""),
        "links": titled([("BibTeX", said.get("bibtexurl", ""))]),
        **left(head, TAKEN, "academicpages"),
    }
    problems = () if authors else (Problem(1, _no_authors(said), "citation"),)
    key = said.get("permalink", "").rstrip("/").rpartition("/")[2]
    fields = {name: value for name, value in fields.items() if value}
    yield Entry(
        file, 1, "academicpages", key, fields=fields, raw=text, problems=problems
    )


def _no_authors(said: dict[str, str]) -> str:
    if not said.get("citation"):
        return "There is no citation, which would name the authors."
    return (
        "The citation does not name its authors as “Chang, B. L., & Jackson, O. A. "
        "(2016).” does; add them by hand."
    )
