"""Members, found by their names as people remember them, or by what they work on."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import OuterRef
from django.utils.html import format_html
from rapidfuzz import process
from rapidfuzz.distance import OSA

from people.models import PersonPage
from portal.json_rows import JSONRow, JSONRows
from portal.search import BY_INTEREST, BY_NAME, Section
from portal.search.marks import Marks
from publications.models import AuthorName
from publications.names import fold

SHOWN = 6
MOST_WORDS = 8
# "Sungyog" is meant for "Sungyong", "Lee" for nobody else than Lee.
SHORTEST_MISTYPED, ALIKE = 4, 0.74
NAME, ALSO_NAME, SIMILAR, WORKS_ON = range(4)


@dataclass(frozen=True)
class PersonHit:
    person: PersonPage
    why: str


class MemberSearch:
    page_models = (PersonPage,)

    def search(self, text):
        words = fold(text).split()[:MOST_WORDS]
        found = sorted(_found(words, Marks(text.split()))) if words else []
        if any(rank < SIMILAR for rank, *_ in found):
            found = [each for each in found if each[0] != SIMILAR]
        best = found[0][0] if found else WORKS_ON
        # The directory's own search knows the names of the pages, nothing else.
        all_by_name = {rank for rank, *_ in found} == {NAME} and len(found) > SHOWN
        return Section(
            key="people",
            label="People",
            hits=_hits(found[:SHOWN]),
            count=len(found),
            order=BY_NAME if best < SIMILAR else BY_INTEREST,
            template="components/search_people.html",
            all_url=f"/people/?{urlencode({'name': text})}" if all_by_name else "",
            all_label=f"All {len(found)} people",
            suggestion=found[0][2] if best == SIMILAR else "",
        )


def _found(words, marks):
    """(rank, whether words only begin names, name, page id, reason) of who fits."""
    members = list(_members())
    alike = _alike(
        words, {w for _, _, names, _ in members for _, n in names for w in n}
    )
    for key, title, names, topics in members:
        reason = _by_name(words, names, alike, marks) or _by_topic(words, topics, marks)
        if reason:
            rank, why = reason
            whole = set(words) <= {word for _, own in names for word in own}
            yield rank, not whole, title, key, why


def _members():
    """(page id, title, [(name, its folded words)], [(what, text)]) of the public ones."""
    pages = PersonPage.objects.visible().order_by("pk")
    columns = ("pk", "title", "interests", "job_title", "affiliation")
    columns += ("author__given_name", "author__family_name", "author__native_name")
    pages = pages.annotate(others=JSONRows(_other_names()))
    for key, title, interests, job, place, given, family, native, others in list(
        pages.values_list(*columns, "others")
    ):
        others = sorted(others or [], key=lambda each: each["pk"])
        others = [each["text"] for each in others]
        names = [title, f"{given} {family}".strip(), native, *others]
        names = [(each, fold(each).split()) for each in dict.fromkeys(names) if each]
        topics = [("Works on", line.strip()) for line in interests.splitlines()]
        topics += [("", job), ("", place)]
        yield key, title, names, [pair for pair in topics if pair[1]]


def _other_names():
    """Those of one page's author."""
    names = AuthorName.objects.order_by().filter(
        author=OuterRef("author"), hidden=False
    )
    names = names.exclude(kind=AuthorName.Kind.FORMER)
    return names.annotate(item=JSONRow(pk="pk", text="text")).values("item")


def _alike(words, name_words):
    """For each word the words of names that it may be mistyped for."""
    return {
        word: {
            each
            for each, *_ in process.extract(
                word,
                list(name_words),
                scorer=OSA.normalized_similarity,
                score_cutoff=ALIKE,
                limit=None,
            )
        }
        for word in words
        if len(word) >= SHORTEST_MISTYPED
    }


def _by_name(words, names, alike, marks):
    for number, (name, own) in enumerate(names):
        if all(any(each.startswith(word) for each in own) for word in words):
            if not number:
                return NAME, format_html("Name: {}", marks.of_text(name))
            return ALSO_NAME, format_html("Also printed as {}", marks.of_text(name))
    for name, own in names:
        if all(_fits(word, own, alike) for word in words):
            return SIMILAR, f"Similar name: {name}"
    return None


def _fits(word, own, alike):
    begins = any(each.startswith(word) for each in own)
    return begins or bool(alike.get(word, set()) & set(own))


def _by_topic(words, topics, marks):
    for what, text in topics:
        own = fold(text).split()
        if all(any(each.startswith(word) for each in own) for word in words):
            label = f"{what}: " if what else ""
            return WORKS_ON, format_html("{}{}", label, marks.of_text(text))
    return None


def _hits(found):
    pages = PersonPage.objects.visible().filter(pk__in=[key for *_, key, _ in found])
    pages = {page.pk: page for page in pages.for_cards()} if found else {}
    return [PersonHit(pages[key], why) for *_, key, why in found if key in pages]
