"""What verbatim entries need of the files that they were imported from.

Without its @string lines and its proceedings an entry does not say what it said. They
stand in the files that the runs keep: the definitions come before the entries that use
them, the parents after all, as BibTeX wants it.
"""

from collections import defaultdict

from portal.imports.archives import Archive, is_archive
from portal.imports.files import SourceFile, Unreadable, decode
from portal.models import ImportFile, ImportRow
from publications.formats.bibtex_surroundings import Surroundings, needs_more
from publications.models import Publication


class Provenance:
    """Finds the file of each source, and keeps what of it has been written already."""

    def __init__(self) -> None:
        self._places: dict[str, list[tuple[int, str]]] | None = None
        self._files: dict[tuple[int, str], Surroundings | None] = {}
        self._in_force: dict[str, str] = {}
        self._ancestors: dict[str, tuple[str, Surroundings]] = {}

    def before(self, paper, source: str) -> list[str]:
        """The definitions that must stand before the source; its parents are noted."""
        around = self._around(paper, source) if needs_more(source) else None
        if around is None:
            return []
        for key, raw in around.ancestors(source):
            self._ancestors.setdefault(key, (raw, around))
        return self._new(around.definitions(source))

    def parents(self, taken: set[str], private: bool) -> list[str]:
        """The parents that are not among the entries, with their own definitions."""
        missing = {
            key: each for key, each in self._ancestors.items() if key not in taken
        }
        held = Publication.objects.filter(citation_key__in=missing)
        keys = set(held.values_list("citation_key", flat=True))
        shown = set(held.public().values_list("citation_key", flat=True))
        hidden = set() if private else keys - shown
        return [
            text
            for key, (raw, around) in missing.items()
            if key not in hidden
            for text in (*self._new(around.definitions(raw)), raw)
        ]

    def _new(self, definitions):
        """What is not in force, as another file defines it otherwise, and what uses it."""
        new = []
        for block in definitions:
            names = [field.name for field in block.fields]
            if new or any(self._in_force.get(name) != block.raw for name in names):
                new.append(block.raw)
                self._in_force |= dict.fromkeys(names, block.raw)
        return new

    def _around(self, paper, source):
        for place in self._all_places().get(paper.slug, ()):
            if place not in self._files:
                self._files[place] = _surroundings(*place)
            if (around := self._files[place]) and source in around:
                return around
        return None

    def _all_places(self):
        """{slug: [(run, file)]}, the last import first; asked for once."""
        if self._places is None:
            self._places = defaultdict(list)
            rows = ImportRow.objects.filter(subject="publication").exclude(target="")
            rows = rows.order_by("-pk").values_list("target", "run", "file")
            for slug, run, file in rows.iterator():
                self._places[slug].append((run, file))
        return self._places


def _surroundings(run, name):
    """None for a file that is kept no more, or was no text."""
    kept = ImportFile.objects.filter(run=run, name__in=[name, name.partition("/")[0]])
    for each in kept.select_related("run"):
        encoding = each.run.options.get("encoding", "")
        source = SourceFile(each.name, bytes(each.content), encoding)
        try:
            if is_archive(source):
                source = Archive(source).file(name.partition("/")[2])
            return Surroundings(decode(source).text)
        except (Unreadable, KeyError):
            continue
    return None
