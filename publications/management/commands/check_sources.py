import sys

from django.core.management.base import BaseCommand

from publications.models import Source
from publications.watching import check


class Command(BaseCommand):
    help = (
        "Look up watched sources for new papers; what is new waits in the admin. "
        "Exits with 1 when one of them gave no answer."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--all", action="store_true", help="also those that are not due yet"
        )

    def handle(self, *args, **options):
        sources = Source.objects.watched() if options["all"] else Source.objects.due()
        failed, sources = False, list(sources.select_related("author", "run"))
        for source in sources:
            check(source=source)
            self.stdout.write(f"{source.author}, {source}: {source.last_result}")
            failed = failed or source.failed
        if not sources:
            self.stdout.write("No source is due.")
        sys.exit(int(failed))
