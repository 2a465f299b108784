"""MLA, ninth edition: author, title, and one container of elements with commas."""

from publications.citing import months, pages
from publications.citing.people import straight, turned
from publications.citing.text import Text, em, joined, link, quoted, rich, sentences
from publications.citing.work import DRAFT, FORTHCOMING, SUBMITTED, Work

WHOLES = {"book", "report", "dataset", "software", "thesis"}
DEGREES = ("PhD dissertation", "Master’s thesis", "Bachelor’s thesis")
STAGES = {SUBMITTED: "Manuscript submitted for publication", DRAFT: "In preparation"}
# What the last, optional element says where nothing else would tell it.
KINDS = {"dataset": "Data set", "speech": "Conference presentation"}


def mla(work: Work) -> Text:
    title = _title(work)
    if work.is_manuscript and work.type != "thesis":
        said = STAGES.get(work.stage, "Unpublished manuscript")
        parts = [work.year, said] if work.year else [said]
        return sentences(_people(work), title, *parts, link(work.url))
    if work.type == "thesis":
        school = ", ".join(filter(None, [work.venue, DEGREES[work.degree]]))
        source = joined([school, link(work.url)])
        return sentences(_people(work), title, work.year, source)
    container = joined(_elements(work))
    # An element after a full stop begins with a capital: "Vol. 2, 2019".
    container = _capitalised(container)
    kind = "" if work.type != "speech" or not work.is_poster else "Poster presentation"
    last = kind or KINDS.get(work.type, "") or work.numbered_series
    return sentences(_people(work), title, container, last)


def _people(work):
    if work.has_editors_first:
        label = "editor" if len(work.editors) == 1 else "editors"
        return f"{_listed(work.editors)}, {label}"
    return _listed(work.authors, work.truncated)


def _listed(people, truncated=False):
    names = [turned(each) for each in people[:1]]
    if len(people) > 2 or truncated and names:
        return f"{names[0]}, et al."
    return ", and ".join([*names, *(straight(each) for each in people[1:])])


def _title(work):
    if work.type in WHOLES and not work.is_manuscript or work.type == "thesis":
        return em(work.marked_title)
    return rich(quoted(work.marked_title, "."))


def _elements(work):
    """The container's elements in MLA's order, the missing ones empty."""
    in_italics = work.type in {"article", "webpage"} or work.is_part
    venue, publisher = (
        each if each in work.publishers else "" for each in (work.venue, work.publisher)
    )
    return [
        em(venue) if in_italics else "",
        _editors(work),
        work.edition and f"{work.edition} ed.",
        _volume(work),
        _number(work),
        publisher if not work.is_serial else "",
        "" if in_italics or publisher == venue else venue,
        _date(work),
        work.place if work.type == "speech" else "",
        _pages(work),
        link(work.url),
    ]


def _editors(work):
    if work.has_editors_first or not work.editors or work.is_serial:
        return ""
    if len(work.editors) > 2:
        return f"edited by {straight(work.editors[0])} et al."
    return "edited by " + " and ".join(straight(each) for each in work.editors)


def _volume(work):
    if work.version:
        return f"version {work.version}"
    return work.volume and not work.numbered_series and f"vol. {work.volume}"


def _number(work):
    if work.type == "report":
        return work.numbered_report("report")
    if work.type == "patent":
        return work.numbered_patent("US patent", "patent")
    return pages.labelled_issue(work.number, "supplement")


def _date(work):
    if work.stage == FORTHCOMING:
        return "forthcoming"
    start = work.date.start
    if work.type == "article-journal":
        month = months.month_only(start, months.MLA)
    else:
        month = months.day_first(start, months.MLA)
    return f"{month} {work.year}".strip() if work.type not in WHOLES else work.year


def _pages(work):
    if number := pages.article_number(work.pages):
        return f"article {number}"
    label = "pp." if pages.is_several(work.pages) else "p."
    return work.pages and f"{label} {pages.mla(work.pages)}"


def _capitalised(text):
    if not text.runs or text.runs[0][1]:
        return text
    first, kind = text.runs[0]
    return Text(((first[:1].upper() + first[1:], kind), *text.runs[1:]))
