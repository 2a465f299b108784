"""What the portal's own pages are in the words of schema.org."""

from portal import pictures
from portal.metadata import absolute, json_ld, organisation, website
from portal.models import HomePage, NewsPage


def kind_of_page(page):
    """The type that Open Graph knows it by."""
    return "article" if isinstance(page, NewsPage) else "website"


def about_page(page, site):
    """The JSON-LD; "" for a page that is nothing in particular."""
    if isinstance(page, HomePage):
        return pictures.with_address(
            site.logo, "max-512x512", lambda logo: json_ld(website(site, logo))
        )
    return json_ld(_news(page, site)) if isinstance(page, NewsPage) else ""


def _news(page, site):
    url = absolute(page.url)
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": url,
        "url": url,
        "mainEntityOfPage": url,
        "headline": page.title,
        "description": page.intro,
        "datePublished": page.date.isoformat(),
        "dateModified": page.last_published_at and page.last_published_at.isoformat(),
        "author": organisation(site),
        "publisher": organisation(site),
    }
    return {name: value for name, value in about.items() if value}
