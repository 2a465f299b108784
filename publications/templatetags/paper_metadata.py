from django import template
from django.urls import reverse

from portal.metadata import absolute, json_ld
from portal.templatetags.metadata_tags import head
from publications.metadata.dublin_core import SCHEMA, dublin_core
from publications.metadata.highwire import highwire
from publications.metadata.hosted_pdf import hosted_pdf
from publications.metadata.schema_org import scholarly_article

register = template.Library()

FEED = {"type": "application/atom+xml", "title": "New papers"}


@register.inclusion_tag("components/metadata.html", takes_context=True)
def paper_metadata(context, row):
    """For the page of one paper."""
    paper = row.paper
    places = (*row.authors, *row.editors)
    known = {each.member.author_id: each.member for each in places if each.member}
    url, card = (
        absolute(paper.get_absolute_url()),
        reverse("paper_card", args=[paper.slug]),
    )
    pdf = reverse("paper_pdf", args=[paper.slug]) if hosted_pdf(row.links) else ""
    pdf_url = absolute(pdf) if pdf else ""
    return head(
        context,
        card,
        kind="article",
        json_ld=json_ld(
            scholarly_article(paper, known, absolute(""), url, pdf_url, absolute(card))
        ),
        named=[*highwire(paper, url, pdf_url), *dublin_core(paper, url)],
        schema=SCHEMA,
        alternates=[*files(f"/publications/{paper.slug}")],
    )


@register.inclusion_tag("components/metadata.html", takes_context=True)
def list_metadata(context, listing):
    """For the list and whatever it is narrowed to."""
    end = listing.address.selection
    feed = {**FEED, "href": f"/publications/feed/{end}"}
    card = reverse("page_card", args=[context["page"].pk])
    return head(
        context,
        card,
        alternates=[feed, *files("/publications", end)],
    )


def files(base, end=""):
    """Links to the citations as files: `base` is their address without its ending."""
    return [
        {"type": type, "href": f"{base}.{extension}{end}", "title": title}
        for extension, type, title in (
            ("bib", "application/x-bibtex", "BibTeX"),
            ("ris", "application/x-research-info-systems", "RIS"),
            ("json", "application/vnd.citationstyles.csl+json", "CSL-JSON"),
        )
    ]
