"""How the names that papers print become one author's.

A bibliography may come in before the members do: then every name has an author of its
own until a member bears it. These acts bring together what belongs together.
"""

from collections import Counter

from django.db import transaction

from publications.deciding import link_names
from publications.fuller_names import fuller_names
from publications.models.author import Author
from publications.models.authorship import Authorship
from publications.names import name_key, parse_name
from publications.renewal import renew, together

# An author about whom somebody has entered more than a name is no mere spelling.
NOTHING_OF_THEIR_OWN = {
    "orcid": "",
    "website": "",
    "native_name": "",
    "names__isnull": True,
    "decisions__isnull": True,
}


def authors_for_member(name):
    """Authors without a page who bear exactly this name."""
    return Author.objects.filter(key=name_key(name), person_page__isnull=True)


def make_author(name):
    parsed = parse_name(name)
    if parsed.literal:
        return Author.objects.create(family_name=parsed.literal, is_group=True)
    return Author.objects.create(
        given_name=parsed.given, family_name=parsed.family, suffix=parsed.suffix
    )


@transaction.atomic
def adopt_names(*, author):
    """Give the author every printed name that is certainly theirs.

    That is one that is exactly theirs or a spelling of it, and, for a member, one with
    a middle name more or less that fits nobody else. Takes undecided authorships, and
    those of page-less authors who have no name but such a one; these authors are
    absorbed. A name that another author with a page or two without one bear too is left
    alone, and so is what the source has told apart by numbers or ORCID iDs. Returns
    what moved, so that it can be undone:
    {"authorships": {id: former author id or None}, "absorbed": [author as dict]}.
    """
    keys = _keys_of(author)
    strangers = Author.objects.exclude(pk=author.pk).filter(
        key__in=keys, person_page__isnull=True, **NOTHING_OF_THEIR_OWN
    )
    moving = Authorship.objects.filter(author__isnull=True, name_key__in=keys)
    moving |= Authorship.objects.filter(author__in=strangers, namesake="")
    moving = _once_a_paper(author, _of_one_orcid(author, moving))
    taken = {former for former in moving.values() if former}
    emptied = strangers.filter(pk__in=taken).exclude(
        authorships__in=Authorship.objects.exclude(pk__in=moving)
    )
    moved = {"authorships": moving, "absorbed": list(emptied.values())}
    link_names(Authorship.objects.filter(pk__in=moving), author)
    Author.objects.filter(pk__in=[each["id"] for each in moved["absorbed"]]).delete()
    return moved


def _keys_of(author):
    """Of the names that are theirs and nobody else's."""
    keys = {author.key, *author.names.values_list("key", flat=True)}
    keys |= fuller_names(author)
    others = Author.objects.bearing(keys).exclude(pk=author.pk)
    for other in others.filter(person_page__isnull=False):
        keys -= {other.key, *other.names.values_list("key", flat=True)}
    without_page = others.filter(person_page__isnull=True, key__in=keys)
    bearers = Counter(without_page.values_list("key", flat=True))
    mistaken = author.decisions.filter(same=False).values_list("name_key", flat=True)
    return keys - {key for key, count in bearers.items() if count > 1} - set(mistaken)


def _of_one_orcid(author, authorships):
    """Without those that state another ORCID iD; two iDs are two people."""
    stated = author.authorships.exclude(orcid="") | authorships.exclude(orcid="")
    ids = set(stated.order_by().values_list("orcid", flat=True))
    if author.orcid:
        return authorships.filter(orcid__in=["", author.orcid])
    return authorships.none() if len(ids) > 1 else authorships


def _once_a_paper(author, authorships):
    """{id: author id} of the authorships whose paper would name the author once.

    “Yan Liu and Yan Liu” are two people; which of them is the member is a question.
    """
    rows = list(authorships.values_list("pk", "author_id", "publication_id"))
    papers = Counter(paper for _, _, paper in rows)
    papers.update(author.authorships.values_list("publication_id", flat=True))
    return {pk: former for pk, former, paper in rows if papers[paper] == 1}


@transaction.atomic
def return_names(*, moved):
    """Undo `adopt_names`: the absorbed authors come back with their papers."""
    for each in moved["absorbed"]:
        Author.objects.create(**each)
    with together():
        for pk, former in moved["authorships"].items():
            Authorship.objects.filter(pk=pk).update(author_id=former)
        moving = Authorship.objects.filter(pk__among=moved["authorships"])
        renew(ids=moving.values_list("publication_id", flat=True))
