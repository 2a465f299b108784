"""The picture beside a paper: its thumbnail, or a tile where it has none."""

from html import escape

from publications.tiles import tile
from publications.venue_lines import venue_colour, venue_tone

# Twice the size at which lists show it, for fine screens.
SIZE = "max-320x320"


def picture(paper, primary):
    rendition = paper.thumbnail_id and paper.thumbnail.rendition_or_none(SIZE)
    if not rendition:
        return tile(paper.slug, venue_tone(primary), venue_colour(primary))
    alt = escape(paper.thumbnail.description)
    return (
        f'<img class="paper__thumbnail" src="{escape(rendition.url)}" alt="{alt}"'
        f' width="{rendition.width}" height="{rendition.height}" loading="lazy">'
    )
