"""The inside of a BibTeX entry: its key, its fields and the pieces of their values."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from publications.formats.bibtex_delimiters import closing

FIELD_NAME = r"[^\W\d][\w+.:/'-]*+"
_BODY_STARTS = re.compile(rf'\s*+{FIELD_NAME}\s*+=\s*+["{{\w]')
_KEY_WITHOUT_COMMA = re.compile(
    rf'\s*+([^\s,={{}}]++)\s++(?={FIELD_NAME}\s*+=\s*+["{{\w])'
)
# Keys hold spaces (SPIE, Copernicus), slashes (DBLP), "@", non-ASCII and "=" (URLs).
_KEY = {
    "}": re.compile(r"\s*+([^,{}=\n]*+(?:=(?=\w)[^,{}=\n]*+)*+)"),
    ")": re.compile(r"\s*+([^,{}()=\n]*+(?:=(?=\w)[^,{}()=\n]*+)*+)"),
}
_NAME = re.compile(rf"({FIELD_NAME}(?:[ \t]++[^\W\d]\w*+)*+)\s*+=\s*+")
_SEPARATORS = re.compile(r"(?:[\s,]|%[^\n]*+)*+")
_BLANK = re.compile(r"(?:\s|%[^\n]*+)*+")
_CONCATENATION = re.compile(r"\s*+#\s*+")
_BARE = {
    "}": re.compile(r'[^\s,{}"#=]*+'),
    ")": re.compile(r'[^\s,{}"#=()]*+'),
}
_MORE_BARE_WORDS = re.compile(r'[ \t]++[^,{}"#=%\n]++(?=,|\n|\})')

_MOST_PIECES = 10_000

# Two levels of braces hold nearly all values and need no loop in Python.
_BRACED = re.compile(r"\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}")
_QUOTED = re.compile(r'"[^"{}]*+(?:\{[^{}]*+\}[^"{}]*+)*+"')
# Nearly all fields are one number or one value in braces or quotes, and nothing else
# stands before the comma: these are read in one step.
_USUAL = {
    closer: re.compile(
        rf"[\s,]*+({FIELD_NAME})\s*+=\s*+(?:({_BRACED.pattern}|{_QUOTED.pattern})|(\d++))"
        rf"(?=\s*+[,\{closer}])"
    )
    for closer in "})"
}


class Piece(NamedTuple):
    """A part of a value between `#` signs; `bare` text is a number or a macro's name."""

    text: str
    bare: bool = False


class Field(NamedTuple):
    """`name` in lower case; `start` is the offset of the name in the file."""

    name: str
    pieces: tuple[Piece, ...]
    start: int


class Remark(NamedTuple):
    """What was repaired, at which offset of the file."""

    start: int
    text: str
    field: str = ""


class Malformed(Exception):
    """The text at offset `start` does not follow the grammar. `text` says why."""

    def __init__(self, start: int, text: str) -> None:
        super().__init__(text)
        self.start = start
        self.text = text


@dataclass(slots=True)
class Body:
    key: str = ""
    fields: list[Field] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    end: int = 0


