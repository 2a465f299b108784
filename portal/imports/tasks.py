"""Acts that are asked for in the admin and done by the worker."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from portal.imports import outages
from portal.imports import run as acts
from portal.imports.files import Unreadable
from portal.imports.turns import NotNow, holder_of, named
from portal.models import ImportRun

logger = logging.getLogger(__name__)
# How long an act waits for the one at work; a large import takes minutes.
PATIENCE = 15 * 60
# So long after it was asked for, an act that nobody works on may be asked for again.
FORGOTTEN = timedelta(seconds=60)


def queue(run, act):
    """Have the worker do an act: read, apply, settle, undo or redo.

    NotNow, with a sentence, when it does not fit the run's state, when the run is at
    work, or when somebody has asked for it already.
    """
    run.refresh_from_db()
    acts.check(run, act)
    if holder_of(run):
        raise NotNow(f"{named(run)} is at work; try again when it is done.")
    asked = {"act": run.act, "beat_at": run.beat_at}
    if run.act and run.beat_at and run.beat_at > timezone.now() - FORGOTTEN:
        raise NotNow(f"{named(run)} waits already for the act “{run.act}”.")
    with transaction.atomic():
        runs = ImportRun.objects.filter(pk=run.pk, state=run.state, **asked)
        if not runs.update(act=act, beat_at=timezone.now(), error=""):
            raise NotNow(f"Somebody else asked for an act on {named(run)} just now.")
        work.enqueue(run.pk, act)
    run.refresh_from_db()


def queue_what_was_left():
    """Ask again for what a process that is dead by now was to do; returns the runs."""
    left = []
    for run in ImportRun.objects.exclude(act=""):
        if not holder_of(run):
            act = acts.rest_of(run) or run.act
            ImportRun.objects.filter(pk=run.pk).update(act=act)
            work.enqueue(run.pk, act)
            left.append(run)
    return left


@task(backend="imports", queue_name="imports")
def work(pk: int, act: str) -> None:
    """Do an act that is still asked for; what hinders it stands in the run's `error`."""
    run = ImportRun.objects.filter(pk=pk, act=act).first()
    if run is None:
        return
    try:
        getattr(acts, act)(run=run, patience=PATIENCE)
    except (NotNow, Unreadable) as refusal:
        _say(pk, str(refusal))
    except outages.OUTAGES as error:
        logger.exception("%s stopped.", run)
        _say(pk, f"It stopped. {outages.explain(error)} It can go on where it was.")
    except Exception:
        logger.exception("%s stopped.", run)
        _say(
            pk,
            "It stopped by a fault of ours, which the server's log tells more of. It "
            "can go on where it was.",
        )


def _say(pk, sentence):
    ImportRun.objects.filter(pk=pk).update(error=sentence, act="")
