"""Looking up the lists of an author's papers, again and again."""

from django.utils import timezone

from portal.imports.run import NotNow, discard, read, store
from portal.models import ImportRow, ImportRun
from publications.models import Source
from publications.sources.client import Client
from publications.sources.gathering import gather

KIND = "publications"
WAITING = {ImportRun.State.READING, ImportRun.State.PLANNED, ImportRun.State.APPLYING}
IN_WORDS = {
    ImportRow.Action.CREATED: "new",
    ImportRow.Action.UPDATED: "changed",
    ImportRow.Action.REVIEW: "in doubt",
    ImportRow.Action.REJECTED: "rejected",
}
# Seconds that a check waits for the import at work.
PATIENCE = 60


def check(*, source: Source, client: Client | None = None) -> Source:
    """Look whether a source has something new; the source says what came of it.

    What is new becomes an import that waits: nothing goes live unseen. While that of an
    earlier check waits, nothing is asked.
    """
    if source.run and source.run.state in WAITING:
        return _say(source, f"{source.run} still waits; nothing was asked.")
    files, notes = gather({"identifiers": [source.value]}, client)
    notes = [note.removeprefix(f"{source.value}: ") for note in notes]
    source.last_checked_at = timezone.now()
    if not files:
        return _say(source, " ".join(notes), failed=True)
    result, failed = _bring_in(source, files)
    return _say(source, " ".join([result, *notes]), failed or bool(notes))


def _bring_in(source, files):
    """Plan an import of the files; a sentence, and whether it came to nothing."""
    run = store(kind=KIND, sources=files, options={"identifiers": [source.value]})
    try:
        read(run=run, patience=PATIENCE)
    except NotNow as refusal:
        run.delete()
        return str(refusal), True
    run.refresh_from_db()
    if run.state == ImportRun.State.FAILED:
        discard(run=run)
        return f"What came cannot be read: {run.error}", True
    if set(run.counts) <= {ImportRow.Action.UNCHANGED}:
        discard(run=run)
        found = run.counts.get(ImportRow.Action.UNCHANGED, 0)
        return f"Nothing new: {found} papers are here as they are there.", False
    source.run = run
    return f"{run} waits for a go-ahead: {_in_words(run.counts)}.", False


def _in_words(counts):
    return ", ".join(
        f"{counts[action]} {word}"
        for action, word in IN_WORDS.items()
        if counts.get(action)
    )


def _say(source, sentence, failed=False):
    source.last_result, source.failed = sentence, failed
    source.save(update_fields=["last_checked_at", "last_result", "failed", "run"])
    return source
