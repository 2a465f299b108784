"""What happens to members' pages in Wagtail, told to the lists that link to them.

Wagtail's own forms publish, move and restrict pages; nothing of ours is called then.
"""

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from people.models import PersonPage
from publications.renewal import renew_authors


def connect():
    for signal in (page_published, page_unpublished, page_slug_changed):
        signal.connect(_member_changed, sender=PersonPage)
    post_delete.connect(_member_changed, sender=PersonPage)
    pre_save.connect(_author_may_change, sender=PersonPage)
    post_save.connect(_author_changed, sender=PersonPage)
    post_page_move.connect(_page_moved)
    for signal in (post_save, post_delete):
        signal.connect(_restriction_changed, sender=PageViewRestriction)


def _member_changed(sender, instance, **kwargs):
    renew_authors([instance.author_id])


def _author_may_change(sender, instance, **kwargs):
    """Once it is saved nothing tells any more whose page it was."""
    held = PersonPage.objects.filter(pk=instance.pk)
    former = held.exclude(author=instance.author_id).values_list("author", flat=True)
    instance.former_authors = set(former)


def _author_changed(sender, instance, **kwargs):
    if instance.former_authors:
        renew_authors(instance.former_authors)


def _page_moved(sender, instance, **kwargs):
    """A page that moves may come into a private part of the site, or out of one."""
    _renew_below(instance)


def _restriction_changed(sender, instance, **kwargs):
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:
        _renew_below(page)


def _renew_below(page):
    below = PersonPage.objects.descendant_of(page, inclusive=True)
    renew_authors(below.order_by().values_list("author_id", flat=True))
