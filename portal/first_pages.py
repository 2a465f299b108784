"""How a migration puts the first pages of a new site into the tree.

A migration has no treebeard: historical models are plain rows. So paths, depths and
numbers of children are written here, by the rules of materialised paths.
"""

STEP = 4


def add_child_page(apps, parent, model, **fields):
    """Add a page of the historical `model` as the last child of `parent`."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    content_type, _ = ContentType.objects.get_or_create(
        app_label=model._meta.app_label, model=model._meta.model_name
    )
    siblings = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1)
    last = siblings.order_by("-path").values_list("path", flat=True).first()
    number = int(last[-STEP:], 36) + 1 if last else 1
    page = model.objects.create(
        draft_title=fields["title"],
        content_type=content_type,
        path=parent.path + _base36(number),
        depth=parent.depth + 1,
        url_path=f"{parent.url_path}{fields['slug']}/",
        locale_id=parent.locale_id,
        **fields,
    )
    Page.objects.filter(pk=parent.pk).update(numchild=siblings.count())
    return page


def _base36(number):
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest] + digits
    return digits.rjust(STEP, "0")
