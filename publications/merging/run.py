"""Merges and splits in the history of imports, where they can be undone like one.

Each is a run with a single row: the row's plan says who, its `before` what was done.
"""

from django.db import transaction
from django.utils import timezone

from portal.imports.importers import Importer
from portal.imports.ledger import Ledger
from portal.models import ImportRow, ImportRun
from publications.merging.authors import merge_authors, split_author
from publications.merging.papers import merge_papers
from publications.merging.refusal import CannotMerge
from publications.merging.venues import merge_venues
from publications.models import Author, Publication, Venue
from publications.renewal import papers_at, papers_by, renew, together


class MergeImporter(Importer):
    kind = "merge"
    label = "merges"

    def apply(self, rows):
        """Once more, after an undo; where the two are no longer one it says so."""
        for row in rows:
            try:
                with transaction.atomic():
                    do(row)
            except CannotMerge as refusal:
                row.action, row.reason = ImportRow.Action.REJECTED, str(refusal)
        return rows

    def undo(self, row):
        with together():
            renew(ids=_concerned(row.plan))
            kept = " ".join(Ledger(row.before["ledger"]).take_back())
            renew(ids=_concerned(row.plan))
        return kept

    def after_undo(self, rows):
        """What a merge removed is there again; it made nothing besides."""


@transaction.atomic
def carry_out(*, plan, title, by=None):
    """Do what the plan says, and keep it as a run; returns the ImportRun.

    `plan` is {"act": "authors" or "venues", "keep": id, "gone": id}, the same with
    "papers" and "take": [facts], "further": bool, or {"act": "split", "author": id,
    "authorships": ids, "into": id or None}. Raises CannotMerge.
    """
    run = ImportRun.objects.create(
        kind=MergeImporter.kind,
        state=ImportRun.State.APPLIED,
        started_by=by,
        options={"title": title},
        total=1,
        cursor=1,
        counts={"updated": 1},
        applied_at=timezone.now(),
    )
    row = ImportRow(run=run, position=0, key=title[:500], plan=plan)
    row.subject, row.action = SUBJECTS[plan["act"]], ImportRow.Action.UPDATED
    row.state = ImportRow.State.DONE
    row.target = f"{row.subject}/{plan.get('keep') or plan['author']}"
    do(row)
    row.save()
    return run


def do(row):
    ledger = Ledger()
    with together():
        renew(ids=_concerned(row.plan))
        _ACTS[row.plan["act"]](ledger, row.plan)
    row.before = {"ledger": ledger.entries}


def _concerned(plan):
    """The ids of the papers that show something of those who are merged or split."""
    both = [plan.get("keep"), plan.get("gone")]
    match plan["act"]:
        case "authors":
            return papers_by(both)
        case "venues":
            return papers_at(both)
        case "papers":
            return both
    return papers_by([plan["author"]])


def _merge_authors(ledger, plan):
    merge_authors(
        ledger, keep=_get(Author, plan["keep"]), gone=_get(Author, plan["gone"])
    )


def _merge_venues(ledger, plan):
    merge_venues(ledger, keep=_get(Venue, plan["keep"]), gone=_get(Venue, plan["gone"]))


def _merge_papers(ledger, plan):
    merge_papers(
        ledger,
        keep=_get(Publication, plan["keep"]),
        gone=_get(Publication, plan["gone"]),
        take=plan["take"],
        further=plan["further"],
    )


def _split(ledger, plan):
    into = plan["into"] and _get(Author, plan["into"])
    author = _get(Author, plan["author"])
    split_author(ledger, author=author, authorships=plan["authorships"], into=into)


def _get(model, pk):
    found = model.objects.filter(pk=pk).first()
    if found is None:
        raise CannotMerge(f"One of the two {model._meta.verbose_name_plural} is gone.")
    return found


_ACTS = {
    "authors": _merge_authors,
    "venues": _merge_venues,
    "papers": _merge_papers,
    "split": _split,
}
SUBJECTS = {
    "authors": "author",
    "venues": "venue",
    "papers": "publication",
    "split": "author",
}
