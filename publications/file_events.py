"""What happens to pictures and documents in Wagtail, told to the papers that show them.

A document is shown while everybody may open it: its collection may be restricted, or
move into one that is.
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction

from publications.models import Link, Publication
from publications.paper_pictures import SIZE
from publications.renewal import renew


def connect():
    for model in (get_image_model(), get_document_model()):
        post_save.connect(_changed, sender=model)
        pre_delete.connect(_goes, sender=model)
        post_delete.connect(_gone, sender=model)
    renditions = get_image_model().get_rendition_model()
    post_delete.connect(_rendition_gone, sender=renditions)
    for signal in (post_save, post_delete):
        signal.connect(_restriction_changed, sender=CollectionViewRestriction)
    post_save.connect(_collection_may_move, sender=Collection)


def _papers_with(file):
    if isinstance(file, get_image_model()):
        rows = Publication.objects.filter(thumbnail=file).values_list("pk", flat=True)
    else:
        links = Link.objects.filter(document=file)
        rows = links.values_list("publication_id", flat=True)
    return set(rows.order_by())


def _changed(sender, instance, created, **kwargs):
    if not created and (papers := _papers_with(instance)):
        renew(ids=papers)


def _goes(sender, instance, **kwargs):
    """Once it is gone nothing tells any more which papers had it."""
    instance.papers_with_it = _papers_with(instance)


def _gone(sender, instance, **kwargs):
    if instance.papers_with_it:
        renew(ids=instance.papers_with_it)


def _rendition_gone(sender, instance, **kwargs):
    """Wagtail drops an image's renditions after it has saved a new file for it."""
    if instance.filter_spec != SIZE:
        return
    instance.purge_from_cache()  # Wagtail does so only after this
    with_it = Publication.objects.filter(thumbnail=instance.image_id)
    if papers := set(with_it.order_by().values_list("pk", flat=True)):
        renew(ids=papers)


def documents_moved(documents):
    """Wagtail moves a selection of documents by one statement, without their signals."""
    _renew_with(document__in=documents)


def _restriction_changed(sender, instance, **kwargs):
    _renew_within(instance.collection_id)


def _collection_may_move(sender, instance, created, **kwargs):
    """Wagtail's form moves a collection after it has saved it, and says nothing then."""
    if not created:
        transaction.on_commit(partial(_renew_within, instance.pk))


def _renew_within(collection_id):
    for collection in Collection.objects.filter(pk=collection_id):
        _renew_with(document__collection__path__startswith=collection.path)


def _renew_with(**documents):
    links = Link.objects.filter(**documents).order_by()
    if papers := set(links.values_list("publication_id", flat=True)):
        renew(ids=papers)
