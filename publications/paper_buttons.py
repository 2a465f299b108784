"""The buttons of a paper: what it has, in one order, and only where that leads."""

from dataclasses import dataclass
from html import escape

from portal.web_addresses import web_address
from publications.formats.titled_links import LABELS
from publications.identifiers import url_for

# The same kind stands at the same place in every row; others keep the editor's order.
FIRST_KINDS = ("pdf", "paper", "html", "code", "data", "poster", "slides", "video")
RANKS = {kind: rank for rank, kind in enumerate(FIRST_KINDS)}
# What a button says; the others are called as they are written, in capitals.
SCHEME_NAMES = {
    "arxiv": "arXiv",
    "pmid": "PubMed",
    "pmcid": "PubMed Central",
    "openreview": "OpenReview",
    "acl": "ACL Anthology",
    "handle": "Handle",
}
# They lead to the journal or the volume, not to the paper.
SCHEMES_OF_THE_WHOLE = frozenset({"issn", "isbn"})


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    href: str


def buttons(row):
    """Links by kind, then the identifiers that lead where no link does."""
    links = sorted(row.links, key=lambda link: RANKS.get(link.kind, len(RANKS)))
    found = [
        Button(text_of(link), href) for link in links if (href := address_of(link))
    ]
    linked = {button.href for button in found}
    for each in row.paper.identifiers.all():
        if each.scheme in SCHEMES_OF_THE_WHOLE:
            continue
        url = url_for(each.scheme, each.value)
        if url and url not in linked:
            found.append(Button(scheme_name(each.scheme), url))
    return found


def text_of(link):
    """As `Link.text`, which builds Django's table of kinds anew for each link."""
    return link.label or LABELS.get(link.kind, link.kind)


def address_of(link):
    """Where the link leads; "" for what imports or old data hold that is no address."""
    return web_address(link.url) if link.url else link.document.url


def scheme_name(scheme):
    return SCHEME_NAMES.get(scheme, scheme.upper())


def paper_links(row):
    return "".join(
        f'<a class="pill" href="{escape(button.href)}" dir="auto">{escape(button.text)}</a>'
        for button in buttons(row)
    )
