"""Files as they come: their bytes, and the text in them whatever its encoding."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

LARGEST = 50 * 1024 * 1024

# What is dropped from text; line ends and tabs stay.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a database"),
)
# JabRef, KBibTeX and Emacs each say in the head of a file how it is encoded.
DECLARED = re.compile(
    rb"%\s*Encoding:\s*([\w-]+)"
    rb"|@comment\{x-kbibtex-encoding=([\w-]+)\}"
    rb"|-\*-.*?coding:\s*([\w-]+)",
    re.IGNORECASE,
)
DOUBLE_BYTE = ("gb18030", "shift_jis", "euc_kr", "big5")
# Han, kana and Hangul: a wrong guess gives rare signs and half-width kana instead.
COMMON_CJK = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]")


class Unreadable(Exception):
    """A file that cannot be read at all; its message is a sentence for people."""


@dataclass(frozen=True)
class SourceFile:
    """The name of a file, without its folder, and its bytes."""

    name: str
    content: bytes

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

    The first that fits of: byte order mark, the NUL pattern of UTF-16, UTF-8, the
    encoding that the file declares, UTF-8 with single lines of Windows-1252, a
    double-byte encoding of East Asia, Windows-1252.
    """
    content = source.content
    if not content.strip():
        raise Unreadable(f"'{source.name}' is empty.")
    for magic, kind in MAGIC:
        if content.startswith(magic):
            raise Unreadable(f"'{source.name}' is {kind}, not a text file.")
    for encoding in _guesses(content):
        text = _decoded(content, encoding)
        if text is not None:
            return Text(_clean(source, text), encoding)
    return Text(_clean(source, _line_by_line(content)), "utf-8 and windows-1252")


def _guesses(content: bytes) -> Iterator[str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            yield f"{encoding}-sig" if encoding == "utf-8" else encoding
    yield from _utf16_by_its_nuls(content[:4096])
    yield "utf-8"
    declared = DECLARED.search(content[:4096])
    if declared:
        yield next(name for name in declared.groups() if name).decode()
    if _has_utf8_lines(content):
        return
    if not _looks_western(content):
        yield from (name for name in DOUBLE_BYTE if _reads_as_cjk(content, name))
    yield "windows-1252"
    yield "latin-1"


def _utf16_by_its_nuls(head: bytes) -> Iterator[str]:
    """In UTF-16 every second byte of Latin text is NUL."""
    even, odd = head[::2], head[1::2]
    if odd.count(0) > len(odd) * 0.4 and not even.count(0):
        yield "utf-16-le"
    if even.count(0) > len(even) * 0.4 and not odd.count(0):
        yield "utf-16-be"


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _has_utf8_lines(content: bytes) -> bool:
    """Say whether some line is UTF-8 beyond ASCII: then two files were joined."""
    lines = (line for line in content.splitlines() if not line.isascii())
    return any(_decoded(line, "utf-8") is not None for line in lines)


def _line_by_line(content: bytes) -> str:
    lines = content.splitlines(keepends=True)
    return "".join(
        _decoded(line, "utf-8") or line.decode("windows-1252", "replace")
        for line in lines
    )


def _looks_western(content: bytes) -> bool:
    """Accented letters stand alone between ASCII; double bytes come in runs."""
    runs = re.findall(rb"[\x80-\xff][\x40-\xff]?[\x80-\xff]*", content)
    return not runs or sum(len(run) > 3 for run in runs) < len(runs) / 4


def _reads_as_cjk(content: bytes, encoding: str) -> bool:
    foreign = re.sub(r"[\x00-\x7f]", "", _decoded(content, encoding) or "")
    common = len(COMMON_CJK.findall(foreign))
    return bool(foreign) and common / len(foreign) > 0.95


def _clean(source: SourceFile, text: str) -> str:
    controls = len(CONTROL.findall(text))
    if controls > max(8, len(text) / 100):
        raise Unreadable(f"'{source.name}' is binary data, not a text file.")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub("", text)
