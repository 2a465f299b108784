"""The source of a paper as its file had it, while nobody has changed the paper."""

from publications.facts import digest_of_facts, facts_of
from publications.formats import bibtex
from publications.importing.normalise import normalise
from publications.records import record_of


def untouched_source(paper):
    """The BibTeX entry that the paper was last imported from, byte for byte, or "".

    It is still true when the paper says what imports have said and made of their
    silence, and the last one has said all of it.
    """
    said = paper.imported.get("said", {})
    if paper.source_format != "bibtex" or not paper.source_text:
        return ""
    if digest_of_facts(paper.citation_key, said) != paper.statement_digest:
        return ""
    facts = facts_of(record_of(paper))
    wanted = {**paper.imported.get("made", {}), **said}
    differing = {n for n in {*facts, *wanted} if facts.get(n) != wanted.get(n)}
    if differing == {"label"} and facts.get("label") == _acronym(paper.source_text):
        # The venue has another acronym, so that of the entry became the badge.
        differing = set()
    return "" if differing else paper.source_text


def _acronym(source):
    entry = next(iter(bibtex.read(source, "")))
    return normalise(entry).appearances[0].venue_short
