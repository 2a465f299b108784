"""Printed names about which a person is asked, with whom they may mean."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q

from publications import members
from publications.importing.candidates import (
    Candidate,
    KnownAuthor,
    KnownAuthors,
    candidates,
)
from publications.models import Author, Authorship, Decision
from publications.names import PersonName, parse_name

# So many papers of a name are shown and searched for coauthors.
MOST_PAPERS = 50


@dataclass(frozen=True, slots=True)
class PrintedOn:
    """A paper that prints the name; `pk` is 0 while it is only in a file.

    `beside`: {author id: name} of who else is on it.
    """

    title: str
    pk: int = 0
    beside: dict[int, str] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class NameQuestion:
    """`forms` are the spellings, the most frequent first; `count` papers print one."""

    key: str
    forms: list[str]
    count: int
    papers: list[PrintedOn] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def printed(self) -> str:
        return self.forms[0]

    @property
    def name(self) -> PersonName:
        return parse_name(self.printed)

    @property
    def likely(self) -> Candidate | None:
        """The one candidate who wrote with others on these papers, if it is one."""
        sharing = [each for each in self.candidates if each.shared]
        return sharing[0] if len(sharing) == 1 else None


def add_candidates(questions):
    """Whom each name may mean, in a constant number of queries."""
    excluded = _excluded({each.key for each in questions})
    beside = {pk for each in questions for paper in each.papers for pk in paper.beside}
    known = KnownAuthors(_known(questions, beside))
    for each in questions:
        like = [
            author
            for author in known.like(each.name)
            if (each.key, author.pk) not in excluded
        ]
        papers = [set(paper.beside) for paper in each.papers]
        each.candidates = candidates(each.name, like, papers)


def _excluded(keys):
    decisions = Decision.objects.filter(name_key__in=keys, same=False)
    return set(decisions.values_list("name_key", "author_id"))


def _known(questions, beside):
    """Members, and whoever else bears one of the names or one of the family names."""
    pages = {member.author_id: member for member in members.everyone()}
    keys = {each.key for each in questions}
    families = {each.name.family for each in questions if each.name.family}
    bearing = Author.objects.filter(Q(key__in=keys) | Q(names__key__in=keys))
    authors = Author.objects.filter(
        Q(pk__in=pages) | Q(family_name__in=families) | Q(pk__in=bearing.values("pk"))
    )
    authors = authors.annotate(papers=Count("authorships")).prefetch_related("names")
    authors = list(authors)
    coauthors = _coauthors([author.pk for author in authors], beside)
    return [
        _known_author(author, pages.get(author.pk), coauthors[author.pk])
        for author in authors
    ]


def _known_author(author, member, coauthors):
    return KnownAuthor(
        pk=author.pk,
        name=author.name,
        other_keys=frozenset(each.key for each in author.names.all()),
        member=member.slug if member else "",
        papers=author.papers,
        orcid=author.orcid,
        standing=member.standing if member else "",
        url=member.url if member else "",
        coauthors=coauthors,
    )


def _coauthors(authors, beside):
    """{author id: {id: name}} of those among `beside` with whom the authors wrote."""
    rows = Authorship.objects.filter(
        author__in=authors, publication__authorships__author__in=beside
    )
    found = defaultdict(dict)
    for author, other, given, family in rows.values_list(
        "author_id",
        "publication__authorships__author_id",
        "publication__authorships__author__given_name",
        "publication__authorships__author__family_name",
    ).distinct():
        if other != author:
            found[author][other] = f"{given} {family}".strip()
    return found
