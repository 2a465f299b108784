"""A ZIP archive as the files in it, opened within limits and never unpacked to disk."""

import re
from functools import cached_property
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError

from portal.imports.files import SourceFile, Unreadable, cleaned

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
MOST_PACKED = 50 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_MEMBERS = 5_000
# What a site's tools and a Mac put into an archive; `_site` repeats the whole site.
NOT_OURS = frozenset({"__MACOSX", ".git", "node_modules", "_site", ".jekyll-cache"})
OFFICE = {
    "word/document.xml": "a Word document",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "xl/workbook.xml": "an Excel workbook",
    "content.xml": "an OpenDocument file; save it as .xlsx or .csv",
}
ENCRYPTED, UTF8_NAMES = 0x1, 0x800


def is_archive(source: SourceFile) -> bool:
    return source.content.startswith((ZIP, EMPTY_ZIP))


class Archive:
    """The files of a ZIP archive by their paths; raises Unreadable beyond the limits."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.name = source.name
        self._refuse(self._too_large(len(source.content), MOST_PACKED, "packed"))
        try:
            self._zip = ZipFile(BytesIO(source.content))
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Unreadable(f"'{self.name}' is damaged: {error}.") from error
        self._members = self._zip.infolist()
        self._left = MOST_UNPACKED
        self._refuse(self._reason())

    @property
    def paths(self) -> list[str]:
        """The paths of the files, without folders and what is nobody's file."""
        return list(self._by_path)

    @cached_property
    def _by_path(self) -> dict[str, ZipInfo]:
        found: dict[str, ZipInfo] = {}
        for member in self._members:
            path = _safe(member)
            if path and not member.is_dir() and path not in found:
                found[path] = member
        return found

    def __contains__(self, path: str) -> bool:
        return path in self._by_path

    def file(self, path: str) -> SourceFile:
        """One file, called "archive.zip/its/path"; Unreadable when it is damaged."""
        member, name = self._by_path[path], f"{self.name}/{path}"
        if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise Unreadable(f"'{name}' is packed in a way that we do not read.")
        try:
            with self._zip.open(member) as packed:
                content = packed.read(self._left + 1)
        except (BadZipFile, DeflateError, EOFError, OSError, RuntimeError) as error:
            raise Unreadable(f"'{name}' is damaged: {error}.") from error
        self._left -= len(content)
        self._refuse(self._too_large(-self._left, 0, "unpacked"))
        if content.startswith(ZIP) and path.lower().endswith(".zip"):
            raise Unreadable(
                f"'{name}' is an archive in an archive and was not opened; give it "
                "to an import of its own."
            )
        return SourceFile(name, content, self.source.encoding)

    def _reason(self) -> str:
        """Why the archive is not opened, before anything of it is unpacked."""
        names = {member.filename for member in self._members}
        for name, kind in OFFICE.items():
            if name in names:
                return f"'{self.name}' is {kind}, not an archive of files."
        if len(self._members) > MOST_MEMBERS:
            return (
                f"'{self.name}' holds {len(self._members)} files; up to {MOST_MEMBERS} "
                "are read."
            )
        if any(member.flag_bits & ENCRYPTED for member in self._members):
            return f"'{self.name}' is encrypted; pack it again without a password."
        unpacked = sum(member.file_size for member in self._members)
        return self._too_large(unpacked, MOST_UNPACKED, "unpacked")

    def _too_large(self, size: int, most: int, state: str) -> str:
        if size <= most:
            return ""
        limit = {"packed": MOST_PACKED, "unpacked": MOST_UNPACKED}[state]
        return (
            f"'{self.name}' is larger than {limit // 1024**2} MB {state}, the most that "
            "is read; leave out what is no bibliography or list of people."
        )

    def _refuse(self, reason: str) -> None:
        if reason:
            raise Unreadable(reason)


def _safe(member: ZipInfo) -> str:
    """The member's path without what would lead out of a folder; "" for what to skip."""
    name = member.filename
    if not member.flag_bits & UTF8_NAMES:
        name = _as_utf8(name)
    parts = re.split(r"[/\\]+", cleaned(name))
    parts = [part for part in parts if part.strip(" .") and not part.endswith(":")]
    if NOT_OURS & set(parts) or not parts or parts[-1].startswith("._"):
        return ""
    return str(PurePosixPath(*parts))


def _as_utf8(name: str) -> str:
    """Many programs write UTF-8 without saying so, and zipfile takes it for DOS."""
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name
