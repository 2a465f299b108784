"""The stored rows of papers, for every page that shows some."""

from publications.public_list import shown_rows

SHOWN = ("pk", "year", "html", "marks", "changed")
# How the HTML is made that a large import has left out; see `publications.drawing`.
_draw = [lambda versions: {}]


def register(draw):
    _draw[0] = draw


def html_of(ids):
    """(id, year, HTML) in the order of the ids, in one query."""
    return [row[:3] for row in rows_of(ids)]


def rows_of(ids, stored=shown_rows):
    """(id, year, HTML, marks of the names in it: "*✉"), as `html_of`."""
    ids = list(ids)
    if not ids:
        return []
    rows = stored().filter(publication__among=ids)
    rows = with_html(rows.values_list(*SHOWN, named=True))
    found = {row.pk: row[:4] for row in rows}
    return [found[pk] for pk in ids if pk in found]


def with_html(rows):
    """Named rows of `pk`, `html`, `changed` and more, none of them without its HTML."""
    rows = list(rows)
    undrawn = {row.pk: row.changed for row in rows if not row.html}
    if not undrawn:
        return rows
    html = _draw[0](undrawn)
    return [row._replace(html=row.html or html.get(row.pk, "")) for row in rows]
