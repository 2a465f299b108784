"""Chicago, seventeenth edition, author-date (chapter 15), as the reference list has it.

The eighteenth edition lists six authors at most; this is the seventeenth, with ten.
"""

from publications.citing import months, pages
from publications.citing.people import straight, turned
from publications.citing.text import Text, em, joined, link, quoted, rich, sentences
from publications.citing.work import FORTHCOMING, Work, in_words

MOST, HEAD = 10, 7
WHOLES = {"book", "report", "dataset", "software"}
DEGREES = ("PhD diss.", "Master’s thesis", "Bachelor’s thesis")


def chicago(work: Work) -> Text:
    date = "Forthcoming" if work.stage == FORTHCOMING else work.year or "n.d."
    title = _title(work)
    head = [_people(work), date, title]
    if not head[0]:
        head = [title, date]
    return sentences(*head, *_source(work), link(work.url))


def _people(work):
    if work.has_editors_first:
        label = "ed." if len(work.editors) == 1 else "eds."
        return f"{_listed(work.editors)}, {label}"
    return _listed(work.authors, work.truncated)


def _listed(people, truncated=False):
    """The first one turned round, the others as they are read aloud."""
    names = [turned(each) for each in people[:1]]
    names += [straight(each) for each in people[1:]]
    if names and (truncated or len(names) > MOST):
        return ", ".join([*names[: HEAD if len(names) > MOST else None], "et al."])
    return in_words(names, "and")


def _title(work):
    if work.type in WHOLES and not work.is_manuscript:
        return em(work.marked_title)
    return rich(quoted(work.marked_title, "."))


def _source(work):
    """Sentences between the title and the address."""
    if work.type == "thesis":
        return [", ".join(filter(None, [DEGREES[work.degree], work.venue]))]
    if work.is_manuscript:
        return ["Unpublished manuscript"]
    return SOURCES.get(work.type, lambda each: [each.imprint])(work)


def _part(work):
    if not work.venue:
        return []
    if work.is_serial:
        return [_serial(work)]
    return [_in_book(work), work.numbered_series, work.imprint]


def _serial(work):
    """ "*Journal* 11, no. 1 (May): 1–34", or "*Journal* 11 (1): 1–34" of no month."""
    month = "" if work.stage == FORTHCOMING else months.month_only(work.date.start)
    if work.ahead and not work.volume and not work.pages:
        day = months.month_first(work.date.start)
        return joined([em(work.venue), "ahead of print", day])
    issue = _issue(work, month)
    volume = f" {work.volume}" if work.volume else ""
    number = pages.article_number(work.pages)
    where = number or pages.chicago(work.pages)
    between = ": " if volume or issue else ", "
    return joined([em(work.venue) + volume + issue, where], between)


def _issue(work, month):
    labelled = pages.labelled_issue(work.number, "supp.")
    if labelled.startswith("no") and work.volume and not month:
        return f" ({pages.issue(work.number)})"
    shown = month and (labelled and work.volume or not (work.pages or work.volume))
    return (f", {labelled}" if labelled else "") + (f" ({month})" if shown else "")


def _in_book(work):
    named = in_words(map(straight, work.editors), "and", " and ")
    return joined(
        [
            "In " + em(work.venue),
            work.edition and f"{work.edition} ed.",
            work.volume and not work.numbered_series and f"vol. {work.volume}",
            named and f"edited by {named}",
            pages.chicago(work.pages),
        ]
    )


def _book(work):
    volume = work.numbered_series or work.volume and f"Vol. {work.volume}"
    return [work.edition and f"{work.edition} ed.", volume, work.imprint]


def _preprint(work):
    return [", ".join(filter(None, ["Preprint", work.venue]))]


def _report(work):
    return [work.numbered_report("Report"), work.imprint]


def _thing(work):
    kind = "Data set" if work.type == "dataset" else "Software"
    version = work.version and f"version {work.version}"
    return [", ".join(filter(None, [kind, version])), work.imprint]


def _patent(work):
    issued = months.month_first(work.date.start)
    issued = f"issued {issued}, {work.year}" if issued and work.year else ""
    return [", ".join(filter(None, [work.numbered_patent("US Patent"), issued]))]


def _talk(work):
    kind = "Poster" if work.is_poster else "Paper"
    at = f"{kind} presented at {work.venue}" if work.venue else f"{kind} presented"
    day = months.month_first(work.date.start)
    return [", ".join(filter(None, [at, work.place, day]))]


def _page(work):
    day = months.month_first(work.date.start)
    return [work.imprint, f"{day}, {work.year}" if day and work.year else ""]


SOURCES = {
    "article-journal": _part,
    "paper-conference": _part,
    "chapter": _part,
    "article": _preprint,
    "book": _book,
    "report": _report,
    "dataset": _thing,
    "software": _thing,
    "patent": _patent,
    "speech": _talk,
    "webpage": _page,
}
