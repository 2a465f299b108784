"""The words of papers: everything that a paper shows and may be looked for by.

Read with a fixed number of queries for any number of papers, as plain tuples: an
import of 100,000 papers comes through here.
"""

from collections import defaultdict

from django.db.models import CharField
from django.db.models.functions import Left

from portal.bulk_rows import light
from publications.models.appearance import Appearance
from publications.models.author import Author, AuthorName
from publications.models.authorship import Authorship
from publications.models.publication import Identifier, Publication
from publications.models.search_text import SearchText
from publications.models.venue import VenueName
from publications.search.words import BREAK, stemmed_words, words

LONGEST_TEXT = 50_000


def search_texts(ids):
    """Unsaved SearchText rows of those among these papers that are public."""
    papers = Publication.objects.public().filter(pk__among=ids)
    papers = list(papers.order_by().values_list("pk", "title", "abstract"))
    ids = [key for key, _, _ in papers]
    authors, topics, identifiers = _authors(ids), _topics(ids), _identifiers(ids)
    venues, titles, days = _appearances(ids)
    for key, title, abstract in papers:
        day = days.get(key, "")
        year = [day[:4]] if day else []
        yield light(
            SearchText,
            publication_id=key,
            recency=SearchText.recency_of(day, key),
            title=_prose([title, *titles.get(key, ())]),
            authors=_names(authors.get(key, ())),
            venue=_prose(venues.get(key, ())),
            topics=_prose(topics.get(key, ())),
            identifiers=_names([*identifiers.get(key, ()), *year]),
            abstract=_prose([abstract]),
        )


def _names(texts, fold=words):
    return BREAK.join(filter(None, map(fold, dict.fromkeys(texts))))[:LONGEST_TEXT]


def _prose(texts):
    return _names((text[:LONGEST_TEXT] for text in texts), fold=stemmed_words)


def _authors(ids):
    """Names as printed, and every name of whom they are linked to that may be shown."""
    rows = _rows_of(Authorship, ids).order_by("publication_id", "position")
    rows = list(rows.values_list("publication_id", "printed_name", "author_id"))
    known = _names_of_authors({author for _, _, author in rows if author})
    names = defaultdict(list)
    for key, printed, author in rows:
        names[key] += [printed, *known.get(author, ())]
    return names


def _names_of_authors(author_ids):
    names = defaultdict(list)
    shown = Author.objects.filter(pk__among=author_ids).order_by()
    columns = ("pk", "given_name", "family_name", "suffix", "native_name")
    for key, given, family, suffix, native in shown.values_list(*columns):
        names[key] += filter(None, (f"{given} {family} {suffix}".strip(), native))
    others = AuthorName.objects.filter(author__among=author_ids, hidden=False)
    for key, text in others.order_by("pk").values_list("author_id", "text"):
        names[key].append(text)
    return names


def _appearances(ids):
    """Names of the places, further titles, and the first day, each by paper."""
    rows = _rows_of(Appearance, ids).annotate(
        day=Left("date", 8, output_field=CharField())
    )
    columns = ("publication_id", "position", "day", "title", "label", "venue_printed")
    columns += ("venue_id", "venue__name", "venue__acronym")
    rows = list(rows.order_by("publication_id", "position").values_list(*columns))
    others = _other_venue_names({row[6] for row in rows if row[6]})
    venues, titles, days = defaultdict(list), defaultdict(list), {}
    for key, position, day, title, label, printed, venue, name, acronym in rows:
        venues[key] += filter(None, (printed, name, acronym, label))
        venues[key] += others.get(venue, ())
        if title:
            titles[key].append(title)
        if position == 0 and day.isdigit():
            days[key] = day
    return venues, titles, days


def _other_venue_names(venue_ids):
    names = defaultdict(list)
    rows = VenueName.objects.filter(venue__among=venue_ids).order_by("pk")
    for key, text in rows.values_list("venue_id", "text"):
        names[key].append(text)
    return names


def _topics(ids):
    rows = _rows_of(Publication.topics.through, ids).order_by("pk")
    return _by_paper(rows.values_list("publication_id", "topic__name"))


def _identifiers(ids):
    rows = _rows_of(Identifier, ids).order_by("pk")
    return _by_paper(rows.values_list("publication_id", "value"))


def _by_paper(rows):
    texts = defaultdict(list)
    for key, text in rows:
        texts[key].append(text)
    return texts


def _rows_of(model, ids):
    return model.objects.filter(publication__among=ids)
