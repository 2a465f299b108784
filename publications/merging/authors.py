"""Two authors who are one human being, and one who is two."""

from publications.merging.refusal import CannotMerge
from publications.models import Author, AuthorName, Decision


def merge_authors(ledger, *, keep, gone):
    """Give everything of the author `gone` to `keep`, and remove `gone`.

    The name of the one who goes stays as another name of the one who is kept, so that
    imports go on finding it.
    """
    _refuse(keep, gone)
    ledger.change(gone.authorships.all(), "author", keep.pk)
    _move_names(ledger, keep, gone)
    _move_decisions(ledger, keep, gone)
    for name in ("orcid", "website", "native_name"):
        if getattr(gone, name) and not getattr(keep, name):
            value = getattr(gone, name)
            # An ORCID iD belongs to one author at a time.
            ledger.change(Author.objects.filter(pk=gone.pk), name, "")
            ledger.change(Author.objects.filter(pk=keep.pk), name, value)
    ledger.move_all(gone, keep)
    ledger.remove(Author.objects.filter(pk=gone.pk))


def split_author(ledger, *, author, authorships, into=None):
    """Take papers from an author: they are `into`'s, or somebody new of the same name.

    `authorships` are the ids of the author's places on these papers.
    """
    moving = author.authorships.filter(pk__in=authorships)
    if not moving:
        raise CannotMerge("Choose the papers that are somebody else's.")
    if moving.count() == author.authorships.count():
        raise CannotMerge(
            f"All papers of “{author}” are chosen. Choose only those that are somebody "
            "else's."
        )
    if into == author:
        raise CannotMerge(f"They are “{author}”'s by now. Choose somebody else.")
    into = into or ledger.make(_namesake(moving.first()))
    if _shared(into, moving):
        raise CannotMerge(
            f"“{into}” stands on one of these papers already; nobody writes one twice."
        )
    ledger.change(moving, "author", into.pk)
    return into


def _refuse(keep, gone):
    if keep.pk == gone.pk:
        raise CannotMerge(
            "Choose another author; this one cannot be merged with itself."
        )
    if keep.is_group != gone.is_group:
        raise CannotMerge("One of the two is a group, the other a person.")
    if keep.orcid and gone.orcid:
        raise CannotMerge(
            f"They have two ORCID iDs, {keep.orcid} and {gone.orcid}: two people. Remove "
            "the wrong one first."
        )
    if hasattr(gone, "person_page"):
        raise CannotMerge(
            f"“{gone}” has a member's page. Merge the other author into this one, or "
            "remove the page first."
        )
    if paper := _shared(keep, gone.authorships.all()):
        raise CannotMerge(f"Both stand on “{paper}”: nobody writes a paper twice.")


def _shared(author, authorships):
    papers = authorships.values("publication")
    both = author.authorships.filter(publication__in=papers).select_related(
        "publication"
    )
    place = both.first()
    return place and place.publication


def _move_names(ledger, keep, gone):
    held = {keep.display_name, *keep.names.values_list("text", flat=True)}
    new = gone.names.exclude(text__in=held)
    held |= set(new.values_list("text", flat=True))
    ledger.change(new, "author", keep.pk)
    ledger.remove(gone.names.all())
    if gone.display_name not in held:
        ledger.make(AuthorName(author=keep, text=gone.display_name))


def _move_decisions(ledger, keep, gone):
    keys = keep.decisions.values("name_key")
    ledger.remove(gone.decisions.filter(name_key__in=keys))
    ledger.change(gone.decisions.all(), "author", keep.pk)
    # "These are not the same" was wrong, once the two are.
    bears = {keep.key, *keep.names.values_list("key", flat=True)}
    denied = Decision.objects.filter(author=keep, same=False, name_key__in=bears)
    ledger.remove(denied)


def _namesake(authorship):
    name = authorship.name
    if name.literal:
        return Author(family_name=name.literal, is_group=True)
    return Author(given_name=name.given, family_name=name.family, suffix=name.suffix)
