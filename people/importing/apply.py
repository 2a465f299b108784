"""Planned rows → members' pages; and back, when a run is undone."""

from people.facts import facts_of, set_facts, split
from people.models import PeopleIndexPage, PersonPage, Role
from portal.models import ImportRow
from publications.adoption import adopt_names, authors_for_member, return_names
from publications.models import Author, AuthorName
from publications.names import PersonName

AUTHOR_FACTS = {"given_name", "family_name", "orcid", "name_variants"}


def apply_row(row):
    if row.action == ImportRow.Action.CREATED:
        _create(row)
    elif row.action == ImportRow.Action.UPDATED:
        _update(row)


def _create(row):
    facts = row.plan["facts"]
    author, made = _author(facts)
    page = PersonPage(author=author, slug=row.target, title=author.display_name)
    _fill(page, facts, set(facts))
    page.imported = {"said": {name: facts[name] for name in facts if name != "slug"}}
    PeopleIndexPage.objects.first().add_child(instance=page)
    page.save_revision().publish()
    names = _add_names(author, facts)
    moved = adopt_names(author=author)
    row.after = {**_standing(page), "author_made": made, "names": names, "moved": moved}


def _update(row):
    page = page_with(row.target)
    facts = row.plan["facts"]
    held = facts_of(page)
    moved = [
        name for name, (ours, _) in row.changes.items() if held.get(name, "") != ours
    ]
    if moved or page.has_unpublished_changes:
        row.action, row.changes = ImportRow.Action.REVIEW, {}
        row.reason = "The page was changed since the import was planned."
        return
    row.before = {"facts": held, "imported": page.imported}
    page.imported = {"said": {**page.imported.get("said", {}), **facts}}
    row.after = _rewrite(page, facts, set(row.changes))


def undo_row(row):
    """Remove the page that the row made, or restore it; or say why it stays."""
    page = page_with(row.target)
    if page is None:
        return ""
    standing = _standing(page)
    edited = sorted(
        name
        for name in {*standing["facts"], *row.after["facts"]}
        if standing["facts"].get(name) != row.after["facts"].get(name)
    )
    if standing["sections"] != row.after["sections"]:
        edited.append("CV")
    if edited:
        return f"It was edited since the import: {', '.join(edited)}."
    if row.action == ImportRow.Action.UPDATED:
        page.imported = row.before["imported"]
        _rewrite(page, row.before["facts"], set(row.changes))
        if row.after["moved"]:
            return_names(moved=row.after["moved"])
        return ""
    _remove(page, row.after)
    return ""


def page_with(slug):
    pages = PersonPage.objects.select_related("author", "role")
    return pages.filter(slug=slug).first()


def _author(facts):
    """The author of that ORCID iD or that name who has no page yet; else a new one."""
    free = Author.objects.filter(person_page__isnull=True)
    orcid = facts.get("orcid", "")
    found = free.filter(orcid=orcid).first() if orcid else None
    name = PersonName(facts.get("given_name", ""), facts["family_name"])
    found = found or authors_for_member(name.display).first()
    author = found or Author()
    author.given_name, author.family_name = name.given, name.family
    author.orcid = orcid or author.orcid
    author.is_group = False
    author.save()
    return author, found is None


def _add_names(author, facts):
    """Add the variants that are new; returns their texts, for undo."""
    held = set(author.names.values_list("text", flat=True))
    new = [text for text in split(facts.get("name_variants", "")) if text not in held]
    for text in dict.fromkeys(new):
        AuthorName.objects.create(author=author, text=text)
    return new


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
    position = Role.objects.count()
    return Role.objects.create(name=name, plural=_plural(name), position=position)


def _plural(name):
    """A first heading for the directory, in English; editors mend what it misses."""
    if name.casefold().endswith(("faculty", "staff", "s")):
        return name
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}s"


def _rewrite(page, facts, names):
    moved = _rewrite_author(page, facts, names) if names & AUTHOR_FACTS else None
    _fill(page, facts, names)
    page.save_revision().publish()
    return {**_standing(page), "moved": moved}


def _rewrite_author(page, facts, names):
    author = page.author
    for name in names & {"given_name", "family_name", "orcid"}:
        setattr(author, name, facts.get(name, ""))
    author.save()
    if names & {"given_name", "family_name"}:
        page.title = author.display_name
    if "name_variants" in names:
        author.names.exclude(text__in=split(facts.get("name_variants", ""))).delete()
        _add_names(author, facts)
    return adopt_names(author=author)


def _standing(page):
    page = page_with(page.slug)
    return {"facts": facts_of(page), "sections": str(page.sections.get_prep_value())}


def _remove(page, after):
    author = page.author
    page.delete()
    author.names.filter(text__in=after["names"]).delete()
    return_names(moved=after["moved"])
    unused = not author.authorships.exists() and not author.names.exists()
    if after["author_made"] and unused and not author.decisions.exists():
        author.delete()
