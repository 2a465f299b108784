"""The citations.yaml and sources.yaml of the site template of the Greene lab."""

import re
from collections.abc import Iterator

from portal.imports.yaml_values import Malformed, Value, read_items, text_of
from publications.formats.site_values import date_of, left, names_of, titled
from publications.formats.table_columns import TYPES
from publications.values import Entry

SIGN = re.compile(r"^- *(?:id|title|authors|plugin) *:", re.M)
SCHEMES = {"doi": "doi", "pmid": "pmid", "pubmed": "pmid", "pmc": "pmcid"}
SCHEMES |= {"pmcid": "pmcid", "arxiv": "arxiv", "isbn": "isbn", "url": "url"}
# Which of the template's scripts found the entry says nothing about the work.
TAKEN = {
    *("id", "title", "authors", "publisher", "date", "link", "description", "tags"),
    *("buttons", "repo", "type", "plugin", "file", "remove"),
}


def read(text: str, file: str) -> Iterator[Entry]:
    """An entry for each item; one that the site removes is an entry with an error."""
    try:
        items = read_items(text)
    except Malformed as error:
        yield Entry(file, 1, "greenelab", error=str(error), raw=text[:10_000])
        return
    lines = text.splitlines(keepends=True)
    ends = [*(line for line, _ in items), len(lines) + 1][1:]
    for (line, item), end in zip(items, ends, strict=True):
        raw = "".join(lines[line - 1 : end - 1])
        if not isinstance(item, dict):
            error = f"Line {line}: this is no citation, which begins with “- id: …”."
            yield Entry(file, line, "greenelab", raw=raw, error=error)
        elif item.get("remove") == "true":
            error = f"Line {line}: the site removes this citation (“remove: true”)."
            yield Entry(file, line, "greenelab", _key(item), raw=raw, error=error)
        else:
            fields = _fields(item)
            yield Entry(file, line, "greenelab", _key(item), fields=fields, raw=raw)


def _key(item: dict[str, Value]) -> str:
    return text_of(item.get("id", ""))


def _fields(item: dict[str, Value]) -> dict[str, str]:
    text = {name: text_of(item.get(name, "")) for name in TAKEN}
    scheme, _, identifier = text["id"].partition(":")
    word = text["type"].casefold()
    repository = text["repo"]
    fields = {
        SCHEMES.get(scheme.casefold(), f"greenelab_{scheme}"): identifier.strip(),
        "title": text["title"],
        "author": names_of(item.get("authors", "")),
        "venue": text["publisher"],
        "date": date_of(text["date"]),
        "abstract": text["description"],
        "keywords": text["tags"],
        "code": f"https://github.com/{repository}" if repository else "",
        "links": titled(_buttons(item.get("buttons", []))),
        "type" if word in TYPES else "greenelab_type": TYPES.get(word, word),
        **left(item, TAKEN, "greenelab"),
    }
    fields.setdefault("url", text["link"])
    return {name: value for name, value in fields.items() if value}


def _buttons(buttons: Value) -> list[tuple[str, str]]:
    """Labels and addresses; a button's label is its text, or its type."""
    pairs = []
    for button in buttons if isinstance(buttons, list) else []:
        if isinstance(button, dict):
            label = text_of(button.get("text") or button.get("type", ""))
            pairs.append((label, text_of(button.get("link", ""))))
    return pairs
