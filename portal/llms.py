"""`/llms.txt`: what the site is and where its data are, for language models.

The form is that of llmstxt.org: a title, a sentence, and lists of links.
"""

import re

from django.http import HttpResponse
from django.views.decorators.http import conditional_page

from portal.metadata import absolute
from portal.models import SiteSettings
from portal.private_places import in_private_place
from portal.request_site import site_of

DATA = (
    ("/api/publications/", "Papers as JSON", "with the parameters of the list"),
    ("/api/people/", "Members as JSON", "with their roles and public links"),
    ("/api/openapi.json", "Description of the API", "OpenAPI"),
    ("/publications.bib", "All papers as BibTeX", "also .ris, .csv, and .json (CSL)"),
    ("/publications/feed/", "New papers", "Atom"),
    ("/sitemap.xml", "Sitemap", "every public page and paper"),
)
HOW = (
    "Every paper has one page, /publications/SLUG/, and files beside it "
    "(/publications/SLUG.bib, .ris, .json). Every member has /people/SLUG/, and two "
    "members' joint papers are at /people/A/with/B/. /doi/DOI leads to a paper's page. "
    "The list, its files, the feed and the API take the same parameters: "
    "q, year, type, venue, person, topic, status, has."
)


@conditional_page
def llms(request):
    site = site_of(request)
    about = SiteSettings.for_request(request) if site else SiteSettings()
    pages = (
        site.root_page.get_children().live().exclude(in_private_place()) if site else ()
    )
    lines = [
        f"# {_plain(about.lab_name)}",
        *_quoted(about.description, about.institution),
        f"\n{HOW}",
        "\n## Pages\n",
        *(_link(page.get_url(request), page.title) for page in pages),
        "\n## Data\n",
        *(_link(*each) for each in DATA),
    ]
    text = "\n".join(lines) + "\n"
    return HttpResponse(text, content_type="text/markdown; charset=utf-8")


def _quoted(*texts):
    text = " ".join(filter(None, map(_plain, texts)))
    return [f"\n> {text}"] if text else []


def _link(path, title, note=""):
    return f"- [{_plain(title)}]({absolute(path)})" + (f": {note}" if note else "")


def _plain(text):
    return " ".join(re.sub(r"[\[\]<>`]", " ", text).split())
