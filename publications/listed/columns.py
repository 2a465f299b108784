"""What is stored of a paper's row: by what lists are sorted and narrowed, and its HTML."""

from portal.bulk_rows import light
from publications.listed.facets import facet_keys
from publications.models import ListedPaper


def listed(row, version, html):
    """Not yet written; of a Row or an UndrawnRow. HTML that is put off is empty."""
    date = row.appearances[0].date if row.appearances else None
    return light(
        ListedPaper,
        publication_id=row.paper.pk,
        changed=version,
        sort_date=date.sort_key if date else "",
        year=date.year if date else None,
        marks=row.marks,
        facets=facet_keys(row),
        html=html,
    )
