"""A record that tells where a work appeared, added to the record of the work."""

from dataclasses import replace

from publications.likeness import title_key
from publications.values import AppearanceRecord, Record


def with_appearance(held: Record, stated: Record) -> Record:
    """The held record with the stated one's places, dates and identifiers beside it."""
    places = {_place(each) for each in held.appearances}
    further = [
        _beside(each, stated, held)
        for each in (_primary(stated), *stated.appearances[1:])
        if _place(each) not in places
    ]
    known = set(held.identifiers)
    added = [pair for pair in stated.identifiers if pair not in known]
    return replace(
        held,
        appearances=(*held.appearances, *further),
        identifiers=(*held.identifiers, *added),
    )


def _primary(stated):
    """A preprint's entry often names no venue but its number."""
    primary = stated.appearances[0]
    if not primary.venue and "arxiv" in dict(stated.identifiers):
        return replace(primary, venue="arXiv", kind="preprint")
    return primary


def _place(appearance: AppearanceRecord):
    return title_key(appearance.venue), appearance.date.year


def _beside(appearance, stated, held):
    other_title = (
        "" if title_key(stated.title) == title_key(held.title) else stated.title
    )
    return replace(appearance, title=appearance.title or other_title)
