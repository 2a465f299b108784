"""What a person says about a printed name, so that every later import keeps to it."""

from collections import Counter

from django.db import transaction

from publications.models import Author, Authorship, Decision
from publications.names import name_key
from publications.renewal import renew

LONGEST_NAME = 300


def needs_decision(printed):
    """Say whether a rule has to be kept for whose name this is.

    Not for one that an author bears already: it is theirs, or, when somebody else
    chose it too, it is a question for each paper.
    """
    key = name_key(printed)[:LONGEST_NAME]
    return not Author.objects.bearing([key]).exists()


@transaction.atomic
def decide_name(*, printed, author, by=None):
    """Keep that whoever is printed so is `author`, and link the undecided ones.

    A paper that names the author already, or prints the name twice, is left alone, for
    nobody writes it twice; so is one that states another ORCID iD than the author's.
    Returns the Decision; it takes the place of an earlier one about this name.
    """
    key = name_key(printed)[:LONGEST_NAME]
    earlier = Decision.objects.filter(name_key=key, same=True, author__isnull=False)
    earlier.exclude(author=author).delete()
    decision, _ = Decision.objects.update_or_create(
        name_key=key,
        author=author,
        defaults={"name": printed[:LONGEST_NAME], "same": True, "decided_by": by},
    )
    theirs = Authorship.objects.filter(author=author).values("publication")
    alone = undecided_alone(key).exclude(publication__in=theirs)
    if author.orcid:
        alone = alone.filter(orcid__in=["", author.orcid])
    link_names(alone, author)
    return decision


def link_names(authorships, author):
    """Say of these names whose they are; None where that is undecided again."""
    papers = set(authorships.values_list("publication_id", flat=True))
    authorships.update(author=author)
    renew(ids=papers)


def undecided_alone(key):
    """The undecided authorships of this name whose papers print it once."""
    undecided = Authorship.objects.filter(author__isnull=True, name_key=key)
    papers = Counter(undecided.values_list("publication_id", flat=True))
    twice = [paper for paper, count in papers.items() if count > 1]
    return undecided.exclude(publication__in=twice)
