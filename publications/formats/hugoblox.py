"""A paper of a HugoBlox (wowchemy) site: `index.md` and, beside it, `cite.bib`."""

import re
from collections.abc import Iterator, Mapping

from portal.imports.yaml_values import Malformed, Value, read_front_matter, text_of
from publications.formats import bibtex
from publications.formats.latex import encode
from publications.formats.site_values import date_of, left, names_of, titled, unmarked
from publications.values import Entry

# What the numbers meant before the types were those of CSL.
NUMBERED = {
    "1": "paper-conference",
    "2": "article-journal",
    "3": "article",
    "4": "report",
    "5": "book",
    "6": "chapter",
    "7": "thesis",
    "8": "patent",
}
LINKS = {
    "url_pdf": "pdf",
    "url_code": "code",
    "url_poster": "poster",
    "url_project": "website",
    "url_slides": "slides",
    "url_video": "video",
}
# Links that have no field: their labels.
TITLED = {"url_dataset": "Dataset", "url_source": "Source", "url_preprint": "Preprint"}
TITLED |= {"external_link": "Link"}
IDENTIFIERS = ("doi", "arxiv", "openreview", "hal", "isbn", "pmid")
EQUAL, CORRESPONDING = re.compile(r"equal", re.I), re.compile(r"correspond", re.I)
LEADING_IN = re.compile(r"^in:?\s+(?=\S)", re.I)
TAKEN = {
    *("title", "subtitle", "authors", "author_notes", "date", "publication_types"),
    *("publication", "publication_short", "abstract", "tags", "featured", "links"),
    *(*LINKS, *TITLED, *IDENTIFIERS, "hugoblox"),
}


def read(
    text: str, file: str, cite: str = "", people: Mapping[str, str] | None = None
) -> Iterator[Entry]:
    """One entry: what `cite` (BibTeX) says, and what only the front matter knows.

    `people` are names by the slug of a profile: authors may be given as slugs.
    """
    try:
        head, _ = read_front_matter(text)
    except Malformed as error:
        yield Entry(file, 1, "hugoblox", raw=text, error=str(error))
        return
    fields = _fields(head, people or {})
    cited = next(iter(bibtex.read(cite, file)), None)
    key = file.rpartition("/index.md")[0].rpartition("/")[2]
    if cited is None or cited.error:
        yield Entry(file, 1, "hugoblox", key, fields=fields, raw=text)
        return
    said = {name: value for name, value in cited.fields.items() if value.strip()}
    for name, value in fields.items():
        held = said.keys() & RIVALS.get(name, {name})
        if not held:
            said[name] = value if name in VERBATIM else encode(value)
    yield Entry(
        file,
        1,
        "bibtex",
        cited.key or key,
        cited.type,
        said,
        f"{cited.raw}\n{text}",
        cited.problems,
    )


VERBATIM = {*LINKS.values(), *IDENTIFIERS, "links", "url"}
# What in BibTeX says the same as a field of ours.
RIVALS = {
    "venue": {"venue", "journal", "journaltitle", "booktitle", "school", "institution"},
    "date": {"date", "year"},
    "type": {"title"},
    "keywords": {"keywords", "topics"},
    "arxiv": {"arxiv", "eprint"},
}


def _fields(head: dict[str, Value], people: Mapping[str, str]) -> dict[str, str]:
    block = head.get("hugoblox", {})
    ids = block.get("ids", {}) if isinstance(block, dict) else {}
    said = {**head, **(ids if isinstance(ids, dict) else {})}
    text = {name: text_of(said.get(name, "")) for name in TAKEN}
    more = [(label, text[name]) for name, label in TITLED.items()] + _links(head)
    fields = {
        "title": text["title"],
        "subtitle": text["subtitle"],
        "author": _authors(head, people),
        "date": date_of(text["date"]),
        "venue": LEADING_IN.sub("", unmarked(text["publication"])),
        "venue_short": LEADING_IN.sub("", unmarked(text["publication_short"])),
        "abstract": text["abstract"],
        "keywords": text["tags"],
        "selected": "true" if text["featured"] == "true" else "",
        "type": _type(text["publication_types"]),
        "links": titled(more),
        **{field: text[name] for name, field in LINKS.items() if text[name] != "#"},
        **{name: text[name] for name in IDENTIFIERS},
        **left(head, TAKEN, "hugoblox"),
    }
    return {name: value for name, value in fields.items() if value}


def _type(text: str) -> str:
    first = text.partition(";")[0].strip()
    return NUMBERED.get(first, "" if first == "0" else first)


def _authors(head: dict[str, Value], people: Mapping[str, str]) -> str:
    authors, notes = head.get("authors", []), head.get("author_notes", [])
    if not isinstance(authors, list):
        return names_of(authors)
    notes = [text_of(note) for note in notes] if isinstance(notes, list) else []
    notes += [""] * (len(authors) - len(notes))
    names = (people.get(text_of(name), text_of(name)) for name in authors)
    return "; ".join(
        f"{name}{'*' * bool(EQUAL.search(note))}{'‡' * bool(CORRESPONDING.search(note))}"
        for name, note in zip(names, notes, strict=False)
        if name
    )


def _links(head: dict[str, Value]) -> list[tuple[str, str]]:
    links, pairs = head.get("links", []), []
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict):
            label = link.get("label") or link.get("name") or link.get("type", "")
            pairs.append((text_of(label), text_of(link.get("url", ""))))
    return pairs
