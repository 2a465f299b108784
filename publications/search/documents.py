"""The words of papers: everything that a paper shows and may be looked for by."""

from functools import lru_cache

from portal.bulk_rows import light
from publications.models.search_text import SearchText
from publications.search.words import BREAK, stemmed_words, words

LONGEST_TEXT = 50_000

# Authors, venues and topics come again and again.
_name = lru_cache(maxsize=32_768)(words)
_term = lru_cache(maxsize=8192)(stemmed_words)


def search_texts(tables):
    """Unsaved SearchText rows of the papers of these PaperTables."""
    for paper in tables.papers:
        key, appearances = paper.pk, tables.appearances.get(paper.pk, ())
        day = _first_day(appearances)
        identifiers = [value for _, value in tables.identifiers.get(key, ())]
        yield light(
            SearchText,
            publication_id=key,
            recency=SearchText.recency_of(day, key),
            title=_prose([paper.title, *(each.title for each in appearances)]),
            authors=_joined(_authors(tables, key), _name),
            venue=_joined(_cut(_venues(tables, appearances)), _term),
            topics=_joined(_cut(_topics(tables, key)), _term),
            identifiers=_joined([*identifiers, day[:4]], words),
            abstract=_prose([paper.abstract]),
        )


def _joined(texts, fold):
    """Each text once; those without a word say nothing."""
    return BREAK.join(filter(None, map(fold, dict.fromkeys(texts))))[:LONGEST_TEXT]


def _prose(texts):
    return _joined(_cut(texts), stemmed_words)


def _cut(texts):
    return (text[:LONGEST_TEXT] for text in texts if text)


def _authors(tables, key):
    """Names as printed, and every name of whom they are linked to that may be shown."""
    names, others = [], tables.other_author_names
    rows = tables.authorships.get(key, ())
    for _, author, *_, printed, given, family, suffix, native in rows:
        names.append(printed)
        if author:
            names += (f"{given} {family} {suffix}".strip(), native)
            names += others.get(author, ())
    return names


def _venues(tables, appearances):
    """Names of the places, and the badges."""
    names, others = [], tables.other_venue_names
    for each in appearances:
        names += (each.venue_printed, each.venue__name, each.venue__acronym, each.label)
        names += others.get(each.venue_id, ())
    return names


def _first_day(appearances):
    """Of the primary one, as a date's column begins: "20180800", or nothing."""
    first = appearances[0] if appearances else None
    return first.date.sort_key if first and first.position == 0 else ""


def _topics(tables, key):
    """In the order in which the paper was given them."""
    return [name for _, _, _, name in sorted(tables.topics.get(key, ()))]
