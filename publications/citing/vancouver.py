"""Vancouver, as ICMJE's samples and NLM's "Citing Medicine" have it."""

import re

from publications.citing import months, pages
from publications.citing.people import bare
from publications.citing.text import Text, joined, link, sentences
from publications.citing.work import DRAFT, FORTHCOMING, SUBMITTED, Work

MOST = 6
DEGREES = ("dissertation", "master’s thesis", "bachelor’s thesis")
AMERICAN = "United States patent US"
STAGES = {SUBMITTED: "submitted for publication", DRAFT: "in preparation"}
# The points that NLM leaves out of the short names of journals, not that of "arXiv.org".
POINT = re.compile(r"\.(?!\d|\w{2})")
BRACKETS = {
    "dataset": "dataset",
    "software": "software",
    "webpage": "Internet",
}


def vancouver(work: Work) -> Text:
    doi = f"doi: {work.doi}" if work.doi else ""
    online = work.url and not work.doi
    available = "Available from: " + link(work.url) if online else Text()
    said = sentences(_people(work), _title(work), *_source(work), doi)
    return joined([said, available], " ")


def _people(work):
    if work.has_editors_first:
        return _editors(work)
    names = [bare(each) for each in work.authors]
    if work.type == "patent" and names:
        return f"{', '.join(names)}, inventor{'s' if len(names) > 1 else ''}"
    return _listed(names, work.truncated)


def _listed(names, truncated=False):
    cut = truncated or len(names) > MOST
    return ", ".join([*names[:MOST], *(["et al."] if cut and names else [])])


def _editors(work):
    label = "editor" if len(work.editors) == 1 else "editors"
    names = [bare(each) for each in work.editors]
    return f"{_listed(names)}, {label}" if names else ""


def _title(work):
    bracket = BRACKETS.get(work.type, "")
    if work.type == "thesis":
        bracket = DEGREES[work.degree]
    elif work.is_manuscript:
        bracket = STAGES.get(work.stage, "unpublished")
    return joined([work.marked_title, bracket and f"[{bracket}]"], " ")


def _source(work):
    if work.is_manuscript and work.type != "thesis":
        return [work.year or "[date unknown]"]
    return SOURCES.get(work.type, _published)(work)


def _article(work):
    if not work.is_serial:
        return _chapter(work)
    journal = POINT.sub("", work.venue_short or work.venue)
    if work.stage == FORTHCOMING:
        return [journal, f"Forthcoming {work.year}".strip()]
    where = pages.article_number(work.pages) or pages.shortest(work.pages)
    supplement = pages.as_supplement(work.number, "Suppl")
    issue = f" {supplement}" if supplement else work.number and f"({work.number})"
    when = _year(work)
    if work.volume or issue:
        when += f";{work.volume}{issue}"
    when += f":{where}" if where else ""
    return [journal, when, "Epub ahead of print" if work.ahead and not where else ""]


def _chapter(work):
    """A venue that nobody is named to publish takes the publisher's place."""
    about = [each for each in (work.venue, *_edition_and_volume(work)) if each]
    if work.stage == FORTHCOMING:
        tail = f"Forthcoming {work.year}".strip()
    elif work.publisher or work.place or not about:
        tail = _published_by(work, work.publisher)
    else:
        tail = _published_by(work, about.pop())
    where = work.pages and f"p. {pages.shortest(work.pages)}"
    book = "In: " + sentences(_editors(work), *about, tail) if work.venue else tail
    return [book, where, _series(work)]


def _edition_and_volume(work):
    volume = work.volume and not work.numbered_series and f"Vol. {work.volume}"
    return work.edition and f"{work.edition} ed.", volume


def _series(work):
    return work.numbered_series and f"({work.series}; vol. {work.volume})"


def _published_by(work, publisher):
    """ "St. Louis: Mosby; 2002"."""
    named = ": ".join(filter(None, [work.place, publisher]))
    return "; ".join(filter(None, [named, _year(work)]))


def _published(work):
    version = work.version and f"Version {work.version}"
    by = _published_by(work, ", ".join(work.publishers))
    return [*_edition_and_volume(work), version, by, _series(work)]


def _preprint(work):
    return [f"{work.venue} [Preprint]".strip(), _day(work)]


def _report(work):
    by = _published_by(work, work.venue or work.publisher)
    return [by, work.numbered_report("Report No.:")]


def _talk(work):
    kind = "Poster" if work.is_poster else "Paper"
    parts = filter(None, [work.venue, _day(work), work.place])
    return [f"{kind} presented at: {'; '.join(parts)}"]


def _year(work):
    return work.year or "[date unknown]"


def _day(work):
    day = months.month_first(work.date.start, months.PLAIN)
    return " ".join(filter(None, [_year(work), day]))


SOURCES = {
    "article": _preprint,
    "article-journal": _article,
    "paper-conference": _article,
    "chapter": _chapter,
    "report": _report,
    "patent": lambda work: [work.numbered_patent(AMERICAN), _day(work)],
    "speech": _talk,
}
