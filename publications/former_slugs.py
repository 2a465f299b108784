"""Addresses that papers had: they lead on, and nobody else gets them."""

from publications.models import FormerSlug


def keep_former_slug(paper, slug):
    """Remember a slug that the paper had until now; one that it has again is no former."""
    FormerSlug.objects.filter(publication=paper, slug=paper.slug).delete()
    if slug and slug != paper.slug:
        FormerSlug.objects.get_or_create(slug=slug, defaults={"publication": paper})
