"""The paper's own PDF, where it lies on this site and everybody may have it.

Google Scholar takes a file only in the same subdirectory as the page about the paper,
where Wagtail's documents never are: so it is served at /publications/SLUG/paper.pdf.
"""

from portal.private_places import in_private_collection


def hosted_pdf(paper):
    """The Document, or None. Needs `with_rows()`; asks only where there is a file."""
    files = (each.document for each in paper.links.all() if each.kind == "pdf")
    found = next((file for file in files if file and _is_pdf(file)), None)
    return found if found and _is_public(found) else None


def _is_pdf(document):
    return document.file_extension == "pdf"


def _is_public(document):
    this = type(document).objects.filter(pk=document.pk)
    return this.exclude(in_private_collection()).exists()
