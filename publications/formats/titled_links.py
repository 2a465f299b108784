"""The field `links`: links with a title, as Markdown writes them.

    [OpenReview](https://openreview.net/forum?id=x) [Fortune](https://fortune.com "press")

The word in quotes is the kind; it is there only where the label does not tell it.
"""

import re
from collections.abc import Iterable

from portal.web_addresses import web_address
from publications.names import fold
from publications.values import LinkRecord

LABELS = {
    "paper": "Paper",
    "pdf": "PDF",
    "html": "HTML",
    "openreview": "OpenReview",
    "code": "Code",
    "data": "Data",
    "poster": "Poster",
    "slides": "Slides",
    "video": "Video",
    "website": "Project Page",
    "blog": "Blog",
    "supplement": "Supplement",
    "press": "Press",
    "bibtex": "BibTeX",
    "venue": "Venue",
    "other": "Link",
}
KINDS = frozenset(LABELS)

# What sites call these links beside the labels above.
SYNONYMS = {
    "article": "paper",
    "publication": "paper",
    "full text": "paper",
    "open review": "openreview",
    "github": "code",
    "source": "code",
    "source code": "code",
    "software": "code",
    "dataset": "data",
    "datasets": "data",
    "presentation": "slides",
    "talk": "video",
    "recording": "video",
    "website": "website",
    "project": "website",
    "project website": "website",
    "homepage": "website",
    "blog post": "blog",
    "supp": "supplement",
    "supplementary": "supplement",
    "supplementary material": "supplement",
    "appendix": "supplement",
    "press release": "press",
    "bib": "bibtex",
    "proceedings": "venue",
    "conference": "venue",
}
KIND_OF = {fold(label): kind for kind, label in LABELS.items()} | SYNONYMS

LINK = re.compile(
    r"\[(?P<label>(?:[^\[\]\\]|\\.){0,500})\]"
    r"\( ?(?P<url>(?:[^ ()]|\([^ ()]*\))*)(?: \"(?P<kind>[^\"]*)\")? ?\)"
)


def kind_of(label: str) -> str:
    """The kind of link that a label stands for: "Project Page" is a website."""
    return KIND_OF.get(fold(label), "other")


def read_links(text: str) -> tuple[tuple[LinkRecord, ...], tuple[str, ...]]:
    """Read the field into links and sentences about what is not a link.

    Only addresses on the web pass: a "javascript:" link would run on our pages.
    """
    links: list[LinkRecord] = []
    problems: list[str] = []
    flat = " ".join(text.split())
    end = 0
    for match in LINK.finditer(flat):
        problems += _stray(flat[end : match.start()]) + _faults(match)
        end = match.end()
        if _is_whole_address(match["url"]):
            label = re.sub(r"\\(.)", r"\1", match["label"])
            kind = match["kind"] if match["kind"] in KINDS else kind_of(label)
            links.append(LinkRecord(kind, match["url"], label))
    return tuple(links), (*problems, *_stray(flat[end:]))


def write_links(links: Iterable[LinkRecord]) -> str:
    """Write links so that `read_links` gives them back.

    A link without a label gets the usual one of its kind.
    """
    return " ".join(map(_write, links))


def _is_whole_address(url: str) -> bool:
    return web_address(url) == url != ""


def _stray(text: str) -> list[str]:
    words = text.strip(" ,;")
    return [f"'{words}' is not a link; write [Label](https://…)."] if words else []


def _faults(link: re.Match[str]) -> list[str]:
    faults = []
    if not _is_whole_address(link["url"]):
        faults.append(
            f"'{link['url']}' is not a web address; it must start with https://."
        )
    if link["kind"] and link["kind"] not in KINDS:
        faults.append(f"'{link['kind']}' is no kind of link; use {', '.join(LABELS)}.")
    return faults


def _write(link: LinkRecord) -> str:
    label = link.label or LABELS.get(link.kind, "Link")
    told = link.kind not in KINDS or link.kind == kind_of(label)
    title = "" if told else f' "{link.kind}"'
    escaped = re.sub(r"([\[\]\\])", r"\\\1", label)
    return f"[{escaped}]({_encode(link.url)}{title})"


def _encode(url: str) -> str:
    """Percent-encode blanks, and parentheses unless each is closed at once."""
    url = re.sub(r"\s", "%20", url.strip())
    if re.fullmatch(r"(?:[^()]|\([^()]*\))*", url):
        return url
    return url.replace("(", "%28").replace(")", "%29")
