"""Entries → statements: each understood and matched, in the order of the run."""

from dataclasses import dataclass, field

from publications.importing.answers import (
    answer_at,
    answered_match,
    as_before,
    still_applies,
)
from publications.importing.first_look import FirstLook
from publications.importing.free_slugs import FreeSlugs
from publications.importing.match import Work, WorkIndex
from publications.importing.match_names import NameIndex
from publications.importing.plan import rejected
from publications.importing.values import NOBODY_KNOWN, Match, Statement
from publications.values import changed

# Who says so of an entry does not take it for what the paper itself states.
NO_STATEMENT = {"appearance", "skip", "settled"}


@dataclass
class Matcher:
    """Matches a run's entries one after another; each new one is known to the next."""

    works: WorkIndex
    names: NameIndex
    seen: FirstLook
    answers: dict[int, dict] = field(default_factory=dict)
    settled: dict[str, tuple[str, str]] = field(default_factory=dict)
    _slugs: FreeSlugs = field(default_factory=FreeSlugs)

    def chunks(self, size):
        """Statements, so many at a time; of an entry that cannot be used at once its row."""
        for chunk, works in self.works.expect_each(self._with_works(size)):
            self._expect(chunk, works)
            yield [self._stated(each, works.get(each.position)) for each in chunk]

    def _with_works(self, size):
        """((entries, {position: work} of those not known to be a paper's), works)"""
        for chunk in self.seen.entries.chunks(size):
            works = {
                each.position: each.work
                for each in chunk
                if _is_usable(each) and each.position not in self.seen.own
            }
            yield (chunk, works), list(works.values())

    def _expect(self, chunk, works):
        usable = [each for each in chunk if _is_usable(each)]
        self._slugs.expect(each.slug for each in usable if each.position in works)
        self.names.expect(
            [key for each in usable for key in each.keys],
            [orcid for each in usable for orcid in each.orcids],
        )

    def _stated(self, each, work):
        if each.work is None:
            return rejected(each.entry, each.entry.error)
        if not each.work.title:
            reason = f"Line {each.entry.line}: the entry has no title."
            return rejected(each.entry, reason)
        return self._state(each, work)

    def _state(self, each, work):
        match, slug, answer = self._match(each, work)
        repeats = 0
        if match.verdict != "review" and answer.get("work") not in NO_STATEMENT:
            here = (each.position, each.entry.line)
            first = self.seen.stated_by.setdefault(slug, here)
            repeats = 0 if first == here else first[1]
        return Statement(
            each,
            self._names(each),
            match,
            slug,
            repeats,
            answer,
            is_known=work is None,
        )

    def _names(self, each):
        if self.names.are_strangers(each.keys, each.names, each.orcids):
            matches = (NOBODY_KNOWN,) * len(each.names)
        else:
            orcids = each.orcids or ("",) * len(each.names)
            pairs = list(zip(each.names, orcids, strict=True))
            matches = tuple(self.names.match_all(pairs, each.work.year))
        if not each.namesakes:
            return matches
        return tuple(
            self.names.match_numbered(match, name, namesake) if namesake else match
            for match, name, namesake in zip(
                matches, each.names, each.namesakes, strict=True
            )
        )

    def _match(self, each, work: Work | None):
        """How the entry matches, the slug of its work, and the answer if it counts."""
        answer = answer_at(each.position, self.answers)
        if work is None:
            slug = self.seen.own[each.position]
            answer = answer if still_applies(answer, slug) else {}
            return Match("same", slug), slug, answer
        answer = answer or as_before(self.settled, each.digest)
        found = self.works.match(work)
        answer = answer and {"slug": found.slug, **answer}
        match = answered_match(found, answer)
        if match.verdict != "new":
            return match, match.slug, answer
        slug = self._slugs.take(each.slug)
        self.works.add(changed(work, slug=slug))
        return match, slug, answer


def _is_usable(each):
    return each.work is not None and bool(each.work.title)
