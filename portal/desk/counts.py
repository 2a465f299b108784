"""How many rows of a run do what, as numbers, tiles and sentences."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import Count

from portal.models import ImportRow, ImportRun

# In the order in which reports name them.
ACTIONS = tuple(ImportRow.Action)
DONE_WORDS = {
    "created": "created",
    "updated": "changed",
    "unchanged": "unchanged",
    "review": "waiting for you",
    "rejected": "rejected",
}
PLAN_WORDS = {**DONE_WORDS, "created": "new", "updated": "to change"}
QUESTIONS = {
    "likeness": "possible duplicate",
    "protected": "edited by hand since",
    "contradiction": "entries contradict each other",
    "stale": "changed since the plan",
}


@dataclass(frozen=True)
class Tile:
    """A count that leads to the entries it counts."""

    action: str
    label: str
    count: int
    is_current: bool = False

    @property
    def count_text(self):
        return intcomma(self.count)


def counts_of(runs):
    """{run id: {action: count}}; in one query for the runs that do not say themselves."""
    counted = {run.pk: Counter(run.counts) for run in runs}
    silent = [run.pk for run in runs if not run.counts]
    if silent:
        fresh = defaultdict(Counter)
        rows = ImportRow.objects.filter(run__in=silent).order_by()
        for run, action, count in rows.values_list("run", "action").annotate(
            Count("pk")
        ):
            fresh[run][action] = count
        counted.update({pk: fresh[pk] for pk in silent})
    return counted


def words_for(run):
    return PLAN_WORDS if run.state == ImportRun.State.PLANNED else DONE_WORDS


def tiles(run, counts, chosen=""):
    words = words_for(run)
    return [
        Tile(action, words[action], counts[action], action == chosen)
        for action in ACTIONS
        if counts[action] or action in {"created", "updated"}
    ]


def in_words(run, counts):
    """ "12 created, 3 waiting for you"."""
    words = words_for(run)
    return ", ".join(
        f"{intcomma(counts[action])} {words[action]}"
        for action in ACTIONS
        if counts[action]
    )


def forecast(counts, kind):
    """What applying will do, in one sentence."""
    created, updated = counts["created"], counts["updated"]
    clauses = [
        f"{amount(created, kind)} will be created" if created else "",
        f"{_changed(updated, created, kind)} will be changed" if updated else "",
    ]
    clauses = [each for each in clauses if each] or [
        "Nothing on the site will be changed"
    ]
    if unchanged := counts["unchanged"]:
        clauses.append(
            f"{intcomma(unchanged)} {'is' if unchanged == 1 else 'are'} here already"
        )
    return f"{_listed(clauses)}."


def left_out(counts, kind):
    """What applying leaves out, in sentences."""
    sentences = []
    if review := counts["review"]:
        waits = "waits" if review == 1 else "wait"
        sentences.append(
            f"{amount(review, kind)} {waits} for your decision and can be applied later."
        )
    if rejected := counts["rejected"]:
        are = "1 entry is" if rejected == 1 else f"{intcomma(rejected)} entries are"
        sentences.append(
            f"{are} rejected and left out; the report gives them back as a file to mend."
        )
    return sentences


def amount(count, kind):
    """ "1 paper", "1,200 papers"."""
    return f"{intcomma(count)} {kind.one if count == 1 else kind.many}"


def _changed(updated, created, kind):
    return intcomma(updated) if created else amount(updated, kind)


def _listed(clauses):
    *first, last = clauses
    return f"{', '.join(first)} and {last}" if first else last