@dataclass(slots=True)
class BodyReader:
    """Reads the fields of one entry up to its `closer`, never past offset `limit`.

    BibTeX counts every brace and quote. Writers who do not know that put `\\{` and
    `\\"` into values: `escapes` takes those as plain characters instead.
    """

    text: str
    limit: int
    closer: str
    escapes: bool = False
    body: Body = field(default_factory=Body)

    def read_entry(self, position: int) -> Body:
        return self.read_fields(self._read_key(position))

    def read_fields(self, position: int) -> Body:
        """Raise Malformed where the text is no field; what was read stays in `body`."""
        while True:
            position = self._read_usual_fields(position)
            position = _SEPARATORS.match(self.text, position, self.limit).end()
            if position >= self.limit:
                raise Malformed(position, f"a '{self.closer}' is missing")
            if self.text[position] == self.closer:
                self.body.end = position + 1
                return self.body
            position = self._read_field(position)

    def _read_usual_fields(self, position: int) -> int:
        if self.escapes:
            return position
        match, fields = _USUAL[self.closer].match, self.body.fields
        while usual := match(self.text, position, self.limit):
            name, delimited, number = usual.groups()
            piece = Piece(number, bare=True) if number else Piece(delimited[1:-1])
            fields.append(Field(name.lower(), (piece,), usual.start(1)))
            position = usual.end()
        return position

    def _read_key(self, position: int) -> int:
        if _BODY_STARTS.match(self.text, position, self.limit):
            self.remark(position, "The entry has no key.")
            return position
        uncommaed = _KEY_WITHOUT_COMMA.match(self.text, position, self.limit)
        if uncommaed:
            self.body.key = uncommaed[1]
            self.remark(position, "The comma after the entry's key is missing.")
            return uncommaed.end()
        found = _KEY[self.closer].match(self.text, position, self.limit)
        self.body.key = found[1].strip()
        if not self.body.key:
            self.remark(position, "The entry has no key.")
        end = _BLANK.match(self.text, found.end(), self.limit).end()
        if end < self.limit and self.text[end] not in {",", self.closer}:
            raise Malformed(end, f"{self._excerpt(end)} stands in the entry's key")
        return end

    def _read_field(self, position: int) -> int:
        named = _NAME.match(self.text, position, self.limit)
        if not named:
            raise Malformed(
                position,
                f"{self._excerpt(position)} stands where a field was expected",
            )
        name = named[1].lower()
        pieces, end = self._read_value(named.end(), name)
        self.body.fields.append(Field(name, pieces, position))
        return self._check_comma(end, name)

    def _check_comma(self, position: int, name: str) -> int:
        end = _BLANK.match(self.text, position, self.limit).end()
        if end >= self.limit or self.text[end] in {",", self.closer}:
            return end
        if not _NAME.match(self.text, end, self.limit):
            raise Malformed(
                end, f"{self._excerpt(end)} stands after the value of '{name}'"
            )
        self.remark(end, f"The comma after the field '{name}' is missing.", name)
        return end

    def _read_value(self, position: int, name: str) -> tuple[tuple[Piece, ...], int]:
        piece, position = self._read_piece(position, name)
        pieces = [piece]
        while joined := _CONCATENATION.match(self.text, position, self.limit):
            piece, position = self._read_piece(joined.end(), name)
            pieces.append(piece)
            if len(pieces) > _MOST_PIECES:
                raise Malformed(
                    position,
                    f"'{name}' is put together of more than {_MOST_PIECES} parts",
                )
        return tuple(pieces), position

    def _read_piece(self, position: int, name: str) -> tuple[Piece, int]:
        opener = self.text[position : position + 1]
        if opener not in {"{", '"'}:
            return self._read_bare(position, name)
        end = self._end_of_delimited(position, opener)
        if end < 0:
            mark = "}" if opener == "{" else opener
            raise Malformed(
                position, f"the value of '{name}' is not closed: a '{mark}' is missing"
            )
        return Piece(self.text[position + 1 : end - 1]), end

    def _read_bare(self, position: int, name: str) -> tuple[Piece, int]:
        found = _BARE[self.closer].match(self.text, position, self.limit)
        more = found[0] and _MORE_BARE_WORDS.match(self.text, found.end(), self.limit)
        if not found[0]:
            self.remark(position, f"The field '{name}' has no value.", name)
        if not more:
            return Piece(found[0], bare=bool(found[0])), found.end()
        words = self.text[position : more.end()].strip()
        self.remark(
            position, f"'{words}' needs braces; it was taken as it stands.", name
        )
        return Piece(words), more.end()

    def _end_of_delimited(self, position: int, opener: str) -> int:
        if not self.escapes:
            fast = _BRACED if opener == "{" else _QUOTED
            found = fast.match(self.text, position, self.limit)
            if found:
                return found.end()
        return closing(self.text, position, self.limit, escapes=self.escapes)

    def _excerpt(self, position: int) -> str:
        shown = self.text[position : min(position + 40, self.limit)]
        return f"'{shown.partition(chr(10))[0].strip()}'"

    def remark(self, position: int, text: str, name: str = "") -> None:
        self.body.remarks.append(Remark(position, text, name))
