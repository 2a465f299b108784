"""The kinds of identifiers: how each is written, and where it leads."""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote

from publications.isbn import isbn13, issn

TRAILING = ".,;:'\"”’>"


class Scheme(NamedTuple):
    """How one kind of identifier is named, written and linked.

    `patterns` each match a whole text in any of its spellings; group 1 is the value.
    """

    name: str
    example: str
    url: str
    patterns: tuple[str, ...]
    finish: Callable[[str], str] = str


def _doi(value: str) -> str:
    value = unquote(value).lower().rstrip(TRAILING)
    while value and value[-1] in ")]}" and not _balanced(value):
        value = value[:-1].rstrip(TRAILING)
    return value if re.fullmatch(DOI, value) else ""


def _balanced(value: str) -> bool:
    return all(value.count(a) >= value.count(b) for a, b in ("()", "[]", "{}"))


def _arxiv(value: str) -> str:
    archive, slash, number = value.lower().rpartition("/")
    # math.GT/0309136 and math/0309136 are one paper: the class is not part of the id.
    return archive.partition(".")[0] + slash + number


def _acl(value: str) -> str:
    return value.upper() if value[0].isalpha() else value.lower()


DOI = r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+"
ARXIV = r"([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]+)?"
WEB = r"(?:https?://)?(?:www\.)?"

SCHEMES = {
    "doi": Scheme(
        "a DOI",
        "10.1000/xyz123",
        "https://doi.org/{}",
        (
            rf"(?:doi:?\s*)?({DOI})",
            rf"{WEB}(?:dx\.)?doi\.org/(?:doi:)?({DOI})",
            rf"(?:doi:?\s*){WEB}(?:dx\.)?doi\.org/({DOI})",
        ),
        _doi,
    ),
    "arxiv": Scheme(
        "an arXiv identifier",
        "1706.03762 or hep-th/9901001",
        "https://arxiv.org/abs/{}",
        (
            rf"(?:arxiv:?\s*)?{ARXIV}(?:\s*\[[\w.-]+\])?",
            rf"{WEB}(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html|format)/{ARXIV}(?:\.pdf)?/?",
            rf"(?:{WEB}(?:dx\.)?doi\.org/|doi:)?10\.48550/arxiv\.{ARXIV}",
        ),
        _arxiv,
    ),
    "pmid": Scheme(
        "a PubMed identifier",
        "25741868",
        "https://pubmed.ncbi.nlm.nih.gov/{}/",
        (
            r"(?:pmid:?\s*)?0*([1-9][0-9]{0,8})",
            rf"{WEB}pubmed\.ncbi\.nlm\.nih\.gov/0*([1-9][0-9]{{0,8}})/?",
            rf"{WEB}ncbi\.nlm\.nih\.gov/pubmed/0*([1-9][0-9]{{0,8}})/?",
        ),
    ),
    "pmcid": Scheme(
        "a PubMed Central identifier",
        "PMC4544753",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
        (
            r"(?:pmcid:?\s*)?(pmc[1-9][0-9]{0,8})(?:\.[0-9]+)?",
            rf"{WEB}ncbi\.nlm\.nih\.gov/pmc/articles/(pmc[1-9][0-9]{{0,8}})(?:/.*)?",
            rf"{WEB}pmc\.ncbi\.nlm\.nih\.gov/articles/(pmc[1-9][0-9]{{0,8}})(?:/.*)?",
        ),
        str.upper,
    ),
    "isbn": Scheme(
        "an ISBN",
        "978-0-262-03384-8, and its last character checks the others",
        "https://openlibrary.org/isbn/{}",
        (r"(?:isbn(?:-1[03])?:?\s*)?([0-9][0-9x\s‐‑–-]{8,20})",),
        isbn13,
    ),
    "issn": Scheme(
        "an ISSN",
        "2049-3630, and its last character checks the others",
        "https://portal.issn.org/resource/ISSN/{}",
        (r"(?:e?issn:?\s*)?([0-9]{4}[‐‑–-]?[0-9]{3}[0-9x])",),
        issn,
    ),
    "openreview": Scheme(
        "an OpenReview identifier",
        "rJl0r3R9KX",
        "https://openreview.net/forum?id={}",
        (
            r"(?:openreview:\s*)?([\w-]{8,14})",
            rf"{WEB}openreview\.net/(?:forum|pdf|attachment)\?(?:.*&)?id=([\w-]{{8,14}})(?:[&#].*)?",
        ),
    ),
    "acl": Scheme(
        "an ACL Anthology identifier",
        "2020.acl-main.1 or P19-1001",
        "https://aclanthology.org/{}/",
        (
            r"([0-9]{4}\.[a-z0-9_]+-[a-z0-9]+\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4})",
            rf"{WEB}(?:aclanthology\.org|aclweb\.org/anthology)/"
            r"([0-9]{4}\.[a-z0-9_]+-[a-z0-9]+\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4})"
            r"(?:v[0-9]+)?(?:\.pdf|\.bib)?/?",
        ),
        _acl,
    ),
    "hal": Scheme(
        "a HAL identifier",
        "hal-01234567",
        "https://hal.science/{}",
        (
            r"([a-z]+-[0-9]{8})(?:v[0-9]+)?",
            rf"{WEB}(?:[a-z-]+\.)?hal\.science/([a-z]+-[0-9]{{8}})(?:v[0-9]+)?(?:/.*)?",
            rf"{WEB}(?:[a-z-]+\.)?archives-ouvertes\.fr/([a-z]+-[0-9]{{8}})(?:v[0-9]+)?(?:/.*)?",
        ),
        str.lower,
    ),
    "dblp": Scheme(
        "a DBLP key",
        "conf/nips/VaswaniSPUJGKP17",
        "https://dblp.org/rec/{}",
        (
            r"(?:dblp:)?((?:conf|journals|books|phd|reference|series)/[\w-]+/[\w.+-]+)",
            rf"{WEB}(?:dblp\.org|dblp\.uni-trier\.de)/rec/(?:html/|bibtex/)?"
            r"((?:conf|journals|books|phd|reference|series)/[\w-]+/[\w+-]+(?:\.[\w+-]+)*?)(?:\.html|\.bib)?",
        ),
    ),
    "handle": Scheme(
        "a handle",
        "2027.42/12345",
        "https://hdl.handle.net/{}",
        (
            r"(?:hdl:)?([0-9][0-9.]*/[^\s/]\S*)",
            rf"{WEB}hdl\.handle\.net/([0-9][0-9.]*/[^\s/]\S*)",
        ),
    ),
    "ads": Scheme(
        "an ADS bibcode",
        "2016PhRvL.116f1102A",
        "https://ui.adsabs.harvard.edu/abs/{}",
        (
            r"([0-9]{4}[A-Za-z][\w.&]{13}[A-Z.])",
            rf"{WEB}(?:ui\.)?adsabs\.harvard\.edu/(?:abs/|#abs/)([0-9]{{4}}[A-Za-z][\w.&%]{{13,17}}[A-Z.])(?:/.*)?",
        ),
        unquote,
    ),
    "inspire": Scheme(
        "an INSPIRE record number",
        "1419999",
        "https://inspirehep.net/literature/{}",
        (
            r"(?:inspire:\s*)?([1-9][0-9]{0,8})",
            rf"{WEB}(?:inspirehep\.net)/(?:literature|record)/([1-9][0-9]{{0,8}})/?",
        ),
    ),
}
