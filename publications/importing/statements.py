"""Entries → statements: each understood and matched, in the order of the run."""

from dataclasses import dataclass, field, replace

from publications.facts import digest_of
from publications.importing.match import WorkIndex, work_of
from publications.importing.match_names import NameIndex
from publications.importing.normalise import normalise
from publications.importing.plan import rejected
from publications.importing.values import Match, Statement
from publications.models import Publication
from publications.names import make_slug
from publications.querysets import each_among, next_free
from publications.values import Entry

LONGEST_SLUG = 100


@dataclass
class Matcher:
    """Matches a run's entries one after another; each new one is known to the next.

    An entry that says to the letter what a paper was made from is that paper's,
    whatever stands before it in the file: so a second import decides as the first did.
    """

    works: WorkIndex
    names: NameIndex
    slugs: set[str]
    _stated_by: dict[str, Entry] = field(default_factory=dict)

    def state_all(self, entries):
        """A statement for each entry, or at once the row of one that cannot be used."""
        records = {}
        for entry in entries:
            if not entry.error:
                records[id(entry)] = normalise(entry)
        self._recognise(entries, records)
        printed = (
            each.name for record in records.values() for each in record.contributors
        )
        self.names.note_printed(set(printed))
        for entry in entries:
            record = records.get(id(entry))
            if record is None:
                yield rejected(entry, entry.error)
            elif not record.title:
                yield rejected(entry, f"Line {entry.line}: the entry has no title.")
            else:
                yield self._state(entry, record)

    def _recognise(self, entries, records):
        digests = {}
        for entry in entries:
            if record := records.get(id(entry)):
                digests.setdefault(digest_of(record), entry)
        held = Publication.objects.only("slug", "statement_digest").order_by("pk")
        for paper in each_among(held, "statement_digest", digests):
            self._stated_by.setdefault(paper.slug, digests[paper.statement_digest])
        self._own = {id(entry): slug for slug, entry in self._stated_by.items()}

    def _state(self, entry, record):
        match, slug = self._match(entry, record)
        repeats = 0
        if match.verdict != "review":
            first = self._stated_by.setdefault(slug, entry)
            repeats = 0 if first is entry else first.line
        wanted = [(each.name, each.orcid) for each in record.contributors]
        names = tuple(
            self.names.match_numbered(match, each.name, each.namesake)
            if each.namesake
            else match
            for match, each in zip(
                self.names.match_all(wanted), record.contributors, strict=True
            )
        )
        return Statement(entry, record, names, match, slug, repeats)

    def _match(self, entry, record):
        if slug := self._own.get(id(entry)):
            return Match("same", slug), slug
        work = work_of(record)
        match = self.works.match(work)
        if match.verdict != "new":
            return match, match.slug
        slug = next_free(make_slug(record.title, LONGEST_SLUG), self.slugs)
        self.slugs.add(slug)
        self.works.add(replace(work, slug=slug))
        return match, slug
