"""Planned rows → members' pages; and back, when a run is undone."""

from people.facts import contacts_of, facts_of, restore_contacts, set_facts
from people.importing.authors import (
    AUTHOR_FACTS,
    add_names,
    author_for,
    names_of,
    release_author,
    restore_names,
    rewrite_author,
)
from people.importing.pages import (
    busy,
    is_edited_since,
    page_with,
    publish,
    publish_undone,
)
from people.importing.photos import Photos, take_back_photo
from people.models import PeopleIndexPage, PersonPage, Role
from portal.models import ImportRow, PortalImage
from publications.adoption import adopt_names, return_names

LONGEST_PLURAL = 80


def apply_rows(rows):
    """Carry rows out in their order, and only then give names to the new members.

    A name that two of them bear is neither's: whoever came first must not take it.
    """
    photos = Photos()
    for row in rows:
        if row.action == ImportRow.Action.CREATED:
            _create(row, photos)
        elif row.action == ImportRow.Action.UPDATED:
            _update(row, photos)
    for row in rows:
        if row.action == ImportRow.Action.CREATED:
            row.after["moved"] = adopt_names(author=page_with(row.target).author)


def _create(row, photos):
    facts = row.plan["facts"]
    author, before = author_for(facts, alone=row.plan.get("alone", True))
    page = PersonPage(author=author, slug=row.target, title=author.display_name)
    _fill(page, facts, set(facts))
    page.imported = {"said": {name: facts[name] for name in facts if name != "slug"}}
    photo = photos.set(page, row) if "photo" in row.plan else None
    PeopleIndexPage.objects.first().add_child(instance=page)
    revision = publish(page)
    names = add_names(author, facts)
    row.after = {
        **_standing(page),
        "revision": revision,
        "author_made": before is None,
        "author_before": before,
        "names": names,
        "photo": photo,
    }


def _update(row, photos):
    page = page_with(row.target)
    facts = row.plan["facts"]
    held = facts_of(page) if page else {}
    moved = [
        name for name, (ours, _) in row.changes.items() if held.get(name, "") != ours
    ]
    reason = busy(page)
    if moved or reason:
        row.action, row.changes = ImportRow.Action.REVIEW, {}
        row.reason = reason or "The page was changed since the import was planned."
        return
    row.before = {
        "facts": held,
        "imported": page.imported,
        "contacts": contacts_of(page),
        "names": names_of(page.author),
    }
    said = {**page.imported.get("said", {}), **facts}
    page.imported = {**page.imported, "said": said}
    moved = _rewrite(page, facts, set(row.changes))
    photo = photos.set(page, row) if "photo" in row.changes else None
    revision = publish(page)
    row.after = {
        **_standing(page),
        "revision": revision,
        "moved": moved,
        "photo": photo,
    }


def undo_row(row):
    """Remove the page that the row made, or restore it; or say why it stays."""
    page = page_with(row.target)
    if page is None:
        return ""
    if edited := _edited(page, row):
        return f"It was edited since the import: {', '.join(edited)}."
    if not page.live:
        return "It was unpublished since the import."
    if is_edited_since(page, row):
        return "It was edited since the import."
    if row.action == ImportRow.Action.UPDATED:
        _restore(page, row)
    else:
        page.delete()
        release_author(page.author, row.after)
    if photo := row.after.get("photo"):
        take_back_photo(photo)
    return ""


def _edited(page, row):
    standing = _standing(page)
    edited = sorted(
        name
        for name in {*standing["facts"], *row.after["facts"]}
        if standing["facts"].get(name) != row.after["facts"].get(name)
    )
    return edited if standing["sections"] == row.after["sections"] else [*edited, "CV"]


def _restore(page, row):
    page.imported = row.before["imported"]
    if photo := row.after.get("photo"):
        page.photo = PortalImage.objects.filter(pk=photo["before"]).first()
    _rewrite(page, row.before["facts"], set(row.changes))
    restore_contacts(page, row.before["contacts"])
    restore_names(page.author, row.before["names"])
    publish_undone(page, row)
    if row.after["moved"]:
        return_names(moved=row.after["moved"])


def _fill(page, facts, names):
    set_facts(page, facts, names)
    if "role" in names:
        page.role = _role(facts.get("role", ""))


def _role(name):
    if not name:
        return None
    found = Role.objects.filter(name__iexact=name).first()
    if found:
        return found
    plural, position = _plural(name), Role.objects.count()
    if len(plural) > LONGEST_PLURAL:
        plural = ""  # The name itself heads the group then.
    return Role.objects.create(name=name, plural=plural, position=position)


def _plural(name):
    """A first heading for the directory, in English; editors mend what it misses."""
    if name.casefold().endswith(("faculty", "staff", "s")):
        return name
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}s"


def _rewrite(page, facts, names):
    moved = rewrite_author(page.author, facts, names) if names & AUTHOR_FACTS else None
    if names & {"given_name", "family_name"}:
        page.title = page.author.display_name
    _fill(page, facts, names)
    return moved


def _standing(page):
    page = page_with(page.slug)
    return {"facts": facts_of(page), "sections": str(page.sections.get_prep_value())}
