"""The importer of a CV: one person a file, a row for the profile and for each section."""

from people.facts import facts_of
from people.importing.cv_rows import apply_row, plain_sections, section_name, undo_row
from people.importing.json_resume import read
from people.importing.pages import busy, page_with
from people.importing.since import hindered_parts, stamp
from people.models import PersonPage
from portal.imports.files import Unreadable
from portal.imports.importers import Importer, Plan
from portal.models import ImportRow
from publications.names import name_key

Action = ImportRow.Action
NO_PUBLICATIONS = {
    **{
        action.value: 0 for action in (Action.CREATED, Action.UPDATED, Action.UNCHANGED)
    },
    "review": 0,
    "rejected": 0,
    "entries": [],
}


class CVImporter(Importer):
    kind = "cv"
    label = "a CV"

    def plan(self, sources, options, answers=None):
        (source,) = sources
        resume = read(source)
        page = self._page(resume, options.get("person"))
        rows = [_profile_row(source, resume, page)]
        rows += [_section_row(source, page, section) for section in resume.sections]
        if reason := busy(page):
            rows = [_waiting(row, reason) for row in rows]
        return Plan(rows=rows, details=_details(page, resume))

    def stamp(self):
        return stamp()

    def hindrances(self, rows):
        return hindered_parts(rows)

    def apply(self, rows):
        for row in rows:
            apply_row(row)
        return rows

    def undo(self, row):
        return undo_row(row)

    def after_undo(self, rows):
        """Nothing was made besides what stands on the page."""

    @staticmethod
    def _page(resume, slug):
        if slug:
            page = page_with(slug)
            if page is None:
                raise Unreadable(f"There is no member with the slug “{slug}”.")
            return page
        pages = list(PersonPage.objects.filter(author__key=name_key(resume.name)))
        if len(pages) != 1:
            raise Unreadable(
                f"{len(pages) or 'No'} member{'s are' if len(pages) > 1 else ' is'} called "
                f"“{resume.name}”. Import the members first, or name one with --person."
            )
        return page_with(pages[0].slug)


def _profile_row(source, resume, page):
    """What the page lacks is filled in; what it has is left to people.csv and editors."""
    held = facts_of(page)
    facts = {name: fact for name, fact in resume.facts.items() if name not in held}
    changes = {name: ["", fact] for name, fact in facts.items()}
    if resume.updated and page.updated_on.text != resume.updated:
        changes["updated_on"] = [page.updated_on.text, resume.updated]
    action = Action.UPDATED if changes else Action.UNCHANGED
    plan = {"facts": facts, "updated_on": resume.updated}
    return _row(source, page, "profile", action, plan=plan, changes=changes)


def _section_row(source, page, section):
    name = section_name(section)
    ours = plain_sections(page).get(name)
    imported = page.imported.get("cv", {}).get(name)
    if ours == section or imported == section:
        return _row(source, page, name, Action.UNCHANGED)
    if ours is not None and ours != imported:
        reason = (
            f"The section “{name}” was edited by hand since, and is not overwritten."
        )
        return _row(source, page, name, Action.REVIEW, reason=reason)
    action = Action.CREATED if ours is None else Action.UPDATED
    return _row(source, page, name, action, plan={"name": name, "section": section})


def _row(source, page, key, action, **columns):
    return ImportRow(
        subject="person",
        file=source.name[:255],
        line=1,
        key=key[:500],
        action=action,
        target=page.slug,
        **columns,
    )


def _waiting(row, reason):
    if row.action in {Action.CREATED, Action.UPDATED}:
        row.action, row.changes, row.plan = Action.REVIEW, {}, {}
        row.reason = reason
    return row


def _details(page, resume):
    sections = {}
    for section in resume.sections:
        entries = sections.setdefault(section["kind"], [])
        entries += [_reported(each["value"]) for each in section["entries"]]
    if interests := resume.facts.get("interests"):
        sections["interests"] = interests.split("; ")
    return {
        "person": page.slug,
        "sections": sections,
        "publications": NO_PUBLICATIONS,
        "private": resume.private,
        "not_understood": resume.not_understood,
    }


def _reported(value):
    """An entry with the names that `interface.md` gives its fields."""
    if isinstance(value, str):
        return {"title": "", "details": [value]}
    start, _, end = value.get("dates", "").partition("/")
    titles = ("title", "degree", "name", "group")
    organisations = ("organisation", "institution", "awarder")
    return {
        **{name: part for name, part in value.items() if part and name != "score"},
        "title": next((value[name] for name in titles if value.get(name)), ""),
        "organisation": next(
            (value[name] for name in organisations if value.get(name)), ""
        ),
        "place": value.get("place", ""),
        "start": start,
        "end": end,
        "details": value.get("details") or value.get("items") or [],
    }
