"""Records of lines with a tag before each value: RIS and its relatives.

    TY  - JOUR        PMID- 8692918        PT J        RT Journal Article    %0 Book

They differ in how a tag is written, in the tag that begins a record, and in what a line
without a tag means, which goes on with the value before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from publications.values import Problem

LINE = re.compile(r"[^\n]*\n|[^\n]+")
# A run of blank lines is gone through but once.
WRAPPED = re.compile(r"(?<!\s)(?:[^\S\n]*\n)+[ \t]+(?=\S)")


class Grammar(NamedTuple):
    """How one format writes its lines.

    `line` matches a line with a tag: group 1 is the tag, group 2 the value; `loose`
    does so in a record whose first line `line` does not match. `start` is the tag that
    begins a record; what closes it is the tag `end`, or an empty line (`blank_ends`),
    or the next record. `heads` are the tags that begin one where the start is missing;
    others that follow the end still belong to the record.
    """

    line: re.Pattern[str]
    start: str
    end: str = ""
    heads: frozenset[str] = frozenset()
    loose: re.Pattern[str] | None = None
    blank_ends: bool = False


@dataclass(slots=True)
class Tagged:
    """One record: its tags with their values in the order of the file.

    A value of several lines has "\\n" between them, each as written but for blanks
    after it: formats indent what is only wrapped.
    """

    line: int
    pairs: list[tuple[str, str]] = field(default_factory=list)
    raw: str = ""
    problems: tuple[Problem, ...] = ()

    def take(self, *tags: str) -> list[str]:
        """All values of these tags, which are taken out of the record."""
        taken = [value for tag, value in self.pairs if tag in tags]
        if taken:
            self.pairs = [pair for pair in self.pairs if pair[0] not in tags]
        return [value for value in map(flat, taken) if value]

    def first(self, *tags: str) -> str:
        """The first value of the first of these tags that has one; others stay."""
        for tag in tags:
            for place, (each, value) in enumerate(self.pairs):
                if each == tag and value.strip():
                    del self.pairs[place]
                    return flat(value)
        return ""

    def rest(self, prefix: str) -> dict[str, str]:
        """What nobody took, in fields such as "ris.ad"; repeated ones in lines."""
        texts: dict[str, list[str]] = {}
        for tag, value in self.pairs:
            if text := joined(value):
                texts.setdefault(f"{prefix}.{tag.lower()}", []).append(text)
        return {name: "\n".join(each) for name, each in texts.items()}


def records(text: str, grammar: Grammar) -> Iterator[Tagged]:
    """Cut a text into records; what stands between them is passed over.

    A record ends at its end tag, or where the next one begins. Tags that follow no
    start make a record all the same, with a problem that says so.
    """
    record, lines, pattern, ended, number = None, [], grammar.line, True, 0
    value_lines: list[str] = []
    for number, source in enumerate(LINE.findall(text), start=1):
        tag, value, pattern = _read(source, pattern, grammar)
        if tag and value_lines:
            _set_last(record, value_lines)
        if tag == grammar.start or ended and tag in grammar.heads:
            if record is not None:
                yield record if ended else _closed(record, lines, grammar, number)
            record, lines, ended = _begun(number, tag, grammar), [], False
        if record is None or ended and not tag:
            continue
        lines.append(source)
        if tag == grammar.end != "" or grammar.blank_ends and not source.strip():
            record = record if ended else _closed(record, lines, grammar)
            ended = True
        elif tag:
            record.pairs.append((tag, value))
        elif record.pairs:
            value_lines.append(value)
    if record is not None:
        _set_last(record, value_lines)
        yield record if ended else _closed(record, lines, grammar, number + 1)


def flat(value: str) -> str:
    """A value in one line."""
    return " ".join(value.split()) if "\n" in value else value.strip()


def joined(value: str) -> str:
    """A value whose indented lines are only wrapped; the others are lines of their own."""
    return WRAPPED.sub(" ", value).strip()


def _read(source, pattern, grammar):
    """The tag ("" for none) and the value of a line, and the pattern for the next one."""
    for each in (grammar.line, grammar.loose):
        begun = each and each.match(source)
        if begun and begun[1] == grammar.start:
            return begun[1], (begun[2] or "").strip(), each
    found = pattern.match(source)
    if found:
        return found[1], (found[2] or "").strip(), pattern
    return "", source.rstrip(), pattern


def _set_last(record, value_lines):
    """Give the last value its further lines, all at once, for there may be a million."""
    if value_lines:
        tag, begun = record.pairs[-1]
        record.pairs[-1] = (tag, "\n".join([begun, *value_lines]))
        value_lines.clear()


def _begun(number, tag, grammar):
    if tag == grammar.start or grammar.blank_ends:
        return Tagged(number)
    sentence = (
        f"The record does not begin with {grammar.start}, so its type is not known."
    )
    return Tagged(number, problems=(Problem(number, sentence),))


def _closed(record, lines, grammar, following=0):
    """`following` is the line that ended the record when nothing in it did."""
    record.raw = "".join(lines).rstrip("\n")
    if grammar.end and following:
        sentence = (
            f"The record has no {grammar.end}; it was ended before line {following}."
        )
        record.problems += (Problem(record.line, sentence),)
    return record
