"""The fields of an entry while they are being understood."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from portal.web_addresses import web_address
from publications.formats.latex import decode, unescape_verbatim
from publications.formats.record_fields import read_extra
from publications.importing.lengths import ADDRESS
from publications.values import Entry, Problem

TOO_LONG = (
    "This has {} characters, but there is room for {}; it is kept without being used."
)
TRUE = {"true", "yes", "1", "y", "x"}
# Not \s: a no-break space is there on purpose.
BLANKS = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")
MORE_LINE_BREAKS = re.compile(r"\n{3,}")


class EntryFields:
    """Reads fields as what they are; what nobody takes is `rest`, as the source has it.

    A value that cannot be what its field says becomes a problem and stays in `rest`.
    """

    def __init__(self, entry: Entry):
        self.entry = entry
        self.is_bibtex = entry.format == "bibtex"
        self.problems: list[Problem] = []
        self._left = {name: raw for name, raw in entry.fields.items() if raw.strip()}
        self.rest: Mapping[str, str] = MappingProxyType(self._left)
        self._kept: dict[str, str] = {}
        self._keep_extra()

    def _keep_extra(self):
        """Our own exports say of some fields that they have no place."""
        raw = self._left.get("extra", "").strip()
        kept = read_extra(decode(raw) if raw and self.is_bibtex else raw)
        if kept:
            self._kept = kept
            del self._left["extra"]

    @property
    def extra(self) -> dict[str, str]:
        """What is left when all is understood, with what was known to have no place."""
        return {**self._kept, **self._left}

    def raw(self, name: str) -> str:
        return self._left.pop(name, "")

    def text(self, *names: str, longest: int = 0) -> str:
        """Plain text of the first of these fields that says anything.

        One with more than `longest` characters (if given) is a problem and is left.
        """
        for name in names:
            raw = self._left.get(name)
            text = self.plain(raw) if raw else ""
            if text and self.fits(name, text, longest):
                del self._left[name]
                return text
        return ""

    def prose(self, name: str) -> str:
        """Plain text that may have lines and paragraphs."""
        raw = self._left.get(name)
        if not raw:
            return ""
        text = decode(raw) if self.is_bibtex else raw
        lines = [_in_one_line(line) for line in text.strip().split("\n")]
        text = "\n".join(lines)
        if len(lines) > 2:
            text = MORE_LINE_BREAKS.sub("\n\n", text)
        if text:
            del self._left[name]
        return text

    def verbatim(self, name: str) -> str:
        """An identifier or address: LaTeX has no say in it but for escaped signs."""
        raw = self.raw(name)
        return unescape_verbatim(raw).strip() if self.is_bibtex else raw.strip()

    def address(self, name: str) -> str:
        raw = self._left.get(name)
        if not raw:
            return ""
        url = web_address(self.verbatim(name))
        if url and self.fits(name, url, ADDRESS):
            return url
        self.leave(name, raw)
        return ""

    def truth(self, name: str) -> bool | None:
        raw = self.raw(name).strip(" {}").casefold()
        return raw in TRUE if raw else None

    def one_of(self, name: str, choices) -> str:
        raw = self._left.get(name)
        if not raw:
            return ""
        text = self.text(name).casefold().replace(" ", "-").replace("_", "-")
        if text and text not in choices:
            known = ", ".join(choices)
            self.complain(name, f"'{raw}' is not a {name}. It is one of {known}.")
            self.leave(name, raw)
            return ""
        return text

    def leave(self, name: str, raw: str) -> None:
        """Put back what was looked at and not understood."""
        self._left[name] = raw

    def fits(self, name: str, text: str, longest: int) -> bool:
        if longest and len(text) > longest:
            self.complain(name, TOO_LONG.format(len(text), longest))
            return False
        return True

    def leave_too_long(self, name: str, raw: str) -> None:
        """Leave the whole field: half of it would come out twice on export."""
        self.complain(
            name, "A part of this is too long; it is kept without being used."
        )
        self.leave(name, raw)

    def complain(self, name: str, text: str) -> None:
        line, column = self._place(name)
        self.problems.append(Problem(line, text, name, column))

    def _place(self, name):
        """Where the field stands, if its format names it, else where the entry does."""
        pattern = rf"(?<![\w-]){re.escape(name)}[ \t]*="
        found = self.is_bibtex and re.search(pattern, self.entry.raw, re.I)
        if not found:
            return self.entry.line, 0
        before = self.entry.raw[: found.start()]
        return self.entry.line + before.count("\n"), found.start() - before.rfind("\n")

    def plain(self, raw: str) -> str:
        """LaTeX decoded where the format is BibTeX; white space collapsed."""
        return _in_one_line(decode(raw) if self.is_bibtex else raw)


def _in_one_line(text):
    # Said first of nearly all texts, and much faster than the substitution.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return BLANKS.sub(" ", text).strip()
