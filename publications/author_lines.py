"""The line of authors as HTML: members linked, others plain, marks raised."""

from html import escape

from publications.emphasis import author_link
from publications.rows import Row

# Beyond this the whole line is read from the paper's page when somebody unfolds it:
# a collaboration's three thousand names weigh more than the rest of the list.
MOST_FOLDED = 150
GAP = '<span aria-hidden="true">…</span>'


def author_line(places, truncated=False):
    """The names of these places; None among them stands for a gap."""
    line = ", ".join(GAP if place is None else _name(place) for place in places)
    return f"{line}, et al." if truncated else line


def row_authors(row: Row):
    """The authors of a row, folded where they are many; the editors if there is none."""
    truncated = row.paper.authors_truncated
    if row.is_long:
        return _folded(row, truncated)
    if row.authors:
        line = author_line(row.authors, truncated)
    elif row.editors:
        line = f"{author_line(row.editors)} (eds.)"
    else:
        return ""
    return f'<p class="paper__authors">{line}</p>'


def _folded(row, truncated):
    count = len(row.authors)
    whole, later = "", ""
    if count > MOST_FOLDED:
        address = escape(row.paper.get_absolute_url())
        later = f' data-authors-of="{address}"'
        whole = f'<a href="{address}">All authors on the paper’s page</a>'
    else:
        whole = author_line(row.authors, truncated)
    return (
        '<div class="paper__authors">'
        f"<p>{author_line(row.short_line, truncated)}</p>"
        f'<details class="fold"{later}><summary>All {count:,} authors</summary>'
        f"<p>{whole}</p></details></div>"
    )


def _name(place):
    name = escape(place.name)
    title = f' title="{escape(place.canonical_name)}"' if place.canonical_name else ""
    marks = f'<sup class="marks">{place.marks}</sup>' if place.marks else ""
    if member := place.member:
        start = author_link(member.author_id)
        return (
            f'{start} href="{escape(member.url)}" dir="auto"{title}>{name}</a>{marks}'
        )
    return f'<bdi class="author"{title}>{name}</bdi>{marks}'
