import logging
import os
import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from portal.imports.outages import OUTAGES
from portal.imports.tasks import queue_what_was_left

logger = logging.getLogger(__name__)
INTERVAL = 1.0


class ImportWorker(Worker):
    """Does what waits, and returns; the library's own loop locks the idle database."""

    def __init__(self):
        super().__init__(
            queue_names=["imports"],
            backend_name="imports",
            batch=True,
            interval=0,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )

    def shutdown(self, signum, frame):
        """Stop in the midst of a chunk, which is then not done; the next worker goes on."""
        if self.running:
            self.running = False
            raise SystemExit

    def has_work(self):
        waiting = DBTaskResult.objects.ready().filter(backend_name=self.backend_name)
        return waiting.exists()


class Command(BaseCommand):
    help = "Do the acts on imports that are asked for in the admin; serve starts it."

    def add_arguments(self, parser):
        parser.add_argument(
            "--batch", action="store_true", help="end when nothing is left to do"
        )

    def handle(self, *args, **options):
        worker = ImportWorker()
        if options["batch"]:
            queue_what_was_left()
            worker.run()
            return
        worker.configure_signals()
        self._work(worker, parent=os.getppid())

    def _work(self, worker, parent):
        """Until told to stop, or the parent is gone; a database that is away is waited for."""
        looked = False
        while worker.running and os.getppid() == parent:
            try:
                looked = looked or queue_what_was_left() is not None
                if worker.has_work():
                    worker.run()
                close_old_connections()
            except OUTAGES as error:
                logger.warning("The database is away: %s", error)
                connection.close()
            time.sleep(INTERVAL)
