"""The search of the whole site: what the apps have registered to be searched.

Each app knows how its own things are found; nothing here knows what a person or a
paper is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from wagtail.models import Page

LONGEST_TEXT = 200
# The order of the sections: who is called so comes before what is called so.
BY_NAME, PAPERS, BY_INTEREST, PAGES = range(4)


@dataclass(frozen=True)
class Section:
    """What one kind of thing gives. `template` shows the `hits`, few of `count`.

    `all_url` leads to all of them. `suggestion` is what may have been meant.
    """

    key: str
    label: str
    hits: Sequence = ()
    count: int = 0
    order: int = PAGES
    template: str = ""
    all_url: str = ""
    all_label: str = ""
    suggestion: str = ""


class Searcher(Protocol):
    """`page_models` are those that it finds itself: they are no further pages."""

    page_models: tuple[type[Page], ...]

    def search(self, text: str) -> Section: ...


_searchers: dict[type[Searcher], Searcher] = {}


def register(searcher: Searcher) -> None:
    """One of a kind: Django calls `ready` again where it was interrupted."""
    _searchers[type(searcher)] = searcher


def searchers() -> tuple[Searcher, ...]:
    return tuple(_searchers.values())


def sections(text: str) -> list[Section]:
    """What the whole site has, the sections with the likeliest first."""
    found = [searcher.search(text) for searcher in searchers()]
    return sorted(found, key=lambda section: section.order)
