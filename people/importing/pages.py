"""The members' pages that imports write: which is meant, and whose revision is the last.

Every write publishes a revision, and its row remembers which. A later revision that no
row remembers was made by hand.
"""

from people.models import PersonPage
from portal.models import ImportRow


def page_with(slug):
    pages = PersonPage.objects.select_related("author", "role")
    return pages.filter(slug=slug).first()


def busy(page):
    """Why an import must not publish this page, in a sentence; "" when it may."""
    if page is None:
        return "The page is not there any more."
    if page.has_unpublished_changes and page.live:
        return (
            "The page has a draft that is not published; publish or discard it first."
        )
    if not page.live:
        return "The page is not published; publish it first."
    return ""


def publish(page):
    """Save and publish; returns the revision's id."""
    revision = page.save_revision()
    revision.publish()
    return revision.pk


def publish_undone(page, row):
    """Stored at once: the next row of the same undo must not take it for an edit."""
    row.before["undone_revision"] = publish(page)
    row.save(update_fields=["before"])


def is_edited_since(page, row):
    """Say whether the page has a revision made by hand after the row's own."""
    rows = ImportRow.objects.filter(subject="person", target=row.target)
    ours = {
        *rows.values_list("after__revision", flat=True),
        *rows.values_list("before__undone_revision", flat=True),
    }
    later = page.revisions.filter(pk__gt=row.after["revision"])
    return any(pk not in ours for pk in later.values_list("pk", flat=True))
