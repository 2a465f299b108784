"""With whom the members have written, as the site knows it."""

from collections import defaultdict

from publications.importing.name_evidence import token_of
from publications.models import Authorship
from publications.names import PersonName
from publications.querysets import each_among


def members_coauthors(ids):
    """For each member's author id, the ids and tokens of all beside them on a paper."""
    theirs = defaultdict(set)
    rows = Authorship.objects.order_by().values_list("publication_id", "author_id")
    for paper, author_id in each_among(rows, "author_id", sorted(ids)):
        theirs[paper].add(author_id)
    beside = Authorship.objects.order_by().values_list(
        "publication_id", "author_id", "given_name", "family_name"
    )
    coauthors = defaultdict(set)
    for paper, author_id, given, family in each_among(
        beside, "publication_id", sorted(theirs)
    ):
        tokens = {token_of(PersonName(given, family))} if family else set()
        tokens |= {author_id} - {None}
        for member in theirs[paper] - {author_id}:
            coauthors[member] |= tokens
    return coauthors
