"""APA, seventh edition (Publication Manual, chapters 9 and 10)."""

from publications.citing import pages
from publications.citing.months import month_first
from publications.citing.people import short, turned_short
from publications.citing.text import Text, em, joined, link, rich, sentences
from publications.citing.work import DRAFT, FORTHCOMING, SUBMITTED, Work, in_words

MOST, HEAD = 20, 19
BRACKETS = {
    "dataset": "Data set",
    "software": "Computer software",
    "speech": "Conference presentation",
}
DEGREES = ("Doctoral dissertation", "Master’s thesis", "Bachelor’s thesis")
MANUSCRIPTS = {
    SUBMITTED: "Manuscript submitted for publication",
    DRAFT: "Manuscript in preparation",
}
# A day matters where something is said or may change on a day.
WITH_DAY = {"speech", "webpage"}


def apa(work: Work) -> Text:
    date = f"({_date(work)})"
    title = _title(work)
    head = [_people(work), date, title]
    if not head[0]:
        head = [title, date]
    reference = sentences(*head, _source(work), _ahead(work))
    return joined([reference, link(work.url), _taken_back(work)], " ")


def _people(work):
    if work.has_editors_first:
        names = [turned_short(each) for each in work.editors]
        return f"{_listed(names)} ({work.editor_label})"
    names = [turned_short(each) for each in work.authors]
    if work.truncated and names:
        return f"{', '.join(names[:HEAD])}, et al."
    return _listed(names)


def _listed(names):
    if len(names) > MOST:
        return f"{', '.join(names[:HEAD])}, . . . {names[-1]}"
    return in_words(names, "&")


def _date(work):
    if work.stage == FORTHCOMING:
        return "in press"
    day = month_first(work.date.start) if work.type in WITH_DAY else ""
    return ", ".join(filter(None, [work.year, day])) or "n.d."


def _title(work):
    title = rich(work.title) if work.is_part and _container(work) else em(work.title)
    about, bracket = _about(work), _bracket(work)
    return joined([title, about and f"({about})", bracket and f"[{bracket}]"], " ")


def _about(work):
    if work.is_manuscript:
        return ""
    if work.type == "article" and work.arxiv:
        return f"arXiv:{work.arxiv}"
    if work.type == "report":
        return work.numbered_report("Report No.")
    if work.type == "patent" and work.number:
        return work.numbered_patent("U.S. Patent No.", "Patent No.")
    if work.type == "book":
        return _edition_and_volume(work)
    return work.version and f"Version {work.version}"


def _edition_and_volume(work):
    edition = work.edition and f"{work.edition} ed."
    return ", ".join(filter(None, [edition, work.volume and f"Vol. {work.volume}"]))


def _bracket(work):
    if work.type == "thesis":
        return _thesis(work)
    if work.is_manuscript:
        return MANUSCRIPTS.get(work.stage, "Unpublished manuscript")
    if work.type == "speech" and work.is_poster:
        return "Poster presentation"
    return BRACKETS.get(work.type, "")


def _thesis(work):
    degree = DEGREES[work.degree]
    if work.is_manuscript or not work.url:
        return f"Unpublished {degree[0].lower()}{degree[1:]}"
    return ", ".join(filter(None, [degree, work.venue]))


def _source(work):
    if work.type == "thesis":
        return "" if work.url and not work.is_manuscript else work.venue
    if work.is_manuscript:
        return ""
    if work.is_part:
        return _container(work)
    if work.type == "speech":
        return ", ".join(filter(None, [work.venue, work.place]))
    return ". ".join(work.publishers)


def _container(work):
    if not work.venue:
        return ""
    return _serial(work) if work.is_serial else _book(work)


def _serial(work):
    issue = pages.as_supplement(work.number, "Suppl.") or pages.issue(work.number)
    issue = f"({issue})" if issue else ""
    number = pages.article_number(work.pages)
    where = f"Article {number}" if number else pages.with_dashes(work.pages)
    return joined([em(work.venue), em(work.volume) + issue, where])


def _book(work):
    label = "pp." if pages.is_several(work.pages) else "p."
    shown = work.pages and f"{label} {pages.with_dashes(work.pages)}"
    about = ", ".join(filter(None, [_edition_and_volume(work), shown]))
    book = joined([em(work.venue), about and f"({about})"], " ")
    return sentences("In " + joined([_editors(work), book]), work.publisher)


def _editors(work):
    names = in_words(map(short, work.editors), "&", " & ")
    return names and f"{names} ({work.editor_label})"


def _ahead(work):
    ahead = (
        work.ahead and work.is_part and not work.volume and work.stage != FORTHCOMING
    )
    return "Advance online publication" if ahead else ""


def _taken_back(work):
    if work.retracted is not None:
        year = work.retracted
        return f"(Retraction published {year})" if year else "(Retracted)"
    if work.withdrawn is not None:
        year = work.withdrawn
        return f"(Withdrawal published {year})" if year else "(Withdrawn)"
    return ""
