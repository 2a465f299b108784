"""Whose page it is: the one thing in which the rows of a paper differ between pages."""


def author_link(author_id):
    """How the link of an author begins, who has a page."""
    return f'<a class="author" data-author="{author_id}"'


def emphasised(html, author_ids):
    """The rows as these authors' page shows them: their own names stand out.

    Nothing is parsed: no text of anybody's has a `<` in these rows.
    """
    for author_id in author_ids:
        own = f'<a class="author author--own" aria-current="true" data-author="{author_id}"'
        html = html.replace(author_link(author_id), own)
    return html
