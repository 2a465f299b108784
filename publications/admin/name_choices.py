"""A page of printed names in the admin: what is shown of each, and what was chosen."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.template.defaultfilters import pluralize
from django.urls import reverse

from publications import members
from publications.admin.counts import papers_of_author
from publications.admin.search import authors_matching
from publications.importing.name_questions import NameQuestion
from publications.models import Author
from publications.naming import decide_person, decide_stranger

MOST_FOUND = 8
NEW = "new"
AUTHOR = "author-"


@dataclass(frozen=True)
class Option:
    """A radio button: what it stands for, and what speaks for it.

    `standing` tells a member from a namesake; `url` leads to who is meant.
    """

    value: str
    label: str
    why: str
    is_member: bool = False
    standing: str = ""
    url: str = ""


@dataclass
class NameCard:
    """`choice` is "" (left open), "new" or "author-<id>"; `found` answers `search`."""

    number: int
    question: NameQuestion
    choice: str = ""
    search: str = ""
    found: list[Author] = field(default_factory=list)

    @property
    def options(self):
        proposed = [
            Option(
                f"{AUTHOR}{each.known.pk}",
                each.known.name.display,
                each.evidence[:1].upper() + each.evidence[1:],
                bool(each.known.member),
                each.known.standing,
                each.known.url or _edited_at(each.known.pk),
            )
            for each in self.question.candidates[:MOST_FOUND]
        ]
        found = self._found_options()
        new = Option(NEW, "Somebody new", "None of these: an author of their own.")
        later = Option("", "Leave it open", "The name is shown and linked to nobody.")
        return [*proposed, *found, new, later]

    def _found_options(self):
        if not self.found:
            return []
        pages = members.of_authors(author.pk for author in self.found)
        return [self._found_option(each, pages.get(each.pk)) for each in self.found]

    def _found_option(self, author, member):
        why = [
            f"Found for “{self.search}”",
            f"has {author.papers} paper{pluralize(author.papers)} here",
            author.orcid and f"ORCID iD {author.orcid}",
        ]
        return Option(
            f"{AUTHOR}{author.pk}",
            author.display_name,
            f"{'; '.join(filter(None, why))}.",
            bool(member),
            member.standing if member else "",
            (member and member.url) or _edited_at(author.pk),
        )


class SentChoices:
    """The form of a page of names as it was sent, by the key of the name."""

    def __init__(self, data):
        # PostgreSQL holds no text with a NUL in it.
        data = {name: value.replace("\0", "") for name, value in data.items()}
        numbers = [name[4:] for name in data if name.startswith("key-")]
        self.choices = {
            data[f"key-{each}"]: data.get(f"choice-{each}", "") for each in numbers
        }
        self.searches = {
            data[f"key-{each}"]: data.get(f"find-{each}", "").strip()[:200]
            for each in numbers
        }

    @property
    def keys(self):
        return list(self.choices)

    def cards(self, questions):
        return [
            NameCard(
                number,
                question,
                self.choices.get(question.key, ""),
                search := self.searches.get(question.key, ""),
                _found(search, question),
            )
            for number, question in enumerate(questions)
        ]

    @transaction.atomic
    def decide(self, questions, by):
        """Keep what was chosen; returns how many names are decided."""
        chosen = [(each, self.choices.get(each.key, "")) for each in questions]
        return sum(_decide(question, choice, by) for question, choice in chosen)


@transaction.atomic
def accept_likely(questions, by):
    """Decide the names of which one candidate alone shares coauthors; their number."""
    likely = [each for each in questions if each.likely]
    return sum(_decide(each, f"{AUTHOR}{each.likely.known.pk}", by) for each in likely)


def _decide(question, choice, by):
    if choice == NEW:
        candidates = [each.known.pk for each in question.candidates]
        decide_stranger(printed=question.printed, candidates=candidates, by=by)
        return True
    pk = choice.removeprefix(AUTHOR)
    author = Author.objects.filter(pk=pk).first() if pk.isdecimal() else None
    if author:
        decide_person(printed=question.printed, author=author, by=by)
    return bool(author)


def _edited_at(author_id):
    return reverse("authors:edit", args=[author_id])


def _found(search, question):
    if not search:
        return []
    named = {each.known.pk for each in question.candidates}
    authors = Author.objects.exclude(pk__in=named)
    authors = authors.annotate(
        papers=papers_of_author(), member=F("person_page__title")
    )
    found = authors_matching(authors, search)
    order = (F("member").asc(nulls_last=True), "-papers", "family_name", "pk")
    return list(found.order_by(*order)[:MOST_FOUND])
