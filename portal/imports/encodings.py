"""Which encoding the bytes of a text are in, as far as the bytes can tell."""

import codecs
import re
from collections.abc import Iterator

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# JabRef, KBibTeX and Emacs each say in the head of a file how it is encoded.
DECLARED = re.compile(
    rb"%\s*Encoding:\s*([\w-]+)"
    rb"|@comment\{x-kbibtex-encoding=([\w-]+)\}"
    rb"|-\*-.*?coding:\s*([\w-]+)",
    re.IGNORECASE,
)
# Codecs of Python that no file is in; some take quadratic time.
NOT_FOR_FILES = frozenset({"idna", "punycode", "undefined", "utf_7", "utf-7"})
DOUBLE_BYTE = ("gb18030", "shift_jis", "euc_kr", "big5")
# Han, kana and Hangul: a wrong guess gives rare signs and half-width kana instead.
COMMON_CJK = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]")


def guesses(content: bytes) -> Iterator[str]:
    """The encodings that the text may be in, the likeliest first."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            yield f"{encoding}-sig" if encoding == "utf-8" else encoding
    yield from _utf16_by_its_nuls(content[:4096])
    yield "utf-8"
    declared = DECLARED.search(content[:4096])
    if declared:
        name = next(name for name in declared.groups() if name).decode()
        if name.lower() not in NOT_FOR_FILES:
            yield name
    if _has_utf8_lines(content):
        return
    if not _looks_western(content):
        yield from (name for name in DOUBLE_BYTE if _reads_as_cjk(content, name))
    yield "windows-1252"
    yield "mac-roman"  # has a letter for each byte that Windows leaves out


def _utf16_by_its_nuls(head: bytes) -> Iterator[str]:
    """In UTF-16 every second byte of Latin text is NUL."""
    even, odd = head[::2], head[1::2]
    if odd.count(0) > len(odd) * 0.4 and not even.count(0):
        yield "utf-16-le"
    if even.count(0) > len(even) * 0.4 and not odd.count(0):
        yield "utf-16-be"


def decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def joined_halves(content: bytes) -> str | None:
    """UTF-8 where each half of a UTF-16 pair was encoded by itself, as Java does.

    A half that stands alone becomes "�".
    """
    try:
        text = content.decode("utf-8", "surrogatepass")
    except UnicodeError:
        return None
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _has_utf8_lines(content: bytes) -> bool:
    """Say whether some line is UTF-8 beyond ASCII: then two files were joined."""
    lines = (line for line in content.splitlines() if not line.isascii())
    return any(decoded(line, "utf-8") is not None for line in lines)


def line_by_line(content: bytes) -> str:
    lines = content.splitlines(keepends=True)
    return "".join(
        decoded(line, "utf-8") or line.decode("windows-1252", "replace")
        for line in lines
    )


def _looks_western(content: bytes) -> bool:
    """Accented letters stand alone between ASCII; double bytes come in runs."""
    runs = re.findall(rb"[\x80-\xff][\x40-\xff]?[\x80-\xff]*", content)
    return not runs or sum(len(run) > 3 for run in runs) < len(runs) / 4


def _reads_as_cjk(content: bytes, encoding: str) -> bool:
    foreign = re.sub(r"[\x00-\x7f]", "", decoded(content, encoding) or "")
    common = len(COMMON_CJK.findall(foreign))
    return bool(foreign) and common / len(foreign) > 0.95
