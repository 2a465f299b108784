"""The held works that some works of a file may be: what matching needs of them.

Found through indexed columns for a chunk of works at a time, so that neither the time
nor the memory depends on how much the site holds.
"""

from collections import defaultdict

from django.db.models import Count

from publications.importing.agreements import SERIAL
from publications.importing.match import Work, folded_family, marked
from publications.importing.sameness import could_be_alike
from publications.importing.shelf import CROWD
from publications.likeness import significant, title_pairs
from publications.models import (
    Appearance,
    Authorship,
    Decision,
    Identifier,
    Publication,
)
from publications.names import fold
from publications.querysets import each_among

PAIRS = tuple(f"title_pair_{number}" for number in range(1, 6))
COLUMNS = ("pk", "slug", "title", "title_key", "stated_key", "citation_key")


class Crowds:
    """Pairs of words that a crowd of held works has: they tell nothing.

    A run asks for the same ones over and over, and to count a crowd takes long.
    """

    def __init__(self):
        self._known = {column: set() for column in PAIRS}

    def without(self, column, pairs):
        """Those of the pairs that few works have."""
        known = self._known[column]
        papers = Publication.objects.order_by().values_list(column)
        counted = papers.annotate(works=Count("pk"))
        few = []
        for pair, count in each_among(counted, column, set(pairs) - known):
            if count <= CROWD:
                few.append(pair)
            else:
                known.add(pair)
        return few


def works_like(works, crowds=None):
    """(held works that may be one of these, {(title key, slug): is the same}).

    `crowds` are remembered from one call to the next.
    """
    if not Publication.objects.exists():
        return [], {}
    rows = _same_title_or_key(works) | _alike(works, crowds or Crowds())
    rows |= _found(Publication.objects, "pk", _sharing_identifier(works) - set(rows))
    decided = _decisions(works)
    missing = {pk for pk, *_ in decided} - set(rows)
    rows |= _found(Publication.objects, "pk", missing)
    verdicts = {(key, rows[pk][1]): same for pk, key, same in decided}
    return _as_works(rows), verdicts


def works_of(papers):
    """The works of these papers, by id."""
    return _as_works(_found(Publication.objects, "pk", papers))


def _found(queryset, column, values):
    # To have them in some order, SQLite reads the whole table rather than an index.
    found = queryset.order_by().values_list(*COLUMNS)
    rows = each_among(found, column, sorted(values))
    return {row[0]: row for row in rows}


def _same_title_or_key(works):
    papers = Publication.objects
    titles = {key for work in works for key in work.title_keys}
    found = _found(papers, "title_key", titles)
    found |= _found(papers, "stated_key", titles)
    return found | _found(papers, "citation_key", {work.key for work in works} - {""})


def _sharing_identifier(works):
    values = defaultdict(set)
    for work in works:
        for scheme, value in work.identifiers:
            if scheme not in SERIAL:
                values[scheme].add(value)
    sharing = set()
    for scheme, theirs in values.items():
        rows = Identifier.objects.filter(scheme=scheme).order_by()
        rows = rows.values_list("publication_id", flat=True)
        sharing.update(each_among(rows, "value", sorted(theirs)))
    return sharing


def _alike(works, crowds):
    """Works whose titles share two words, as far as the rest of the title agrees."""
    wanted = defaultdict(list)
    for work in works:
        words = work.words
        for pair in title_pairs(work.title_key):
            wanted[pair].append(words)
    found = set()
    for column in PAIRS:
        papers = Publication.objects.order_by()
        rows = papers.values_list("pk", "title_key", column)
        for pk, key, pair in each_among(rows, column, crowds.without(column, wanted)):
            if pk not in found:
                words = significant(key)
                if any(could_be_alike(words, others) for others in wanted[pair]):
                    found.add(pk)
    return _found(Publication.objects, "pk", found)


def _decisions(works):
    # What was decided about one entry is no rule for others of its title.
    rows = Decision.objects.order_by()
    rows = rows.filter(publication__isnull=False, statement_digest="")
    rows = rows.values_list("publication_id", "work_key", "same")
    return list(
        each_among(rows, "work_key", sorted({each.title_key for each in works}))
    )


def _as_works(rows):
    families, identifiers = _families(rows), _identifiers(rows)
    primary, venues = _appearances(rows)
    works = [
        Work(
            slug=slug,
            title=title,
            title_key=key,
            stated_key=stated_key,
            key=citation_key,
            year=primary[pk][0],
            pages=primary[pk][1],
            families=frozenset(families[pk]) - {""},
            venues=frozenset(venues[pk]),
            identifiers=frozenset(identifiers[pk]),
        )
        for pk, slug, title, key, stated_key, citation_key in rows.values()
    ]
    return list(map(marked, works))


def _families(papers):
    families = defaultdict(set)
    rows = Authorship.objects.filter(role="author").order_by()
    rows = rows.values_list("publication_id", "family_name", "printed_name")
    for pk, family, printed in each_among(rows, "publication_id", sorted(papers)):
        families[pk].add(folded_family(family or printed))
    return families


def _appearances(papers):
    primary, venues = defaultdict(lambda: (None, "")), defaultdict(set)
    rows = Appearance.objects.order_by().values_list(
        "publication_id",
        "position",
        "date",
        "pages",
        "venue__name",
        "venue__acronym",
        "venue_printed",
    )
    for pk, position, date, pages, *names in each_among(
        rows, "publication_id", sorted(papers)
    ):
        venues[pk] |= {fold(name) for name in names if name}
        if position == 0:
            primary[pk] = (date.year, pages)
    return primary, venues


def _identifiers(papers):
    identifiers = defaultdict(set)
    rows = Identifier.objects.order_by()
    rows = rows.values_list("publication_id", "scheme", "value")
    for pk, *identifier in each_among(rows, "publication_id", sorted(papers)):
        identifiers[pk].add(tuple(identifier))
    return identifiers
