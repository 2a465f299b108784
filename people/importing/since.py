"""What has changed on members' pages since rows were planned, or taken back."""

from people.importing.cv_rows import plain_sections
from people.importing.pages import page_with
from people.models import PersonPage
from portal.imports.stamps import stamp_of
from portal.models import ImportRow
from publications.models import Author


def stamp():
    """Members and authors that came or went, and any saved change of a member's page."""
    return f"{stamp_of(Author)} {stamp_of(PersonPage, by='latest_revision')}"


def hindered_members(rows):
    """New members that were taken back and that somebody has brought in otherwise."""
    created = [row for row in rows if row.action == ImportRow.Action.CREATED]
    slugs = [row.target for row in created]
    held = set(PersonPage.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    return {
        row.position: f"There is a page “{row.target}” again."
        for row in created
        if row.target in held
    }


def hindered_sections(rows):
    """Sections of a CV that are not any more what they were before the import."""
    page = page_with(rows[0].target)
    if page is None:
        return {row.position: "The page is not there any more." for row in rows}
    held = plain_sections(page)
    return {
        row.position: f"The section “{row.key}” was edited since."
        for row in rows
        if "section" in row.plan
        and held.get(row.plan["name"]) != row.before.get("section")
    }
