"""The links of papers that everybody may follow.

A document may lie in a collection that is open to some people only. Then nobody else is
told of it: what it is called, or that a paper has such a file.
"""

from copy import copy

from wagtail.documents import get_document_model

from portal.private_places import in_private_collection


def public_links(papers):
    """{paper's id: its links}; asks the database only where some lead to documents."""
    links = {paper.pk: list(paper.links.all()) for paper in papers}
    documents = [each.document for held in links.values() for each in held]
    hidden = _hidden(list(filter(None, documents)))
    if hidden:
        links = {pk: _without(hidden, held) for pk, held in links.items()}
    return links


def _hidden(documents):
    """The ids of those that not everybody may open; `whole_papers` knows them already."""
    hidden = {each.pk for each in documents if getattr(each, "is_hidden", False)}
    unknown = {each.pk for each in documents if not hasattr(each, "is_hidden")}
    return hidden | hidden_documents(unknown)


def hidden_documents(ids):
    """Those among these documents that not everybody may open; of none, in no query."""
    if not ids:
        return set()
    rows = get_document_model().objects.order_by().filter(pk__among=ids)
    return set(rows.filter(in_private_collection()).values_list("pk", flat=True))


def _without(hidden, links):
    """A link that has an address too still leads there."""
    kept = []
    for link in links:
        if link.document_id not in hidden:
            kept.append(link)
        elif link.url:
            kept.append(copy(link))
            kept[-1].document = None
    return kept
