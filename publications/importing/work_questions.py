"""The entries of an import about which a person is asked, beside what the site has."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from portal.models import ImportRow
from publications.facts import facts_of
from publications.importing.defaults import with_defaults
from publications.importing.side_by_side import Pair, side_by_side
from publications.importing.stored import record_from_json
from publications.records import held_papers, record_of

CREATED, REVIEW = ImportRow.Action.CREATED, ImportRow.Action.REVIEW


@dataclass(frozen=True)
class WorkQuestion:
    """`slug` is the paper's that was asked about; `answer` what was said so far, or {}.

    `title` is the paper's, `stated` the one in the file; `pk` is 0 while the paper is
    itself one of the import. `about` are the facts in question, `besides` those that
    would change without one.
    """

    position: int
    question: str
    key: str
    file: str
    line: int
    reason: str
    slug: str
    pk: int
    title: str
    stated: str
    pairs: list[Pair]
    about: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    answer: dict = field(default_factory=dict)

    @property
    def offered(self):
        """What can be taken. Of a protected paper not what the file said before."""
        fresh = {*self.about, *self.besides}
        only = fresh if self.question == "protected" else None
        return [
            pair
            for pair in self.pairs
            if pair.can_be_taken and (only is None or pair.name in only)
        ]

    @property
    def others(self):
        offered = {pair.name for pair in self.offered}
        return [pair for pair in self.pairs if pair.name not in offered]

    @property
    def taken(self):
        """The facts that are ticked: as answered, else what asks nothing of anybody."""
        if self.answer.get("work") == "same":
            return set(self.answer.get("take", []))
        added = {pair.name for pair in self.offered if pair.mark == "added"}
        return added - set(self.about) | set(self.besides)


def works_of_run(run):
    """The rows that are or were a question, in the order of the files."""
    asked = Q(action=REVIEW) & ~Q(question="")
    return run.rows.filter(asked | _answered(run)).order_by("position")


def open_works(run):
    """Of these the ones without an answer, and those whose answer did not do."""
    rows = run.rows.filter(action=REVIEW).exclude(question="")
    return rows.exclude(_answered(run) & ~Q(question="stale")).order_by("position")


def questions_about(run, rows):
    """Rows as WorkQuestions, in a constant number of queries."""
    rows = list(rows)
    asked = {row: run.answers.get(str(row.position), {}) for row in rows}
    slugs = {row: asked[row].get("slug") or row.target for row in rows}
    papers = held_papers(set(slugs.values()))
    made = run.rows.filter(action=CREATED, target__in=set(slugs.values()) - set(papers))
    ours = {row.target: facts_of(with_defaults(_record(row))) for row in made}
    ours |= {slug: facts_of(record_of(paper)) for slug, paper in papers.items()}
    return [
        _question(row, papers.get(slugs[row]), ours.get(slugs[row], {}), asked[row])
        for row in rows
    ]


def _question(row, paper, ours, answer):
    theirs = _stated(row)
    return WorkQuestion(
        position=row.position,
        question=answer.get("question") or row.question,
        key=row.key,
        file=row.file,
        line=row.line,
        reason=row.reason,
        slug=answer.get("slug") or row.target,
        pk=paper.pk if paper else 0,
        title=ours.get("title", ""),
        stated=theirs.get("title", ""),
        pairs=side_by_side(ours, theirs),
        about=tuple(row.plan.get("about", ())),
        besides=tuple(row.plan.get("besides", ())),
        answer=answer,
    )


def _answered(run):
    again = {"work": "again"}
    positions = [int(at) for at, each in run.answers.items() if each != again]
    return Q(position__in=positions)


def alike(run):
    """{facts in question: [(position, slug, facts besides)]} of the open rows in which
    an editor's facts are in question; the most frequent first."""
    rows = open_works(run).filter(question="protected")
    groups = defaultdict(list)
    for position, slug, about, besides in rows.values_list(
        "position", "target", "plan__about", "plan__besides"
    ):
        groups[tuple(about)].append((position, slug, besides))
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def counted(run):
    """(how many are decided, how many questions there are)."""
    total, still_open = works_of_run(run).count(), open_works(run).count()
    return total - still_open, total


def _stated(row):
    """What the entry says: what was decided about it may have made another plan."""
    decided = row.plan.get("decision", {}).get("said")
    return decided or facts_of(_record(row))


def _record(row):
    return record_from_json(row.plan.get("record", {}))
