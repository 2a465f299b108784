"""The HTML of a paper's row: one string for every list, profile and search.

Put together in Python rather than by templates: a row has some twenty parts, and a
template with its includes takes ten times as long for each of them. Everything that
a person wrote is escaped in the function that places it.
"""

from html import escape

from publications.author_lines import row_authors
from publications.formulas.text import paragraphs, with_formulas
from publications.metadata.cited_work import printable
from publications.metadata.coins import coins
from publications.models.notice import Notice
from publications.paper_buttons import paper_links
from publications.paper_pictures import picture
from publications.venue_lines import mark, type_label, venue_badge, venue_line

# Titles of ten thousand characters exist; a list and a name for buttons need fewer.
NAME_OF_GROUP = 80
MOST_OF_COINS = 4_000
# What became of the paper, where the name of the notice is not that.
NOTICES = dict(Notice.Kind.choices) | {
    Notice.Kind.RETRACTION: "retracted",
    Notice.Kind.WITHDRAWAL: "withdrawn",
}


def markup(row):
    """The whole row, whoever looks and wherever it stands; all addresses are relative."""
    paper, appearances = row.paper, list(row.paper.appearances.all())
    primary = appearances[0] if appearances else None
    address = escape(paper.get_absolute_url())
    return printable(
        '<article class="paper"><div class="paper__side">'
        f"{venue_badge(primary, type_label(paper.type))}{picture(paper, primary)}</div>"
        '<div class="paper__body"><p class="paper__title">'
        f'<a href="{address}" dir="auto">{with_formulas(paper.title)}</a></p>'
        f"{row_authors(row)}{_appearances(paper, appearances)}{_note(paper)}"
        f"{_actions(row, address)}{_coins(paper)}</div></article>"
    )


def _appearances(paper, appearances):
    primary = venue_line(appearances[0]) if appearances else ""
    line = f"{_notices(paper)}{primary}"
    lines = [f'<p class="paper__venue">{line}</p>'] if line else []
    if len(appearances) > 1:
        lines += [_also("Earlier version", each) for each in paper.earlier_versions]
        lines += [_also("Also", each) for each in paper.other_appearances]
    return "".join(lines)


def _also(label, appearance):
    title = (
        f"<bdi>“{with_formulas(appearance.title)}”</bdi>, " if appearance.title else ""
    )
    return (
        f'<p class="paper__also"><span class="paper__label">{label}:</span> '
        f"{title}{venue_line(appearance)}</p>"
    )


def _notices(paper):
    kinds = dict.fromkeys(each.kind for each in paper.notices.all())
    return "".join(
        f"{mark(f'notice mark--{kind}', NOTICES.get(kind, kind))} " for kind in kinds
    )


def _note(paper):
    if not paper.note:
        return ""
    return f'<p class="paper__note" dir="auto">{with_formulas(paper.note)}</p>'


def _actions(row, address):
    paper = row.paper
    # The group's name tells the buttons of one row from those of the next.
    about = escape(" ".join(paper.title[:NAME_OF_GROUP].split()))
    return (
        f'<div class="paper__actions" role="group" aria-label="{about}">'
        f"{_abstract(paper)}{_citation(paper, address)}{paper_links(row)}</div>"
    )


def _abstract(paper):
    if not paper.abstract:
        return ""
    body = (
        f'<div class="panel__body prose" dir="auto">{paragraphs(paper.abstract)}</div>'
    )
    return _panel(paper, "panel", "Abstract", body)


def _citation(paper, address):
    """A file and a page for everybody; with scripts the BibTeX comes when it is opened."""
    body = (
        '<div class="panel__body"><p class="panel__links">'
        f'<a href="{address[:-1]}.bib" download>BibTeX file</a> '
        f'<a href="{address}#cite">More styles and formats</a></p></div>'
    )
    return _panel(paper, "panel panel--cite", "Cite", body)


def _panel(paper, classes, label, body):
    """Panels of one name close each other: a row has one of them open at most."""
    return (
        f'<details class="{classes}" name="panel-{paper.pk}">'
        f'<summary class="pill">{label}</summary>{body}</details>'
    )


def _coins(paper):
    """What Zotero reads from a list; it must be a span, and it must be empty."""
    citation = coins(paper)
    if len(citation) > MOST_OF_COINS:
        return ""
    return f'<span class="Z3988" title="{escape(citation)}"></span>'
