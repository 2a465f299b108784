"""The formats of text that hold bibliographies, a line of TEXT_FORMATS each.

A reader takes the text and the file's name and gives an Entry for each entry, the
broken ones with their `error`; it never raises.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from portal.imports.files import Unreadable
from publications.formats import (
    academicpages,
    arxiv_atom,
    bibtex,
    crossref,
    csl_json,
    endnote_tagged,
    endnote_xml,
    greenelab,
    hugoblox,
    medline,
    openalex,
    orcid_works,
    refworks,
    ris,
    web_of_science,
)
from publications.formats.bibtex_dialects import bibtex_dialect
from publications.values import Entry


@dataclass(frozen=True)
class Format:
    """A format of text: what it is called, what gives it away, and its reader.

    `sign` is found in every text that has an entry, `endings` are of file names.
    `example` is shown where a file of the format has no entry.
    """

    name: str
    read: Callable[[str, str], Iterable[Entry]]
    sign: re.Pattern[str]
    endings: tuple[str, ...]
    example: str
    dialect: Callable[[str], str] = lambda text: ""


# The first that fits is taken; one whose ending the file's name has goes before all.
TEXT_FORMATS = (
    Format(
        "crossref",
        crossref.read,
        crossref.SIGN,
        (".json",),
        '{"message-type": "work", "message": {"DOI": "10.…", "title": …}}',
    ),
    Format(
        "openalex",
        openalex.read,
        openalex.SIGN,
        (".json",),
        '{"id": "https://openalex.org/W…", "title": …}',
    ),
    Format(
        "orcid",
        orcid_works.read,
        orcid_works.SIGN,
        (".json",),
        '{"put-code": …, "title": …}',
    ),
    Format(
        "arxiv",
        arxiv_atom.read,
        arxiv_atom.SIGN,
        (".xml", ".atom"),
        "<entry><id>http://arxiv.org/abs/…</id> …</entry>",
    ),
    Format(
        "endnote",
        endnote_xml.read,
        endnote_xml.SIGN,
        (".xml",),
        '<record><ref-type name="Journal Article">17</ref-type> …</record>',
    ),
    Format("ris", ris.read, ris.SIGN, (".ris",), "TY  - JOUR"),
    Format("medline", medline.read, medline.SIGN, (".nbib",), "PMID- 8692918"),
    Format("wos", web_of_science.read, web_of_science.SIGN, (".ciw",), "PT J"),
    Format("refworks", refworks.read, refworks.SIGN, (), "RT Journal Article"),
    Format("enw", endnote_tagged.read, endnote_tagged.SIGN, (".enw",), "%0 Book"),
    Format(
        "csl-json",
        csl_json.read,
        csl_json.SIGN,
        (".json",),
        '[{"id": "doe2020", "type": "article-journal", "title": …}]',
    ),
    Format(
        "bibtex",
        bibtex.read,
        re.compile(r"(?<![\w.])@\s*+[a-z]++\s*+[{(]", re.I),
        (".bib", ".bibtex"),
        "@article{key, title = {…}}",
        bibtex_dialect,
    ),
    Format(
        "greenelab",
        greenelab.read,
        greenelab.SIGN,
        (".yaml", ".yml"),
        "- id: doi:10.1000/xyz123",
    ),
    Format(
        "hugoblox",
        hugoblox.read,
        re.compile(r"\A(?:---|\+\+\+)\n.*?^publication", re.M | re.S),
        ("index.md",),
        "title: …",
    ),
    Format(
        "academicpages",
        academicpages.read,
        re.compile(r"\A---\n.*?^collection: *[\"']?publications", re.M | re.S),
        (".md",),
        "title: …",
    ),
)
# What `--format` takes.
FORMATS = ("bibtex", "csv", "xlsx", "ris", "csl-json") + (
    *("openalex", "orcid", "arxiv", "crossref"),
    *("medline", "wos", "refworks", "enw", "endnote"),
)


def named(name: str) -> Format:
    """The format that a person chose; Unreadable when there is none of that name."""
    for format_ in TEXT_FORMATS:
        if format_.name == name:
            return format_
    raise Unreadable(f"“{name}” is no format that we read: {', '.join(FORMATS)}.")


def recognised(name: str, text: str) -> Format | None:
    """By content first: people rename files."""
    by_name = [each for each in TEXT_FORMATS if name.lower().endswith(each.endings)]
    for format_ in (*by_name, *TEXT_FORMATS):
        if format_.sign.search(text):
            return format_
    return by_name[-1] if by_name else None
