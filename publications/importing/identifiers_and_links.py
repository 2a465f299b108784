"""What a work is known by, and where it leads: identifiers and links of an entry."""

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


def read_identifiers(fields):
    found = []
    for name in [name for name in fields.rest if name in IDENTIFIER_FIELDS]:
        scheme = IDENTIFIER_FIELDS[name]
        raw = fields.rest[name]
        value = normalise_identifier(scheme, fields.verbatim(name))
        if value and fields.fits(name, value, lengths.IDENTIFIER):
            found.append((scheme, value))
        elif value:
            fields.leave(name, raw)
        else:
            fields.complain(name, explain(scheme, raw))
            fields.leave(name, raw)
    return (*dict.fromkeys([*found, *_eprint(fields)]),)


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
    found = [each for each in (recognise(link.url) for link in links) if each]
    found = [each for each in found if len(each[1]) <= lengths.IDENTIFIER]
    known = {url_for(*pair) for pair in (*identifiers, *found) if pair[0] == "doi"}
    return tuple(link for link in links if link.label or link.url not in known), tuple(
        dict.fromkeys(found)
    )


def _titled(fields):
    raw = fields.rest.get("links", "")
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
