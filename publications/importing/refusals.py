"""Texts that are no bibliography at all, and what to do with them instead."""

import json
import re

from portal.imports.files import Unreadable
from publications.importing.text_formats import Format

WEB_PAGE = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.I)
# How `export_publications --format json` begins. Its names are not those of CSL.
OUR_JSON = re.compile(r'\s*\[\s*\{\s*"slug": "[^"]*",\s*"key": ')


def refuse_what_is_none(name: str, text: str, format_: Format) -> None:
    """Raise Unreadable, with a sentence, for a text that no entry can be had from."""
    if WEB_PAGE.match(text) and not _has_papers(format_, text, name):
        raise Unreadable(f"“{name}” is a web page, not a bibliography.")
    if OUR_JSON.match(text):
        raise Unreadable(
            f"“{name}” is what export_publications --format json writes for scripts; "
            "it is not read back. Export as bibtex, csl-json or csv instead."
        )
    if ".json" in format_.endings:
        _refuse_broken_json(name, text, format_)


def _has_papers(format_, text, name):
    """Some sites put the whole of a .bib between <html> and </html>."""
    return any("title" in entry.fields for entry in format_.read(text, name))


def _refuse_broken_json(name, text, format_):
    """Where one item can be read, the broken ones are entries that are rejected."""
    entries = iter(format_.read(text, name))
    first = next(entries, None)
    if first is None or not first.error or next(entries, None):
        return
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"“{name}” cannot be read. {first.error}") from error
