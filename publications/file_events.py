"""What happens to pictures and documents in Wagtail, told to the papers that show them."""

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

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
