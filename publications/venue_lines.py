"""Where a paper appeared, as HTML: the badge, the line and the marks of honour."""

from html import escape

from portal.templatetags.portal_tags import tone
from publications.models.appearance import Appearance
from publications.models.publication import PublicationType

# Asked for each row: Django's get_…_display builds its table anew each time.
TYPES = dict(PublicationType.choices)
STATUSES = dict(Appearance.Status.choices)
PRESENTATIONS = dict(Appearance.Presentation.choices)


def type_label(type):
    return TYPES.get(type, type)


def venue_badge(appearance, type_label):
    """The coloured badge; without a venue that has one, the plain type of the paper."""
    if not (appearance and appearance.badge):
        label = escape(type_label[:1].upper() + type_label[1:])
        return f'<span class="badge badge--plain">{label}</span>'
    venue, badge = appearance.venue, escape(appearance.badge)
    if venue and venue.colour:
        dot = (
            '<svg class="badge__colour" viewBox="0 0 10 10" aria-hidden="true">'
            f'<circle cx="5" cy="5" r="5" fill="{escape(venue.colour)}"/></svg>'
        )
        return f'<span class="badge badge--own">{dot}{badge}</span>'
    return f'<span class="badge {venue_tone(appearance)}">{badge}</span>'


def venue_tone(appearance):
    """The badge's class of the palette: the venue's own, whatever its label says."""
    if not (appearance and appearance.badge):
        return ""
    venue = appearance.venue
    return tone(venue.short_name if venue else appearance.badge)


def venue_colour(appearance):
    """What an editor gave the venue: "#1d4ed8", or ""."""
    has_badge = appearance and appearance.badge and appearance.venue
    return appearance.venue.colour if has_badge else ""


def venue_line(appearance):
    """Venue, volume, pages, publisher and date, with the marks of this appearance."""
    name, publisher = appearance.venue_name, appearance.publisher
    parts = []
    if name:
        parts.append(f'<em dir="auto">{escape(name)}</em>')
    if volume := _volume(appearance):
        parts.append(volume)
    if appearance.pages:
        parts.append(f"pp. {escape(appearance.pages)}")
    if publisher and publisher != name:
        parts.append(f"<bdi>{escape(publisher)}</bdi>")
    if appearance.date:
        date = escape(str(appearance.date))
        parts.append(f'<span class="venue__date">{date}</span>')
    return ", ".join(parts) + appearance_marks(appearance)


def appearance_marks(appearance):
    marks = []
    if appearance.status != "published":
        marks.append((appearance.status, STATUSES[appearance.status]))
    if appearance.presentation:
        marks.append(("presentation", PRESENTATIONS[appearance.presentation]))
    if appearance.award:
        marks.append(("award", appearance.award))
    return "".join(mark(kind, text) for kind, text in marks)


def mark(kind, text):
    return (
        f' <span class="mark mark--{kind}">{escape(text[:1].upper() + text[1:])}</span>'
    )


def _volume(appearance):
    number = f"({appearance.number})" if appearance.number else ""
    return escape(f"{appearance.volume}{number}")
