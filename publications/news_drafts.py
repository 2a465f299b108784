"""A drafted news item about a paper that was accepted."""

from django.db import transaction

from portal.models import HomePage, NewsIndexPage, NewsPage, NewsPaper
from publications import members
from publications.models import Appearance, Publication

ACCEPTED = Appearance.Status.ACCEPTED
LONGEST_TITLE = 255
MOST_NAMES = 4


def is_accepted(paper):
    """Whether one of its appearances is accepted, and none of them out yet."""
    return any(each.status == ACCEPTED for each in paper.appearances.all())


def not_in_the_news():
    """Public papers that are accepted somewhere and that no news item names."""
    named = NewsPaper.objects.values("publication")
    accepted = Appearance.objects.filter(status=ACCEPTED).values("publication")
    papers = Publication.objects.public().filter(pk__in=accepted)
    return papers.exclude(pk__in=named).order_by("-updated_at", "-pk")


def news_list_for(user):
    """The list of news that this user may add to; None when there is none.

    On a site without one it is a page that is not saved yet, where the user may make it.
    """
    for page in NewsIndexPage.objects.live().order_by("path"):
        if page.permissions_for_user(user).can_add_subpage():
            return page
    if NewsIndexPage.objects.exists():
        return None
    home = HomePage.objects.live().first()
    if home and home.permissions_for_user(user).can_add_subpage():
        return NewsIndexPage(title="News", slug="news", show_in_menus=True)
    return None


@transaction.atomic
def draft_news(*, paper, news_list, user):
    """A news item that nobody sees before an editor publishes it."""
    if news_list.pk is None:
        HomePage.objects.live().first().add_child(instance=news_list)
    page = NewsPage(
        title=news_title(paper), intro=_about(paper), live=False, owner=user
    )
    page.mention(people=_member_pages(paper), papers=[paper.pk])
    news_list.add_child(instance=page)
    page.save_revision(user=user)
    return page


def news_title(paper):
    """“Deep Graphs” accepted at NeurIPS 2026; a long title is cut, never its venue."""
    place = next(each for each in paper.appearances.all() if each.status == ACCEPTED)
    venue = place.venue.short_name if place.venue else place.venue_printed
    year = str(place.date.year or "") if venue else ""
    where = " ".join(filter(None, ("at" if venue else "", venue, year)))
    ending = f"” accepted {where}".rstrip()
    room = LONGEST_TITLE - len(ending) - 1
    title = paper.title if len(paper.title) <= room else paper.title[: room - 1] + "…"
    return f"“{title}{ending}"[:LONGEST_TITLE]


def _about(paper):
    names = [each.printed_name for each in paper.authors]
    shown = names[:MOST_NAMES]
    if len(names) > MOST_NAMES:
        shown = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    line = " and ".join(filter(None, (", ".join(shown[:-1]), "".join(shown[-1:]))))
    return f"A paper by {line}."[:400] if line else ""


def _member_pages(paper):
    """The pages of the members who wrote it, in the paper's order."""
    ids = [each.author_id for each in paper.authors if each.author_id]
    known = members.of_authors(ids)
    return [known[each].page_id for each in dict.fromkeys(ids) if each in known]
