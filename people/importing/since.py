"""What has changed on members' pages since rows were planned, or taken back."""

from people.facts import facts_of
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


def hindered_parts(rows):
    """Parts of a CV that are not any more what they were before the import."""
    page = page_with(rows[0].target)
    if page is None:
        return {row.position: "The page is not there any more." for row in rows}
    sections, facts = plain_sections(page), facts_of(page)
    reasons = {
        row.position: _section_since(row, sections)
        if "section" in row.plan
        else _profile_since(row, {**facts, "updated_on": page.updated_on.text})
        for row in rows
    }
    return {position: reason for position, reason in reasons.items() if reason}


def _section_since(row, sections):
    same = sections.get(row.plan["name"]) == row.before.get("section")
    return "" if same else f"The section “{row.key}” was edited since."


def _profile_since(row, held):
    """An import fills in what the page lacked; what stands there now is an editor's."""
    before = {"updated_on": row.before.get("updated_on", "")}
    edited = [
        name for name in row.changes if held.get(name, "") != before.get(name, "")
    ]
    return f"Edited since: {', '.join(sorted(edited))}." if edited else ""
