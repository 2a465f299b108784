"""Papers of the site that may be one work, found as an import finds them.

Nobody compares all with all: each is compared with what shares an identifier, a key, a
title or two words of it, and only so many papers are gone through at a time.
"""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain, islice

from django.db.models import Q

from publications.importing.held_works import works_like, works_of
from publications.importing.sameness import is_same, likeness
from publications.importing.shelf import CROWD
from publications.models import Decision, Publication, Relation

AT_A_TIME = 100
# So many pairs fill a page, and so many papers are looked through for them.
MOST_PAIRS, MOST_PAPERS = 20, 1500
ALIKE = "Whatever tells two works apart agrees: identifier or title, authors and year."


@dataclass(frozen=True)
class Pair:
    """`one` is the newer record; `why` a sentence."""

    one: Publication
    other: Publication
    why: str


@dataclass
class Found:
    """`last` is the id of the last paper that was looked at, None at the end."""

    pairs: list[Pair] = field(default_factory=list)
    looked: int = 0
    last: int | None = None


def possible_duplicates(after=None) -> Found:
    """Pairs among the papers with smaller ids than `after`, the newest first."""
    papers = Publication.objects.order_by("-pk").values_list("pk", flat=True)
    ids = (papers.filter(pk__lt=after) if after else papers).iterator()
    found = Found()
    while chunk := list(islice(ids, AT_A_TIME)):
        found.pairs += _pairs(chunk)
        found.looked += len(chunk)
        if len(found.pairs) >= MOST_PAIRS or found.looked >= MOST_PAPERS:
            found.last = chunk[-1] if papers.filter(pk__lt=chunk[-1]).exists() else None
            break
    return found


def keep_apart(*, one, other, by=None):
    """Remember that two papers are two works; later imports are not bound by it."""
    Decision.objects.update_or_create(
        work_key=one.title_key,
        publication=other,
        statement_digest=_sign(one.pk),
        defaults={"work_title": one.title, "same": False, "decided_by": by},
    )


def _pairs(chunk):
    works = works_of(chunk)
    held, _ = works_like(works)
    alike = [
        (work.slug, other.slug, why)
        for work, other in _near(works, held)
        if (why := _why(work, other))
    ]
    slugs = {slug for one, other, _ in alike for slug in (one, other)}
    papers = {
        paper.slug: paper
        for paper in Publication.objects.filter(slug__in=slugs).prefetch_related(
            "authorships", "appearances", "decisions"
        )
    }
    tied = _tied(papers.values())
    pairs = [Pair(papers[one], papers[other], why) for one, other, why in alike]
    return [
        pair
        for pair in sorted(pairs, key=lambda pair: (-pair.one.pk, -pair.other.pk))
        if pair.one.pk > pair.other.pk
        and {pair.one.pk, pair.other.pk} not in tied
        and not (_is_apart(pair.one, pair.other) or _is_apart(pair.other, pair.one))
    ]


def _near(works, held):
    """Pairs that share anything by which works find each other, each once."""
    shelf = defaultdict(list)
    for other in held:
        for look_up in chain(other.look_ups, other.pairs):
            shelf[look_up].append(other)
    for work in works:
        look_ups = chain(work.look_ups, work.pairs)
        near = {
            other.slug: other
            for look_up in look_ups
            for other in shelf[look_up][:CROWD]
            if other.slug != work.slug
        }
        yield from ((work, other) for other in near.values())


def _why(work, other):
    return likeness(work, other) or (ALIKE if is_same(work, other) else "")


def _tied(papers):
    """Pairs of ids of papers whose relation somebody has stated."""
    ids = [paper.pk for paper in papers]
    rows = Relation.objects.filter(Q(publication__in=ids) & Q(other__in=ids))
    return [set(pair) for pair in rows.values_list("publication", "other")]


def _is_apart(paper, from_other):
    """Whether it was decided that the other one is not this paper."""
    signs = {"", _sign(from_other.pk), from_other.statement_digest}
    return any(
        not each.same
        and each.work_key == from_other.title_key
        and each.statement_digest in signs
        for each in paper.decisions.all()
    )


def _sign(pk):
    """Stands for the paper itself, as a digest does for an entry."""
    return hashlib.sha256(f"paper {pk}".encode()).hexdigest()
