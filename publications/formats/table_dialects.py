"""Who wrote a table of papers, by its columns, and what these columns mean.

Column names are those of `portal.imports.tables`: lower case, "_" for blanks.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from publications.formats.table_names import (
    given_first,
    in_citation,
    initials_last,
    inverted,
    undecided,
)


@dataclass(frozen=True)
class Dialect:
    """`sign` are columns that only this program writes together.

    `fields` go before the synonyms; `ours` are names of publications.csv that mean
    something else here. `names` turns the cell of authors into "Family, Given; …".
    `place` is a column that holds venue, volume and pages at once, and its form.
    """

    name: str = ""
    sign: frozenset[str] = frozenset()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ours: frozenset[str] = frozenset()
    names: Callable[[str], str] = undecided
    place: tuple[str, re.Pattern[str]] | None = None
    types: Mapping[str, str] = field(default_factory=dict)


GENERIC = Dialect()
# What we export ourselves: nothing in it is left to guess.
OWN = Dialect(
    "Coauthor",
    frozenset({"also_at", "visibility", "venue_kind", "venue_title"}),
    names=str,
)
# "Advances in neural information processing systems 36, 7093-7115, 2023"
SCHOLAR_PLACE = re.compile(
    r"(?P<venue>.+?)(?: (?P<volume>\d+))?(?: \((?P<number>[\w-]+)\))?"
    r"(?:, (?P<pages>[\w.-]+-[\w.-]+|\d+))?, (?P<year>\d{4})"
)
# "Cell. 2020 May 28;181(5):1016-1035.e19. doi: …"
PUBMED_PLACE = re.compile(
    r"[^;]*;(?P<volume>\d+)(?:\((?P<number>[^)]+)\))?:(?P<pages>[\w-]+(?:\.\w+)?).*",
    re.S,
)
# "Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014"
EMBASE_PLACE = re.compile(
    r"(?P<venue>.+?) \((?P<year>\d{4})\) (?P<volume>\d+)(?::(?P<number>[\w-]+))?"
    r"(?: \((?P<pages>[\w-]+)\))?.*",
    re.S,
)
PUBMED = {"place": ("citation", PUBMED_PLACE), "names": initials_last}
WOS_TAGGED = {
    "author": ("af", "au"),
    "editor": ("be",),
    "title": ("ti",),
    "year": ("py",),
    "month": ("pd",),
    "venue": ("so",),
    "venue_short": ("j9", "ji"),
    "volume": ("vl",),
    "number": ("is",),
    "article_number": ("ar",),
    "first_page": ("bp",),
    "last_page": ("ep",),
    "publisher": ("pu",),
    "abstract": ("ab",),
    "keywords": ("de",),
    "type": ("dt", "pt"),
    "doi": ("di",),
    "issn": ("sn",),
    "isbn": ("bn",),
    "pmid": ("pm",),
}
OPENALEX = {
    "author": ("authorships.author.display_name",),
    "title": ("display_name",),
    "venue": ("primary_location.source.display_name",),
    "issn": ("primary_location.source.issn_l",),
    "volume": ("biblio.volume",),
    "number": ("biblio.issue",),
    "first_page": ("biblio.first_page",),
    "last_page": ("biblio.last_page",),
    "pdf": ("best_oa_location.pdf_url",),
    "openalex": ("id",),
}
ACADEMICPAGES = {
    "key": ("url_slug",),
    "date": ("pub_date",),
    "abstract": ("excerpt",),
    "url": ("paper_url", "site_url"),
    "type": ("category",),
    "author": ("citation",),
}
# The first whose sign the table has.
DIALECTS = (
    OWN,
    Dialect(
        "Zotero",
        frozenset(
            {"item_type", "publication_title", "abstract_note", "library_catalog"}
        ),
        fields={"number": ("issue", "number"), "note": ()},
        ours=frozenset({"type"}),
        names=inverted,
    ),
    Dialect(
        "Scopus",
        frozenset({"source_title", "eid", "cited_by"}),
        fields={"article_number": ("art._no.",), "note": ()},
        names=initials_last,
    ),
    Dialect(
        "Scopus (Chinese)",
        frozenset({"年份", "來源出版物名稱"}),
        fields={"author": ("作者全名", "作者", "作者關鍵字")},
        names=initials_last,
    ),
    Dialect(
        "Web of Science",
        frozenset({"pt", "au", "ti", "so", "py"}),
        fields=WOS_TAGGED,
        names=inverted,
    ),
    Dialect(
        "Web of Science",
        frozenset({"article_title", "source_title", "author_full_names"}),
        names=inverted,
    ),
    Dialect(
        "OpenAlex",
        frozenset({"authorships.author.display_name", "display_name"}),
        fields=OPENALEX,
        names=given_first,
    ),
    Dialect(
        "Lens",
        frozenset({"lens_id", "author/s"}),
        fields={"note": ()},
        names=given_first,
    ),
    Dialect("PubMed", frozenset({"pmid", "first_author", "journal/book"}), **PUBMED),
    Dialect("PubMed", frozenset({"pmid", "firstauthor", "pmcid"}), **PUBMED),
    Dialect(
        "Embase",
        frozenset({"author_names", "source", "emtree_drug_index_terms"}),
        place=("source", EMBASE_PLACE),
        names=initials_last,
    ),
    Dialect(
        "ORCID",
        frozenset({"put_code", "title", "journal_title"}),
        names=given_first,
    ),
    Dialect(
        "Google Scholar",
        frozenset({"authors", "title", "cited_by", "scholar_id"}),
        place=("venue", SCHOLAR_PLACE),
        names=given_first,
    ),
    Dialect(
        "academicpages",
        frozenset({"pub_date", "title", "citation", "paper_url"}),
        fields=ACADEMICPAGES,
        names=in_citation,
        types={"manuscripts": "article-journal", "conferences": "paper-conference"},
    ),
    Dialect(
        "a lab's table",
        frozenset({"name", "authors", "venue"}),
        fields={"title": ("name",)},
    ),
    Dialect(
        "a lab's table",
        frozenset({"authors", "title", "publication", "paper", "presentation"}),
        fields={"url": ("paper",), "slides": ("presentation",)},
        ours=frozenset({"presentation"}),
    ),
    Dialect(
        "Google Scholar",
        frozenset({"authors", "title", "publication", "volume", "publisher"}),
        names=inverted,
    ),
)


def dialect_of(columns: tuple[str, ...]) -> Dialect:
    """The dialect of a table with these columns; GENERIC when it has no sign."""
    held = set(columns)
    return next((each for each in DIALECTS if each.sign <= held), GENERIC)
