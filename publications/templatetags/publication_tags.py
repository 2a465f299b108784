from django import template
from django.utils.safestring import mark_safe

from publications import author_lines, paper_buttons, venue_lines
from publications.exports import FORMATS
from publications.formats.bibtex_writer import bibtex_key, write_bibtex
from publications.formulas import text as formulas
from publications.listed import index
from publications.listed.shown import rows_of
from publications.records import record_of
from publications.rows import meanings

register = template.Library()
register.filter(meanings)

FILE_NAMES = {
    "bib": "BibTeX",
    "biblatex": "biblatex",
    "ris": "RIS",
    "json": "CSL-JSON",
    "csv": "CSV",
    "xlsx": "Excel",
}
SHOWN_AS_FEATURED = 6


@register.simple_tag
def papers_of_home(number):
    """The featured papers, and as many of the newest; both in one query."""
    listing = index.current()
    featured = listing.featured().ids(0, SHOWN_AS_FEATURED)
    latest = listing.select({}).ids(0, number)
    rows = {row[0]: row for row in rows_of({*featured, *latest})}
    return {"featured": _list(rows, featured), "latest": _list(rows, latest)}


def _list(rows, ids):
    """The items of a list and the marks in them; {} where there is no paper."""
    rows = [rows[pk] for pk in ids if pk in rows]
    if not rows:
        return {}
    items = "".join(f"<li>{html}</li>\n" for _, _, html, _ in rows)
    return {"items": mark_safe(items), "marks": "".join(row[-1] for row in rows)}


@register.simple_tag
def download_formats():
    """(ending of the address, name) of each file that papers may be had as."""
    return [(ending, FILE_NAMES.get(ending, ending)) for ending in FORMATS]


@register.filter
def bibtex(paper):
    return write_bibtex(record_of(paper), bibtex_key(paper.citation_key, paper.slug))


@register.filter
def scheme_name(identifier):
    return paper_buttons.scheme_name(identifier.scheme)


# What follows is HTML, put together and escaped where a row's parts are made.


@register.simple_tag
def author_line(places, truncated=False):
    return mark_safe(author_lines.author_line(places, truncated))


@register.simple_tag
def venue_line(appearance):
    return mark_safe(venue_lines.venue_line(appearance))


@register.simple_tag
def venue_badge(appearance, type_label):
    return mark_safe(venue_lines.venue_badge(appearance, type_label))


@register.filter
def paper_links(row):
    return mark_safe(paper_buttons.paper_links(row))


@register.filter
def with_formulas(text):
    return mark_safe(formulas.with_formulas(text))


@register.filter
def without_formulas(text):
    """For the window's title and the like, which can hold no HTML."""
    return formulas.plain(text)


@register.filter
def paragraphs(text):
    return mark_safe(formulas.paragraphs(text))
