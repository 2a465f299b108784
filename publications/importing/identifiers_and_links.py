"""What a work is known by, and where it leads: identifiers and links of an entry."""

import re
from dataclasses import replace

from publications.formats.fields import LINK_FIELDS
from publications.formats.titled_links import LABELS, read_links
from publications.identifiers import SCHEMES, explain, recognise, url_for
from publications.identifiers import normalise as normalise_identifier
from publications.importing import lengths
from publications.values import LinkRecord

IDENTIFIER_FIELDS = {
    **{scheme: scheme for scheme in SCHEMES},
    **{f"{scheme}_id": scheme for scheme in SCHEMES},
    "pmc": "pmcid",
}
BETWEEN = re.compile(r"[;,\n]\s*| and ")
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def read_identifiers(fields):
    found = []
    for name in [name for name in fields.rest if name in IDENTIFIER_FIELDS]:
        scheme = IDENTIFIER_FIELDS[name]
        raw = fields.rest[name]
        values = _values(scheme, fields.verbatim(name))
        if not values:
            fields.complain(name, explain(scheme, raw))
        if values and all(_fits(fields, name, value) for value in values):
            found += [(scheme, value) for value in values]
        else:
            fields.leave(name, raw)
    return (*dict.fromkeys([*found, *_eprint(fields)]),)


def _values(scheme, text):
    """The identifier, or several of one scheme: "0018-8158 (print), 1573-5117"."""
    if whole := normalise_identifier(scheme, text):
        return [whole]
    parts = filter(str.strip, BETWEEN.split(IN_BRACKETS.sub(" ", text)))
    values = [normalise_identifier(scheme, part) for part in parts]
    return list(dict.fromkeys(values)) if all(values) else []


def _fits(fields, name, value):
    return fields.fits(name, value, lengths.IDENTIFIER)


def _eprint(fields):
    """arXiv's identifier stands in `eprint`, whose scheme another field names."""
    rest = fields.rest
    kind = rest.get("archiveprefix") or rest.get("eprinttype") or "arxiv"
    value = normalise_identifier("arxiv", rest.get("eprint", ""))
    if not value or kind.strip(" {}").casefold() != "arxiv":
        return []
    for name in ("eprint", "archiveprefix", "eprinttype"):
        fields.raw(name)
    return [("arxiv", value)]


def read_all_links(fields, identifiers):
    """The links, and the identifiers that their addresses hold.

    An address that only repeats an identifier is no link: the identifier is one.
    """
    links = [
        LinkRecord(kind, url)
        for name, kind in LINK_FIELDS.items()
        if (url := fields.address(name))
    ]
    links += map(_with_usual_label, _titled(fields))
    if not links:
        return (), ()
    found = [each for each in (recognise(link.url) for link in links) if each]
    found = [each for each in found if len(each[1]) <= lengths.IDENTIFIER]
    known = {url_for(*pair) for pair in (*identifiers, *found) if pair[0] == "doi"}
    return tuple(link for link in links if link.label or link.url not in known), tuple(
        dict.fromkeys(found)
    )


def _titled(fields):
    raw = fields.rest.get("links")
    if not raw:
        return ()
    links, problems = read_links(fields.verbatim("links"))
    for problem in problems:
        fields.complain("links", problem)
    if all(map(lengths.link_fits, links)):
        return links
    fields.leave_too_long("links", raw)
    return ()


def _with_usual_label(link):
    """A label that its kind has anyway says nothing."""
    return replace(link, label="") if link.label == LABELS[link.kind] else link
