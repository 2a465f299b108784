"""What the portal's own pages are in the words of schema.org."""

from portal.metadata import absolute, organisation, website
from portal.models import HomePage, NewsPage


def kind_of_page(page):
    """The type that Open Graph knows it by."""
    return "article" if isinstance(page, NewsPage) else "website"


def about_page(page, site):
    """The object for JSON-LD; None for a page that is nothing in particular."""
    if isinstance(page, HomePage):
        return website(site, _logo(site))
    if isinstance(page, NewsPage):
        return _news(page, site)
    return None


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


def _logo(site):
    rendition = site.logo and site.logo.rendition_or_none("max-512x512")
    return rendition.full_url if rendition else ""
