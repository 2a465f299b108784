"""A Record as the Work that references are written of.

The words of a title keep their capitals: to write it in sentence case, as APA,
Vancouver and IEEE would, one has to know which words are names.
"""

import re

from portal.dates import PartialDate
from portal.web_addresses import web_address
from publications.citing import details, pages
from publications.citing.work import (
    BACHELOR,
    DOCTOR,
    DRAFT,
    FORTHCOMING,
    MASTER,
    OUT,
    SUBMITTED,
    UNPUBLISHED,
    Work,
)
from publications.formulas.text import plain
from publications.identifiers import url_for
from publications.values import AppearanceRecord, Record

STAGES = {
    "accepted": FORTHCOMING,
    "submitted": SUBMITTED,
    "under-review": SUBMITTED,
    "in-preparation": DRAFT,
    "rejected": UNPUBLISHED,
    "withdrawn": UNPUBLISHED,
}
AHEAD = re.compile(r"ahead ?of ?print|advance online|early access|online first", re.I)
ARXIV = re.compile(r"\barxiv\b|\bcorr\b", re.I)
MASTERS = re.compile(
    r"master|magister|diplom|mathesis|\bm\.?\s?(?:sc?|a|phil|eng)\b", re.I
)
BACHELORS = re.compile(r"bachelor|bathesis|\bb\.?\s?(?:sc?|a|eng)\b", re.I)
# Where the text itself is, the best first; a talk's slides are not the talk.
TEXT_LINKS = ("paper", "html", "openreview", "pdf")
THING_LINKS = ("data", "code", "website", *TEXT_LINKS)
VERSIONED = {"dataset", "software"}
THINGS = {"dataset", "software", "webpage"}


def work_of(
    record: Record,
    retracted: PartialDate | None = None,
    withdrawn: PartialDate | None = None,
) -> Work:
    """The dates: when it was, as far as that is known; None for what stands."""
    place = _cited(record)
    found = dict(reversed(record.identifiers))
    stage = STAGES.get(place.status, OUT)
    type_ = _type(record, place, "arxiv" in found)
    if type_ == "article" and (place.kind == "preprint" or "arxiv" in found):
        stage = OUT
    return Work(
        type=type_,
        title=_line(plain(place.title or record.title)),
        authors=_names(record, "author"),
        editors=_names(record, "editor"),
        truncated=record.truncated,
        stage=stage,
        ahead=bool(AHEAD.search(f"{record.extra.get('pubstate', '')} {record.note}")),
        venue=_server(place, found) if type_ == "article" else _line(place.venue),
        venue_short=details.stated(record, "shortjournal"),
        is_serial=_is_serial(type_, place),
        date=place.date,
        volume="" if type_ in VERSIONED else _line(place.volume),
        number=_line(place.number),
        pages=pages.stated(_line(place.pages)) or details.article_number(record),
        publisher="" if place.publisher == place.venue else _line(place.publisher),
        place=details.stated(record, "address", "location"),
        edition=details.edition(record),
        series=details.series(record),
        version=details.version(record) if type_ in VERSIONED else "",
        degree=_degree(record),
        is_poster=place.presentation == "poster",
        doi=found.get("doi", ""),
        arxiv=found.get("arxiv", "") if type_ == "article" else "",
        url=_url(record, type_, found),
        retracted=_year(retracted),
        withdrawn=_year(withdrawn),
    )


def _cited(record) -> AppearanceRecord:
    """The primary place; while it is not out there, the place where it is."""
    primary, *further = record.appearances
    if STAGES.get(primary.status, OUT) <= FORTHCOMING:
        return primary
    out = (each for each in further if STAGES.get(each.status, OUT) == OUT)
    return next(out, primary)


def _type(record, place, has_arxiv):
    """A preprint that is under review somewhere is cited as the preprint that it is."""
    waiting = STAGES.get(place.status, OUT) > FORTHCOMING
    if place.kind == "preprint" or waiting and has_arxiv:
        return "article"
    server = has_arxiv or not waiting and (place.venue or place.publisher)
    return "document" if record.type == "article" and not server else record.type


def _server(place, found):
    """Google Scholar's "arXiv preprint arXiv:2001.00559" and DBLP's "CoRR" are arXiv."""
    elsewhere = place.kind != "preprint" and STAGES.get(place.status, OUT) > FORTHCOMING
    if elsewhere or ARXIV.search(place.venue) or not place.venue and "arxiv" in found:
        return "arXiv"
    return _line(place.venue or place.publisher)


def _is_serial(type_, place):
    """Proceedings that are numbered like a journal are cited like one."""
    numbered = type_ == "paper-conference" and place.volume and place.number
    return type_ == "article-journal" or place.kind == "journal" or bool(numbered)


def _names(record, role):
    return tuple(each.name for each in record.contributors if each.role == role)


def _degree(record):
    """Of a thesis, as BibTeX, CSL and RIS say it."""
    genre = details.stated(record, "type", "csl.genre", "ris.m3")
    if MASTERS.search(genre):
        return MASTER
    return BACHELOR if BACHELORS.search(genre) else DOCTOR


def _url(record, type_, found):
    for scheme in ("doi", "arxiv") if type_ == "article" else ("doi",):
        if scheme in found:
            return url_for(scheme, found[scheme])
    kinds = THING_LINKS if type_ in THINGS else TEXT_LINKS
    links = sorted(
        (link for link in record.links if link.kind in kinds),
        key=lambda link: kinds.index(link.kind),
    )
    return web_address(links[0].url) if links else ""


def _year(date):
    return None if date is None else str(date.year or "")


def _line(text):
    return " ".join(text.split())
