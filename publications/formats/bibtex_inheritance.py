"""What an entry takes over from the entries that its crossref and xdata fields name.

Names are mapped as the biblatex manual, appendix B, sets out: the title of a
proceedings is the booktitle of its papers.
"""

from dataclasses import replace

from publications.values import Entry, Problem


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTS = _words(
    "inproceedings conference incollection inbook bookinbook suppbook suppcollection "
    "inreference"
)
_IN_BOOK = {
    "title": "booktitle",
    "subtitle": "booksubtitle",
    "titleaddon": "booktitleaddon",
    "shorttitle": "",
}
_IN_PERIODICAL = {
    "title": "journaltitle",
    "subtitle": "journalsubtitle",
    "shorttitle": "",
}
_IN_VOLUMES = {
    "title": "maintitle",
    "subtitle": "mainsubtitle",
    "titleaddon": "maintitleaddon",
    "shorttitle": "",
}

# These say what the parent is; a paper that took over its volume's DOI would be
# merged with every other paper of the volume.
_OWN = _words(
    "crossref xdata xref ids entryset entrysubtype execute label options presort "
    "related relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey "
    "key doi url eprint eprinttype eprintclass archiveprefix primaryclass abstract "
    "pages pagetotal file note annotation annote pdf html code selected"
)

# Deeper chains than these are mistakes, and Python's stack is finite.
_DEPTH = 20


def is_heir(entry: Entry) -> bool:
    return "crossref" in entry.fields or "xdata" in entry.fields


def inherit(entries: list[Entry]) -> list[Entry]:
    """The entries with the fields that they inherit; what they state themselves stays.

    A parent that is missing, or that inherits from its own child, is a Problem.
    """
    return _Family(entries).complete()


class _Family:
    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries
        self.by_key: dict[str, int] = {}
        for index, entry in enumerate(entries):
            self.by_key.setdefault(entry.key, index)
            self.by_key.setdefault(entry.key.lower(), index)
        self.completed: dict[int, Entry] = {}

    def complete(self) -> list[Entry]:
        return [self._complete(index, ()) for index in range(len(self.entries))]

    def _complete(self, index: int, children: tuple[int, ...]) -> Entry:
        entry = self.entries[index]
        if not is_heir(entry):
            return entry
        if index not in self.completed:
            for kind, key in _parents(entry):
                entry = self._take_over(entry, kind, key, (*children, index))
            self.completed[index] = entry
        return self.completed[index]

    def _take_over(
        self, entry: Entry, kind: str, key: str, children: tuple[int, ...]
    ) -> Entry:
        parent = self.by_key.get(key, self.by_key.get(key.lower()))
        if parent is None:
            doubt = f"'{key}', which {kind} names, is not in this file."
        elif parent in children:
            doubt = f"'{key}', which {kind} names, inherits from this entry itself."
        elif len(children) > _DEPTH:
            doubt = f"'{key}', which {kind} names, is the end of too long a chain."
        else:
            return _fill(entry, self._complete(parent, children), kind)
        problem = Problem(entry.line, doubt, kind)
        return replace(entry, problems=(*entry.problems, problem))


def _parents(entry: Entry) -> list[tuple[str, str]]:
    keys = [("crossref", entry.fields.get("crossref", ""))]
    keys += [("xdata", key) for key in entry.fields.get("xdata", "").split(",")]
    return [(kind, key.strip()) for kind, key in keys if key.strip()]


def _fill(entry: Entry, parent: Entry, kind: str) -> Entry:
    names = _mapping(entry.type, parent.type) if kind == "crossref" else {}
    own = _OWN if kind == "crossref" else frozenset({"crossref", "xdata", "ids"})
    taken = {}
    # A parent may state the booktitle of its parts itself: that comes first.
    for name, text in sorted(parent.fields.items(), key=lambda item: item[0] in names):
        target = names.get(name, name)
        if target and name not in own and text.strip():
            taken.setdefault(target, text)
    stated = _stated(entry)
    missing = {name: text for name, text in taken.items() if name not in stated}
    return replace(
        entry,
        fields={**entry.fields, **missing},
        inherited=entry.inherited | missing.keys(),
    )


def _stated(entry: Entry) -> set[str]:
    stated = {name for name, text in entry.fields.items() if text.strip()}
    if "date" in stated:
        return stated | {"year", "month"}
    return stated | {"date"} if "year" in stated else stated


def _mapping(child: str, parent: str) -> dict[str, str]:
    if child in _PARTS and not parent.startswith("mv"):
        return _IN_BOOK
    if child in {"article", "suppperiodical"} and parent == "periodical":
        return _IN_PERIODICAL
    return _IN_VOLUMES if parent.startswith("mv") else {}
