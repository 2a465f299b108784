"""What the admin's lists show of papers and authors, and what their exports hold."""

from django.urls import reverse
from django.utils.html import format_html
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

SHOWN_AUTHORS = 3


class PaperTitleColumn(TitleColumn):
    """The title, marked where the paper is private or not published yet."""

    cell_template_name = "admin/paper_title_cell.html"


def short_authors(paper):
    """ "Given Family, Given Family, Given Family and 9 more"."""
    names = _names(paper)
    rest = len(names) - SHOWN_AUTHORS
    if rest > 1:
        return f"{', '.join(names[:SHOWN_AUTHORS])} and {rest} more"
    return ", ".join(names)


def all_authors(paper):
    return "; ".join(_names(paper))


def year(paper):
    return paper.primary.date.year if paper.primary else None


def badge(paper):
    """What stands for the venue: the printed label, else its acronym or name."""
    first = paper.primary
    if first is None:
        return ""
    return first.label or (
        first.venue.short_name if first.venue else first.venue_printed
    )


def status(paper):
    return paper.primary.get_status_display() if paper.primary else ""


def member_link(author):
    """The name on the author's page, leading to where that page is edited."""
    if not author.member_page:
        return ""
    url = reverse("wagtailadmin_pages:edit", args=[author.member_page])
    return format_html('<a href="{}">{}</a>', url, author.member)


def _names(paper):
    return [each.printed_name for each in paper.authors or paper.editors]


PAPER_COLUMNS = [
    Column("authors", label="Authors", accessor=short_authors),
    Column("year", label="Year", accessor=year, sort_key="first_appearance__date"),
    Column("venue", label="Venue", accessor=badge),
    Column("type", label="Type", accessor="get_type_display", sort_key="type"),
    StatusTagColumn(
        "visibility",
        label="Visibility",
        accessor="get_visibility_display",
        sort_key="visibility",
        primary=lambda paper: paper.is_public,
    ),
    Column(
        "undecided",
        label="Undecided names",
        accessor=lambda paper: paper.undecided or "",
        sort_key="undecided",
    ),
]

# Heading of the exported column → what stands in it.
PAPER_EXPORT = {
    "Key": lambda paper: paper.citation_key,
    "Title": lambda paper: paper.title,
    "Authors": all_authors,
    "Year": year,
    "Venue": lambda paper: paper.primary.venue_name if paper.primary else "",
    "Badge": badge,
    "Type": lambda paper: paper.get_type_display(),
    "Status": status,
    "Visibility": lambda paper: paper.visibility,
    "Featured": lambda paper: "yes" if paper.featured else "",
    "DOI": lambda paper: paper.doi,
    "Undecided names": lambda paper: paper.undecided,
    "Page": lambda paper: paper.get_absolute_url() if paper.is_public else "",
}
