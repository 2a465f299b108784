"""The body of an entry as BibTeX reads it, or as it was meant, or what is left of it."""

import re
from itertools import pairwise

from publications.formats.bibtex_fields import FIELD_NAME, Body, BodyReader, Malformed
from publications.formats.bibtex_heads import next_possible_head

CLOSER = {"{": "}", "(": ")"}
# An entry that a '}' too many closes goes on like this.
_CONTINUES = re.compile(rf'\s*+(?:,\s*+)?{FIELD_NAME}\s*+=\s*+["{{\w]')
_FIELD_LINE = re.compile(rf'^[ \t,]*+(?={FIELD_NAME}\s*+=\s*+["{{\w])', re.MULTILINE)


def read_body(text: str, head: re.Match[str], limit: int) -> Body:
    """What stands between the head and the end of its entry, before offset `limit`.

    Raise Malformed, for the reading that BibTeX would try, if none fits.
    """
    try:
        return _read_plain(text, head, limit)
    except Malformed as malformed:
        for read in (_read_escaped, _read_past_extra_brace):
            try:
                return read(text, head, limit)
            except Malformed:
                continue
        raise malformed


def _read_plain(text: str, head: re.Match[str], limit: int) -> Body:
    body = _read(BodyReader(text, limit, CLOSER[head[4]]), head)
    return _refuse_early_end(text, body, limit)


def _read_escaped(text: str, head: re.Match[str], limit: int) -> Body:
    nearer = next_possible_head(text, head.end(), limit)
    body = _read(BodyReader(text, nearer, CLOSER[head[4]], escapes=True), head)
    return _refuse_early_end(text, body, limit)


def _read_past_extra_brace(text: str, head: re.Match[str], limit: int) -> Body:
    reader = BodyReader(text, limit, CLOSER[head[4]])
    end = _read(reader, head).end
    reader.remark(end - 1, "There is a '}' too many here; what follows it was kept.")
    return _refuse_early_end(text, reader.read_fields(end), limit)


def _read(reader: BodyReader, head: re.Match[str]) -> Body:
    if head[3].lower() == "string":
        return reader.read_fields(head.end())
    return reader.read_entry(head.end())


def _refuse_early_end(text: str, body: Body, limit: int) -> Body:
    if not _CONTINUES.match(text, body.end, limit):
        return body
    rest = text[body.end : next_possible_head(text, body.end, limit)]
    if rest.count("}") > rest.count("{"):
        raise Malformed(
            body.end - 1, "the entry ends too early: there is a '}' too many"
        )
    return body


def salvage(text: str, start: int, end: int, closer: str) -> Body:
    """Every field of a broken entry that is complete in itself.

    Each line that begins with `name =` is read on its own, so that a value which
    never closes costs that field only, and a file of them takes linear time.
    """
    reader = BodyReader(text, end, closer)
    starts = [found.end() for found in _FIELD_LINE.finditer(text, start, end)]
    try:
        reader.limit = starts[0] if starts else end
        reader.read_entry(start)
    except Malformed:
        pass
    for first, last in pairwise([*starts, end]):
        reader.limit = last
        try:
            reader.read_fields(first)
        except Malformed:
            continue
    return reader.body
