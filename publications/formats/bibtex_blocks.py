"""A BibTeX file as the blocks that it is made of, however broken some of them are.

No published grammar covers real files, so the rules are what some 180,000 entries
in the wild forced on us: an entry begins at `@type{` on a new line or after a closed
one, and ends at its closing brace, or at the next entry if that brace is missing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from publications.formats.bibtex_delimiters import closing, closing_parenthesis
from publications.formats.bibtex_fields import Body, Field, Malformed, Remark
from publications.formats.bibtex_heads import boundaries, next_head
from publications.formats.bibtex_repair import CLOSER, read_body, salvage
from publications.values import Problem

_LONE_RETURN = re.compile(r"\r(?!\n)")
_NOT_ENTRIES = frozenset({"comment", "preamble", "string"})


@dataclass(frozen=True, slots=True)
class Block:
    """`raw` is the source from offset `start`; `line` is the 1-based line of `start`.

    `error` is a sentence when the block could not be read to its end; `fields` are
    then those that could.
    """

    type: str
    key: str
    raw: str
    start: int
    line: int
    fields: tuple[Field, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.raw)

    @property
    def is_entry(self) -> bool:
        return self.type not in _NOT_ENTRIES


def scan(text: str) -> Iterator[Block]:
    """Every block in its order; what stands between blocks is not reported."""
    yield from _Scanner(text).blocks()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.source = text
        # Files of the old Macintosh end lines with a return alone; offsets stay.
        self.text = _LONE_RETURN.sub("\n", text)
        self.boundaries = [*boundaries(self.text), len(text)]
        self.comments_end = len(text)
        self.line = 1
        self.counted_to = 0

    def blocks(self) -> Iterator[Block]:
        position = 0
        while head := next_head(self.text, position):
            block = self._read_block(head)
            yield block
            position = block.end

    def _read_block(self, head: re.Match[str]) -> Block:
        start = head.start("head")
        limit = self.boundaries[bisect_right(self.boundaries, start)]
        kind = head[3].lower()
        if kind == "comment":
            return self._block(head, Body(end=self._end_of_comment(head, limit)))
        if kind == "preamble":
            end = self._matching_end(head.end() - 1, limit)
            return self._block(head, Body(end=end if end > 0 else limit))
        try:
            return self._block(head, read_body(self.text, head, limit))
        except Malformed as malformed:
            return self._broken_block(head, limit, malformed)

    def _broken_block(
        self, head: re.Match[str], limit: int, malformed: Malformed
    ) -> Block:
        end = self._matching_end(head.end() - 1, limit)
        closed = end > 0
        if end <= malformed.start + 1:
            end = limit
        error = (
            f"Line {self._line_in(head, malformed.start)}: {malformed.text}."
            if closed
            else self._not_closed(head, limit)
        )
        body = salvage(self.text, head.end(), end, CLOSER[head[4]])
        body.end = end
        return self._block(head, body, error)

    def _not_closed(self, head: re.Match[str], limit: int) -> str:
        start, closer = head.start("head"), CLOSER[head[4]]
        where = f"line {self._line_in(head, limit)}"
        if limit == len(self.text):
            where = "the end of the file"
        return (
            f"Line {self._line_at(start)}: the entry is not closed: "
            f"a '{closer}' is missing before {where}."
        )

    def _line_in(self, head: re.Match[str], offset: int) -> int:
        start = head.start("head")
        return self._line_at(start) + self.text.count("\n", start, offset)

    def _block(self, head: re.Match[str], body: Body, error: str = "") -> Block:
        start = head.start("head")
        line = self._line_at(start)
        raw = self.source[start : body.end]
        return Block(
            type=head[3].lower(),
            key=body.key,
            raw=raw.rstrip() if error else raw,
            start=start,
            line=line,
            fields=tuple(body.fields),
            problems=tuple(self._problems(body.remarks, start, line)),
            error=error,
        )

    def _problems(
        self, remarks: list[Remark], position: int, line: int
    ) -> Iterator[Problem]:
        for remark in remarks:
            line += self.text.count("\n", position, remark.start)
            position = remark.start
            column = position - self.text.rfind("\n", 0, position)
            yield Problem(line, remark.text, remark.field, column)

    def _matching_end(self, position: int, limit: int) -> int:
        if self.text[position] == "{":
            return closing(self.text, position, limit)
        return closing_parenthesis(self.text, position, limit)

    def _end_of_comment(self, head: re.Match[str], limit: int) -> int:
        """Commented-out entries are part of the comment, if its braces are balanced.

        Only one unclosed comment may look through the whole file for its end, or a
        file of nothing else would take quadratic time.
        """
        reach = max(limit, self.comments_end)
        end = self._matching_end(head.end() - 1, reach)
        if end > 0:
            return end
        self.comments_end = 0
        newline = self.text.find("\n", head.end(), limit)
        return newline if newline > 0 else limit

    def _line_at(self, offset: int) -> int:
        """Blocks come in order, so that lines are counted once."""
        self.line += self.text.count("\n", self.counted_to, offset)
        self.counted_to = offset
        return self.line
