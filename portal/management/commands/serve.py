import hashlib
import os
import socket
import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from wagtail.models import Site

from portal.imports.serving import serving
from portal.supervising import Supervisor


class Command(BaseCommand):
    help = (
        "Serve the site as it should be served: migrated, static files hashed, granian."
    )

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args, **options):
        self._refuse_taken_port(options["host"], options["port"])
        self.stdout.write("Preparing the database and the static files …")
        self.stdout.flush()
        call_command("migrate", verbosity=0)
        self._name_site()
        self._collect_static()
        self.stdout.write(f"Serving http://{options['host']}:{options['port']}/")
        self.stdout.flush()
        program = [sys.executable, "-m", "granian", "--interface", "wsgi"]
        program += ["--host", options["host"], "--port", str(options["port"])]
        program += ["--workers", str(options["workers"]), "--blocking-threads", "4"]
        program += ["--no-ws", "--log-level", "warning", "portal.wsgi:application"]
        worker = [sys.executable, str(settings.ROOT / "manage.py"), "import_worker"]
        connections.close_all()
        with serving():
            sys.exit(Supervisor(program, worker).run())

    @staticmethod
    def _refuse_taken_port(host, port):
        """granian would share a port with another server, and visitors with it."""
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise CommandError(
                    f"Port {port} of {host} cannot be used: {error.strerror}. Stop what "
                    "runs there, or choose another one with PORT=…."
                ) from error

    def _name_site(self):
        """Wagtail's record of the site says what BASE_URL says, for absolute addresses."""
        base = urlsplit(settings.BASE_URL)
        site = Site.objects.get(is_default_site=True)
        port = base.port or (443 if base.scheme == "https" else 80)
        if (site.hostname, site.port) != (base.hostname, port):
            site.hostname, site.port = base.hostname, port
            site.save()

    def _collect_static(self):
        """Collect and hash only when a static file or a library is another one."""
        stamp = settings.STATIC_ROOT / "collected"
        state = self._state()
        if stamp.exists() and stamp.read_text() == state:
            return
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(state)

    def _state(self):
        digest = hashlib.sha256()
        for finder in get_finders():
            for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
                stat = os.stat(storage.path(path))
                digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
        return digest.hexdigest()
