"""Two records of one work, or of one work that came out in two places."""

from django.db.models import Q

from publications.merging.paper_facts import fill_in, give_ids, give_links, link_names
from publications.merging.paper_places import add_places
from publications.merging.refusal import CannotMerge
from publications.models import (
    Appearance,
    Authorship,
    Decision,
    FormerSlug,
    Identifier,
    Link,
    Publication,
)


def merge_papers(ledger, *, keep, gone, take=(), further=False):
    """Give what belongs to the paper `gone` to `keep`, and remove `gone`.

    `take` names facts in which `gone` is right. With `further` it tells of another place
    where `keep` appeared: its places are added, and its authors and its type are its
    own. What `keep` lacks it gets in either case; identifiers, links, topics and
    whatever points at the paper that goes are joined. Its address leads to `keep`.
    """
    if keep.pk == gone.pk:
        raise CannotMerge(
            "Choose another paper; this one cannot be merged with itself."
        )
    papers = Publication.objects.with_rows().in_bulk([keep.pk, gone.pk])
    keep, gone = papers[keep.pk], papers[gone.pk]
    _keep_in_mind(ledger, keep, gone, further)
    fill_in(ledger, keep, gone, set(take), further)
    link_names(ledger, keep, gone)
    add_places(ledger, keep, gone, further)
    give_ids(ledger, keep, gone, set(take))
    give_links(ledger, keep, gone)
    for model in (Authorship, Appearance, Identifier, Link):
        ledger.remove(model.objects.filter(publication=gone))
    ledger.move_all(gone, keep)
    ledger.remove(Publication.objects.filter(pk=gone.pk))
    ledger.make(FormerSlug(publication_id=keep.pk, slug=gone.slug))


def _keep_in_mind(ledger, keep, gone, further):
    """Let the next import of either's entry find the paper, and ask nothing."""
    digests = {keep.statement_digest, gone.statement_digest} - {""}
    keys = {keep.title_key, gone.title_key, keep.stated_key, gone.stated_key} - {""}
    denied = Decision.objects.filter(publication__in=[keep.pk, gone.pk], same=False)
    # “These are two” was wrong, once they are one.
    ledger.remove(denied.filter(Q(work_key__in=keys) | Q(statement_digest__in=digests)))
    if not gone.statement_digest:
        return
    if keep.statement_digest or further:
        stated = gone.imported.get("said", {}).get("title", "") or gone.title
        about = {"work_title": stated, "statement_digest": gone.statement_digest}
        standing = Decision.Standing.APPEARANCE if further else ""
        decision = Decision(
            publication_id=keep.pk, same=True, standing=standing, **about
        )
        ledger.make(decision)
    else:
        # Written by hand so far; from now on it is the file's paper.
        rows = Publication.objects.filter(pk=keep.pk)
        for name in ("imported", "statement_digest", "source_format", "source_text"):
            ledger.change(rows, name, getattr(gone, name))
