"""What every page says of itself to machines, and the site's own JSON-LD."""

import json

from django.conf import settings
from django.utils.safestring import mark_safe

# Within a script nothing may look like its end, nor like a comment.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def absolute(path):
    """The one address of a path of ours, whatever host it was asked for with.

    Wagtail gives whole addresses once there are two sites: those stay.
    """
    is_whole = path.startswith(("http://", "https://"))
    return path if is_whole else f"{settings.BASE_URL}{path}"


def json_ld(about):
    """A block of data that no browser runs: the policy for scripts lets it be."""
    text = json.dumps(about).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def organisation(site, logo=""):
    """The lab, of the site's settings; how to reach it is for people to read."""
    about = {
        "@type": "ResearchOrganization",
        "@id": absolute("/#lab"),
        "name": site.lab_name,
        "url": absolute("/"),
        "description": site.description,
        "logo": logo,
    }
    if site.institution:
        about["parentOrganization"] = {
            "@type": "Organization",
            "name": site.institution,
        }
    return {name: value for name, value in about.items() if value}


def website(site, logo=""):
    about = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "name": site.lab_name,
        "url": absolute("/"),
        "description": site.description,
        "publisher": organisation(site, logo),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute("/search/?q={search_term_string}"),
            },
            "query-input": "required name=search_term_string",
        },
    }
    return {name: value for name, value in about.items() if value}
