"""Files as they come: their bytes, and the text in them whatever its encoding."""

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from portal.imports.encodings import (
    NOT_FOR_FILES,
    decoded,
    guesses,
    joined_halves,
    line_by_line,
)

LARGEST = 100 * 1024 * 1024

# What is dropped from text: control characters but line ends and tabs, halves of
# UTF-16 pairs, and what turns the direction of the text around it.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff"
    # What is no character at all, and no workbook can hold.
    "\ufffe\uffff]"
)
# UTF-8 in which halves of UTF-16 pairs stand, which are no characters.
DAMAGED = "utf-8 with damaged bytes"
# What a file's first bytes or every one of its bytes speak for; the rest is guessed.
CERTAIN = {"", "utf-8", "utf-8-sig", "utf-16", "utf-32"}
MARKS_OF_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")

MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "a database"),
)


class Unreadable(Exception):
    """A file that cannot be read at all; its message is a sentence for people."""


@dataclass(frozen=True)
class SourceFile:
    """The name of a file and its bytes.

    The name has no folder, but for "site.zip/its/path" of a file in an archive.
    `encoding` is what a person says the text is in; "" leaves it to `decode`.
    """

    name: str
    content: bytes
    encoding: str = ""

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Read a file; Unreadable when there is none, or none of a sensible size."""
        path = Path(path)
        try:
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
        except (OSError, ValueError) as error:
            raise Unreadable(_why_not(path, error)) from error
        if not content:
            raise Unreadable(f"'{path.name}' is empty.")
        if len(content) > LARGEST:
            raise Unreadable(
                f"'{path.name}' is larger than {LARGEST // 1024**2} MB, "
                "the most that is read; split it in parts."
            )
        return cls(path.name, content)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Text:
    """Decoded text with \\n line ends, and the name of the encoding it was in."""

    text: str
    encoding: str


def _why_not(path: Path, error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return f"There is no file '{path}'."
        case IsADirectoryError():
            return f"'{path}' is a folder, not a file."
        case PermissionError():
            return f"'{path}' may not be read: permission is denied."
        case _:
            reason = getattr(error, "strerror", None) or error
            return f"'{path.name}' cannot be read: {reason}."


def decode(source: SourceFile) -> Text:
    """Turn bytes into text; Unreadable when they are not text at all.

    It is in the encoding that the source names, else in the first that fits of: byte
    order mark, the NUL pattern of UTF-16, UTF-8, the encoding that the file declares,
    UTF-8 with single lines of Windows-1252, a double-byte encoding of East Asia,
    Windows-1252, that of the old Macintosh.
    """
    content = source.content
    if not content or content.isspace():
        raise Unreadable(f"'{source.name}' is empty.")
    for magic, kind in MAGIC:
        if content.startswith(magic):
            raise Unreadable(f"'{source.name}' is {kind}, not a text file.")
    if source.encoding:
        return Text(_clean(source, _as_told(source)), source.encoding)
    for encoding in guesses(content):
        text = decoded(content, encoding)
        if text is None and encoding == "utf-8":
            text, encoding = joined_halves(content), DAMAGED
        if text is not None:
            return Text(_clean(source, text), encoding)
    return Text(_clean(source, line_by_line(content)), "utf-8 and windows-1252")


def notes_on_encoding(source: SourceFile, encoding: str) -> list[str]:
    """A sentence when what `decode` found is not certain; "" is that of a workbook."""
    if source.encoding or encoding in CERTAIN:
        return []
    if encoding == DAMAGED:
        return [
            f"“{source.name}” has bytes that are no UTF-8 (halves of characters); “�” "
            "stands for them now."
        ]
    return [
        f"“{source.name}” is not in UTF-8; it was taken to be in {encoding}. See whether "
        "the names are right."
    ]


def _as_told(source: SourceFile) -> str:
    """The text in the encoding that a person chose."""
    name = source.encoding
    try:
        if codecs.lookup(name).name in NOT_FOR_FILES:
            raise LookupError(name)
        return source.content.decode(name)
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        line = source.content.count(b"\n", 0, start) + 1
        raise Unreadable(
            f"'{source.name}' is not in the encoding {name}: byte {start + 1}, in line "
            f"{line}, has no meaning in it."
        ) from error
    except (LookupError, ValueError) as error:
        raise Unreadable(
            f"'{name}' is no encoding that we know, such as utf-8 or windows-1252."
        ) from error


def _clean(source: SourceFile, text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    kept = cleaned(text)
    dropped = len(text) - len(kept)
    if dropped > 8 and dropped > len(text) / 100:
        dropped -= len(MARKS_OF_DIRECTION.findall(text))
    if dropped > max(8, len(text) / 100):
        raise Unreadable(f"'{source.name}' is binary data, not a text file.")
    return kept


def cleaned(text: str) -> str:
    """The text without characters that nobody sees and that no database should hold."""
    return UNWANTED.sub("", text)


def cleaned_values(value: Any) -> Any:
    """The same for all text in what JSON holds: "\\ud800" is half a character there."""
    match value:
        case str():
            return cleaned(value)
        case list():
            return [cleaned_values(each) for each in value]
        case dict():
            return {cleaned(key): cleaned_values(each) for key, each in value.items()}
        case _:
            return value
