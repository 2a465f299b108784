"""The paper's own PDF, where it lies on this site and everybody may have it.

Google Scholar takes a file only in the same subdirectory as the page about the paper,
where Wagtail's documents never are: so it is served at /publications/SLUG/paper.pdf.
"""


def hosted_pdf(links):
    """The Document, or None; `links` are the public ones of the paper."""
    files = (each.document for each in links if each.kind == "pdf")
    return next((file for file in files if file and _is_pdf(file)), None)


def _is_pdf(document):
    return document.file_extension == "pdf"
