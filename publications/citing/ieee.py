"""IEEE (Reference Guide, 2023): numbered references, here without their number."""

from publications.citing import months, pages
from publications.citing.people import short
from publications.citing.text import Text, em, ended, joined, quoted, rich
from publications.citing.work import DRAFT, FORTHCOMING, SUBMITTED, Work, in_words

MOST = 6
WHOLES = {"book", "software", "dataset"}
DEGREES = ("Ph.D. dissertation", "M.S. thesis", "B.S. thesis")
STAGES = {
    FORTHCOMING: "to be published",
    SUBMITTED: "submitted for publication",
    DRAFT: "in preparation",
}


def ieee(work: Work) -> Text:
    head = joined([_people(work), _title(work)])
    if work.type in WHOLES and not work.is_manuscript:
        head = ended(head)
    rest = joined([*_where(work), work.doi and f"doi: {work.doi}"])
    reference = joined([head, rest], " ")
    online = work.url and not work.doi and not work.arxiv
    available = f"[Online]. Available: {work.url}" if online else ""
    return joined([ended(reference), available], " ")


def _people(work):
    if work.has_editors_first:
        return f"{_listed(work.editors)}, {work.editor_label}"
    names = [short(each) for each in work.authors]
    if names and (work.truncated or len(names) > MOST):
        shown = names[:1] if len(names) > MOST else names
        return (
            rich(", ".join(shown))
            + ("" if len(shown) < 2 else ",")
            + " "
            + em("et al.")
        )
    return rich(_listed(work.authors))


def _listed(people):
    return in_words(map(short, people), "and", " and ")


def _title(work):
    if work.type in WHOLES and not work.is_manuscript:
        about = [
            work.numbered_series and f"ser. {work.series}",
            work.volume and f"vol. {work.volume}",
            work.edition and f"{work.edition} ed.",
            work.version and f"Version {work.version}",
        ]
        return joined([em(work.marked_title), *about])
    return rich(quoted(work.marked_title, "," if _where(work) or work.doi else "."))


def _where(work):
    """What follows the title, up to the DOI, as parts with commas between."""
    if work.is_manuscript:
        status = STAGES.get(work.stage, "unpublished")
        school = work.venue if work.type == "thesis" else ""
        return [each for each in (school, status, work.year) if each]
    write = WHERE.get(work.type, _other)
    return [each for each in write(work) if each]


def _article(work):
    if not work.is_serial:
        return _in_book(work)
    number = pages.article_number(work.pages)
    return [
        em(work.venue),
        work.volume and f"vol. {work.volume}",
        pages.labelled_issue(work.number, "suppl."),
        "" if number else _pages(work),
        *_when(work),
        number and f"Art. no. {number}",
    ]


def _in_book(work):
    """What is published by somebody begins with a full stop: "Eds. New York: Wiley"."""
    editors = _listed(work.editors)
    book = joined(
        [
            work.venue and "in " + em(work.venue),
            work.numbered_series and f"ser. {work.series}",
            work.volume and f"vol. {work.volume}",
            editors and f"{editors}, {work.editor_label}",
            work.edition and f"{work.edition} ed.",
        ]
    )
    if work.imprint:
        book = joined([ended(book), work.imprint], " ")
    return [book, *_when(work), _pages(work)]


def _preprint(work):
    return [work.year, f"arXiv:{work.arxiv}" if work.arxiv else work.venue]


def _thesis(work):
    return [DEGREES[work.degree], work.venue, work.place, work.year]


def _report(work):
    by = next(iter(work.publishers), "")
    return [by, work.place, work.numbered_report("Rep."), *_when(work)]


def _talk(work):
    at = work.venue and "presented at the " + rich(work.venue)
    return [at or "presented", work.place, *_when(work)]


def _other(work):
    return [work.venue, work.publisher, *_when(work)]


def _pages(work):
    label = "pp." if pages.is_several(work.pages) else "p."
    return work.pages and f"{label} {pages.with_dashes(work.pages)}"


def _when(work):
    if work.stage == FORTHCOMING:
        return [STAGES[FORTHCOMING]]
    early = "early access" if work.ahead and work.is_serial and not work.volume else ""
    month = months.month_first(work.date.start, months.IEEE)
    if work.type == "article-journal":
        month = months.month_only(work.date.start, months.IEEE)
    comma = "," if any(letter.isdigit() for letter in month) else ""
    return [early, f"{month}{comma} {work.year}".strip()]


WHERE = {
    "article-journal": _article,
    "paper-conference": _article,
    "chapter": _in_book,
    "article": _preprint,
    "thesis": _thesis,
    "report": _report,
    "patent": lambda work: [work.numbered_patent("U.S. Patent"), *_when(work)],
    "speech": _talk,
    **dict.fromkeys(WHOLES, lambda work: [work.imprint, work.year]),
}
