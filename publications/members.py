"""Which authors have a page of their own.

The bibliography works without any members. Whoever keeps members' pages (the people
app) registers itself here when the site starts, so that nothing in this app needs to
import it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Member:
    """An author's page: `url` is empty while the page may not be shown in public.

    `joined` and `left` are the years of the membership, None when they are not known.
    `position` is what the member is in the lab ("PhD Student").
    """

    author_id: int
    slug: str
    name: str
    url: str = ""
    joined: int | None = None
    left: int | None = None
    position: str = ""
    affiliation: str = ""
    orcid: str = ""
    page_id: int | None = None

    @property
    def standing(self) -> str:
        """What tells the member from a namesake: "PhD Student, Sea University, 2018–2022"."""
        return ", ".join(filter(None, (self.position, self.affiliation, self.years)))

    @property
    def years(self) -> str:
        if self.joined and self.left:
            return f"{self.joined}–{self.left}"
        if self.joined:
            return f"since {self.joined}"
        return f"until {self.left}" if self.left else ""


class MemberPages(Protocol):
    def everyone(self) -> list[Member]: ...

    def of_authors(self, author_ids: Iterable[int]) -> dict[int, Member]: ...

    def with_slug(self, slug: str) -> Member | None: ...


class NoMembers:
    def everyone(self):
        return []

    def of_authors(self, author_ids):
        return {}

    def with_slug(self, slug):
        return None


_pages: list[MemberPages] = [NoMembers()]


def register(pages: MemberPages) -> None:
    _pages[0] = pages


def everyone() -> list[Member]:
    """All members, those without a public page too."""
    return _pages[0].everyone()


def of_authors(author_ids: Iterable[int]) -> dict[int, Member]:
    """The members among these authors, by author id, in one query."""
    return _pages[0].of_authors(author_ids)


def with_slug(slug: str) -> Member | None:
    return _pages[0].with_slug(slug)
