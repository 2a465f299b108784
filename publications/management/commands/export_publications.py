from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from publications import members
from publications.exports import WRITERS
from publications.models import Publication


class Command(BaseCommand):
    help = "Write papers to a file or to standard output; what is public unless --all."

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=list(WRITERS), default="bibtex")
        parser.add_argument(
            "--person", metavar="SLUG", help="only this member's papers"
        )
        parser.add_argument(
            "--all", action="store_true", help="private papers and fields too"
        )
        parser.add_argument("--output", metavar="FILE")

    def handle(self, *args, **options):
        papers = (
            Publication.objects.all()
            if options["all"]
            else Publication.objects.public()
        )
        if slug := options["person"]:
            member = members.with_slug(slug)
            if member is None:
                raise CommandError(f"There is no member “{slug}”.")
            papers = papers.by(member.author_id)
        write = WRITERS[options["format"]]
        text = write(papers.newest_first(), private=options["all"])
        if options["output"]:
            Path(options["output"]).write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text, ending="")
