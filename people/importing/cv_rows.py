"""Rows of a CV import → sections of a member's page; and back."""

from people.facts import contacts_of, facts_of, set_facts
from people.importing.pages import busy, page_with, publish, publish_undone
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
    if reason := busy(page):
        row.action, row.reason, row.changes = ImportRow.Action.REVIEW, reason, {}
    elif "section" in row.plan:
        _write_section(page, row)
    else:
        _fill_profile(page, row)


def undo_row(row):
    page = page_with(row.target)
    if page is None:
        return ""
    if reason := busy(page):
        return reason
    if "section" not in row.plan:
        return _empty_profile(page, row)
    name = row.plan["name"]
    if plain_sections(page).get(name) != row.after["section"]:
        return f"The section “{name}” was edited since the import."
    _put(page, name, row.before.get("section"))
    _remember(page, name, row.before.get("imported"))
    publish_undone(page, row)
    return ""


def _write_section(page, row):
    name, section = row.plan["name"], row.plan["section"]
    imported = page.imported.get("cv", {}).get(name)
    row.before = {"section": plain_sections(page).get(name), "imported": imported}
    _put(page, name, section)
    _remember(page, name, section)
    revision = publish(page)
    standing = plain_sections(page_with(row.target))[name]
    row.after = {"section": standing, "revision": revision}


def _remember(page, name, section):
    """Note what the import says of the section, or (None) forget it."""
    sections = {**page.imported.get("cv", {}), name: section}
    sections = {name: each for name, each in sections.items() if each}
    page.imported = {**page.imported, "cv": sections}
    if not sections:
        del page.imported["cv"]


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
    revision = publish(page)
    row.after = {
        "updated_on": page.updated_on.text,
        "contacts": contacts_of(page),
        "revision": revision,
    }


def _empty_profile(page, row):
    filled, held = row.plan["facts"], facts_of(page)
    filled_in = [each for each in row.after["contacts"] if each["kind"] in filled]
    gone = [each for each in filled_in if each not in contacts_of(page)]
    edited = {each["kind"] for each in gone}
    edited |= {name for name in filled if held.get(name) != filled[name]}
    kept = sorted(edited)
    set_facts(page, {}, set(filled) - set(kept))
    if page.updated_on.text == row.after["updated_on"]:
        page.updated_on = PartialDate(row.before["updated_on"])
    publish_undone(page, row)
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
