from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from people.exports import WRITERS
from people.models import PersonPage


class Command(BaseCommand):
    help = "Write the members, private contacts too, to a file or to standard output."

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=list(WRITERS), default="csv")
        parser.add_argument("--person", metavar="SLUG", help="only this member")
        parser.add_argument("--output", metavar="FILE")

    def handle(self, *args, **options):
        people = PersonPage.objects.all()
        if slug := options["person"]:
            people = people.filter(slug=slug)
            if not people.exists():
                raise CommandError(f"There is no member “{slug}”.")
        content = WRITERS[options["format"]](people)
        if options["output"]:
            Path(options["output"]).write_bytes(content)
        else:
            self.stdout.buffer.write(content)
