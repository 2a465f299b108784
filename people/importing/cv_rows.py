"""Rows of a CV import → sections of a member's page; and back."""

from people.facts import facts_of, set_facts
from people.importing.apply import page_with
from portal.dates import PartialDate
from portal.models import ImportRow

WRITTEN = {ImportRow.Action.CREATED, ImportRow.Action.UPDATED}


def section_name(section):
    """How a section is told from the others: by its heading, and its area if it has one."""
    return (
        f"{section['heading']}: {section['area']}"
        if section["area"]
        else section["heading"]
    )


def plain_sections(page):
    """The sections by name, as a file states them: without the blocks' ids."""
    sections = (_plain(block["value"]) for block in page.sections.get_prep_value())
    return {section_name(section): section for section in sections}


def apply_row(row):
    if row.action not in WRITTEN:
        return
    page = page_with(row.target)
    if "section" in row.plan:
        _write_section(page, row)
    else:
        _fill_profile(page, row)


def undo_row(row):
    page = page_with(row.target)
    if page is None:
        return ""
    if row.key == "profile":
        return _empty_profile(page, row)
    if plain_sections(page).get(row.key) != row.after["section"]:
        return f"The section “{row.key}” was edited since the import."
    _put(page, row.key, row.before.get("section"))
    page.imported = {**page.imported, "cv": row.before.get("imported", {})}
    page.save_revision().publish()
    return ""


def _write_section(page, row):
    imported = page.imported.get("cv", {})
    row.before = {"section": plain_sections(page).get(row.key), "imported": imported}
    _put(page, row.key, row.plan["section"])
    page.imported = {**page.imported, "cv": {**imported, row.key: row.plan["section"]}}
    page.save_revision().publish()
    row.after = {"section": plain_sections(page_with(row.target))[row.key]}


def _put(page, name, section):
    """Replace the section of that name, or add it at the end, or (None) take it out."""
    blocks = list(page.sections.get_prep_value())
    names = [section_name(block["value"]) for block in blocks]
    if name in names:
        place = names.index(name)
        kept = [{**blocks[place], "value": section}] if section else []
        blocks[place : place + 1] = kept
    elif section:
        blocks.append({"type": "section", "value": section})
    page.sections = page.sections.stream_block.to_python(blocks)


def _fill_profile(page, row):
    facts = row.plan["facts"]
    row.before = {"updated_on": page.updated_on.text}
    set_facts(page, facts, set(facts))
    if "updated_on" in row.changes:
        page.updated_on = PartialDate(row.plan["updated_on"])
    page.save_revision().publish()
    row.after = {"updated_on": page.updated_on.text}


def _empty_profile(page, row):
    filled = row.plan["facts"]
    held = facts_of(page)
    kept = sorted(name for name in filled if held.get(name) != filled[name])
    set_facts(page, {}, set(filled) - set(kept))
    if page.updated_on.text == row.after["updated_on"]:
        page.updated_on = PartialDate(row.before["updated_on"])
    page.save_revision().publish()
    return f"Edited since the import and kept: {', '.join(kept)}." if kept else ""


def _plain(value):
    """A stored value without the ids that a StreamField gives its blocks and items."""
    if isinstance(value, list):
        return [_plain(_item(each)) for each in value]
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items() if name != "id"}
    return "" if value is None else value


def _item(value):
    """The items of a ListBlock are stored wrapped; a StreamBlock's keep their type."""
    if isinstance(value, dict) and value.get("type") == "item":
        return value["value"]
    return value
