"""The picture beside a paper: its thumbnail, or a tile where it has none."""

from html import escape

from wagtail.images.models import SourceImageIOError

from publications.tiles import tile
from publications.venue_lines import venue_colour, venue_tone

# Twice the size at which lists show it, for fine screens.
SIZE = "max-320x320"


def picture(paper, primary):
    rendition = _rendition(paper.thumbnail) if paper.thumbnail_id else None
    if rendition is None:
        return tile(paper.slug, venue_tone(primary), venue_colour(primary))
    alt = escape(paper.thumbnail.description)
    return (
        f'<img class="paper__thumbnail" src="{escape(rendition.url)}" alt="{alt}"'
        f' width="{rendition.width}" height="{rendition.height}" loading="lazy">'
    )


def _rendition(image):
    try:
        return image.get_rendition(SIZE)
    except (SourceImageIOError, OSError):
        return None  # the file is gone or damaged: the tile stands in for it
