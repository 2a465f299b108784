"""Reading the files of a run: at once when they are small, else by the worker."""

from django.db.models import Sum
from django.db.models.functions import Length

from portal.desk.course import home_of, to_decide
from portal.imports.run import AtWork, read
from portal.imports.tasks import queue

# What takes about a second to read; nobody need watch a bar for that.
AT_ONCE = 300 * 1024


def start_reading(run):
    size = run.files.aggregate(size=Sum(Length("content")))["size"]
    # A run without files fetches them from the web, which takes its time.
    if not size or size > AT_ONCE:
        queue(run, "read")
        return
    try:
        read(run=run)
    except AtWork:
        queue(run, "read")


def read_on(run):
    """Read the files again with what was answered; gives the screen to go on to."""
    start_reading(run)
    run.refresh_from_db()
    return to_decide(run) or home_of(run)
