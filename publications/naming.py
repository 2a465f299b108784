"""What people decide about whole names: somebody known, somebody new, or open again.

`deciding.py` keeps that a name is one author's; these acts also take back what an
earlier decision linked, so that a person can think again.
"""

from django.db import transaction

from publications.adoption import NOTHING_OF_THEIR_OWN, make_author
from publications.deciding import (
    LONGEST_NAME,
    decide_name,
    link_names,
    undecided_alone,
)
from publications.models import Author, Authorship, Decision
from publications.names import name_key


@transaction.atomic
def decide_person(*, printed, author, by=None):
    """Whoever is printed so is this author, whatever was decided before."""
    reopen_name(printed=printed)
    return decide_name(printed=printed, author=author, by=by)


@transaction.atomic
def decide_stranger(*, printed, candidates, by=None):
    """Whoever is printed so is none of the candidates (author ids), but somebody new.

    Where papers print the name undecided, the author is made and linked; else the next
    import makes one. Returns the new author or None.
    """
    reopen_name(printed=printed)
    key = _key(printed)
    Decision.objects.filter(name_key=key, author__in=candidates).delete()
    Decision.objects.bulk_create(
        Decision(name=printed[:LONGEST_NAME], author_id=each, same=False, decided_by=by)
        for each in candidates
    )
    alone = undecided_alone(key)
    if (first := alone.first()) is None:
        return None
    author = make_author(first.name.inverted)
    link_names(alone, author)
    Decision.objects.create(
        name=printed[:LONGEST_NAME], author=author, same=True, decided_by=by
    )
    return author


@transaction.atomic
def reopen_name(*, printed):
    """Forget what was decided about the name; what it linked is undecided again.

    A name that the author bears otherwise stays linked: no decision did that. Returns
    how many decisions are forgotten.
    """
    decisions = Decision.objects.filter(name_key=_key(printed), author__isnull=False)
    decided = list(decisions.filter(same=True).values_list("author_id", flat=True))
    forgotten, _ = decisions.delete()
    for author in Author.objects.filter(pk__in=decided):
        _unlink(author, _key(printed))
    return forgotten


def _unlink(author, key):
    """Of an author with nothing but this name, nothing is left."""
    mere_name = Author.objects.filter(
        pk=author.pk, key=key, person_page__isnull=True, **NOTHING_OF_THEIR_OWN
    )
    mere_name = mere_name.exclude(
        authorships__in=Authorship.objects.exclude(name_key=key)
    )
    is_mere_name = mere_name.exists()
    if is_mere_name or not Author.objects.bearing([key]).filter(pk=author.pk).exists():
        link_names(Authorship.objects.filter(author=author, name_key=key), None)
    if is_mere_name:
        author.delete()


def _key(printed):
    return name_key(printed)[:LONGEST_NAME]
