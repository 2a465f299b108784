from django import template

from portal.templatetags.portal_tags import parameters
from publications.formats.bibtex_writer import bibtex_key, write_bibtex
from publications.models import Publication, Topic
from publications.records import record_of
from publications.rows import legend, rows

register = template.Library()
register.filter(legend)

HEADINGS = {
    "q": "Words",
    "year": "Year",
    "type": "Type",
    "person": "Member",
    "topic": "Topic",
    "venue": "Venue",
}
SHOWN_AS_FEATURED = 6
# What a button says; the others are called as they are written, in capitals.
SCHEME_NAMES = {
    "arxiv": "arXiv",
    "pmid": "PubMed",
    "pmcid": "PubMed Central",
    "openreview": "OpenReview",
    "acl": "ACL Anthology",
    "handle": "Handle",
}


@register.simple_tag
def latest_papers(number):
    return rows(Publication.objects.public().with_rows().newest_first()[:number])


@register.simple_tag
def featured_papers():
    papers = Publication.objects.public().filter(featured=True).with_rows()
    return rows(papers.newest_first()[:SHOWN_AS_FEATURED])


@register.simple_tag
def active_filters(listing):
    """What the list is narrowed to: dicts of heading, text and the address without it."""
    return [
        {
            "heading": HEADINGS[name],
            "text": _filter_text(listing, name, value),
            "parameters": parameters(listing.active, without=name),
        }
        for name, value in listing.active.items()
    ]


def _filter_text(listing, name, value):
    if name == "person":
        names = {member.slug: member.name for member in listing.people}
        return names.get(value, value)
    if name == "type":
        return dict(listing.types).get(value, value)
    if name == "topic":
        topic = Topic.objects.filter(slug=value).first()
        return topic.name if topic else value
    return value


@register.filter
def without_years(years):
    """The rows of (year, rows) pairs in one list."""
    return [row for _, papers in years for row in papers]


@register.filter
def bibtex(paper):
    return write_bibtex(record_of(paper), bibtex_key(paper.citation_key, paper.slug))


@register.filter
def scheme_name(identifier):
    return SCHEME_NAMES.get(identifier.scheme, identifier.scheme.upper())
